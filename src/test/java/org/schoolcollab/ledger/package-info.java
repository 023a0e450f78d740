/** Tests of the money, and what must hold of it after every test that moves some. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.ledger;

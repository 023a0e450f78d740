@org.jspecify.annotations.NullMarked
package org.schoolcollab.ledger.payment;

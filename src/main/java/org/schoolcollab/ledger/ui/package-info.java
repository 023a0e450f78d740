/** Screens of the money. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.ledger.ui;

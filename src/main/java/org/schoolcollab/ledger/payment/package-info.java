/** Payments on their way: what is due, batches, the export for the council's ledger, and what it reports back as paid. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.ledger.payment;

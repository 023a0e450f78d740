/** Statements of awards, schools, envelopes and rounds as files, and what there is to state. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.ledger.statement;

/** What every ledger must hold, as checks over any ledger, with ledgers that each break one of them. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.ledger.invariant;

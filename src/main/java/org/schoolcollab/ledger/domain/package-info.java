/** Envelopes, awards, instalments and the journal. Internal to the ledger. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.ledger.domain;

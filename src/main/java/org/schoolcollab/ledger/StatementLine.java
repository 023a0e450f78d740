package org.schoolcollab.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.shared.Money;

/**
 * One posting of the journal on a statement: money left the debited account for the credited one.
 *
 * @param sequence of the entry in its envelope
 * @param area whose envelope it is in, {@code ALL} for money that the authority spends itself
 * @param collaboration null where the entry is about no bid
 * @param school of the account that has one, null where neither has
 * @param person who acted, null where the portal itself did
 */
public record StatementLine(
        UUID entry,
        long sequence,
        int line,
        Instant at,
        EntryKind kind,
        String area,
        @Nullable BidId bid,
        @Nullable String collaboration,
        @Nullable String school,
        Account debit,
        Account credit,
        Money amount,
        @Nullable String person,
        @Nullable String memo,
        String key,
        @Nullable UUID reverses) {}

package org.schoolcollab.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.shared.Money;

/**
 * A journal entry to look at.
 *
 * @param person who acted, null where the portal itself did
 * @param debit the account that the money left
 * @param credit the account that it went to
 */
public record JournalLine(
        long position,
        Instant at,
        EntryKind kind,
        @Nullable String person,
        Account debit,
        Account credit,
        Money amount) {}

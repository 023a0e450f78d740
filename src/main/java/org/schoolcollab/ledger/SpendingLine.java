package org.schoolcollab.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.shared.Money;

/**
 * What the authority spent of area All.
 *
 * @param id of its journal entry
 * @param correctedWhy why it was taken back, null where it stands
 */
public record SpendingLine(
        UUID id,
        String purpose,
        Money amount,
        LocalDate spentOn,
        String recordedBy,
        Instant recordedAt,
        @Nullable String correctedWhy) {}

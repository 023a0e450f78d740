package org.schoolcollab.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.shared.Money;

/**
 * Money that came into area All or left it without being spent.
 *
 * @param kind {@link EntryKind#ADDED}, {@link EntryKind#MOVED_IN} or {@link EntryKind#MOVED_OUT}
 * @param otherArea where it came from or went to, null where it was given by an administrator
 * @param by who booked it, null where the portal did
 */
public record FundingLine(
        Instant at,
        EntryKind kind,
        @Nullable String otherArea,
        Money amount,
        String reason,
        @Nullable String by) {

    /** Whether it left area All. */
    public boolean isOut() {
        return kind == EntryKind.MOVED_OUT;
    }
}

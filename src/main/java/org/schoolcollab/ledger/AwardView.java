package org.schoolcollab.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;

/** An award to look at, with its instalments in order. */
public record AwardView(
        BidId bid,
        Money agreed,
        Money released,
        AwardStatus status,
        Instant committedAt,
        @Nullable Payee payee,
        List<InstalmentView> instalments) {

    /** The lead school of today, which holds the money. */
    public record Payee(String school) {}

    /**
     * One instalment.
     *
     * @param sentBack why the last request was sent back, null where it was not
     * @param release null until it is released
     */
    public record InstalmentView(
            int number,
            Money amount,
            DueCondition condition,
            InstalmentStatus status,
            @Nullable PersonId requestedById,
            @Nullable String requestedBy,
            @Nullable Instant requestedAt,
            @Nullable String sentBack,
            @Nullable ReleaseView release) {}

    /** What was paid: to whom, under which reference, who approved it and when. */
    public record ReleaseView(String reference, String payee, String approvedBy, Instant approvedAt) {}

    /** The instalment that is next: the first that is neither released nor cancelled. */
    public Optional<InstalmentView> next() {
        return instalments.stream()
                .filter(instalment -> instalment.status() != InstalmentStatus.RELEASED
                        && instalment.status() != InstalmentStatus.CANCELLED)
                .findFirst();
    }

    /** What is committed and not released yet. */
    public Money outstanding() {
        return status == AwardStatus.RETURNED ? Money.ZERO : agreed.minus(released);
    }
}

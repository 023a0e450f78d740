package org.schoolcollab.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;

/** An award to look at, with its instalments in order. */
public record AwardView(
        BidId bid,
        Money agreed,
        Money committed,
        Money released,
        AwardStatus status,
        Instant committedAt,
        @Nullable Payee payee,
        List<ShareView> shares,
        List<InstalmentView> instalments) {

    /** Who is paid: the school that gets all of it, or all schools that get a share; before shares are set the lead school. */
    public record Payee(String school) {}

    /** A member school's share of the award. */
    public record ShareView(EstablishmentId school, String name, PayeeKind kind, Money amount) {}

    /**
     * One instalment.
     *
     * @param sentBack why the last request was sent back, null where it was not
     * @param released what of the amount is paid
     * @param holdReason why it is on hold, null where it is not
     * @param payees who is still to be paid of it, and how much
     * @param releases every payment of it, reversed ones too, oldest first
     */
    public record InstalmentView(
            int number,
            Money amount,
            Money released,
            DueCondition condition,
            InstalmentStatus status,
            @Nullable PersonId requestedById,
            @Nullable String requestedBy,
            @Nullable Instant requestedAt,
            @Nullable String sentBack,
            @Nullable String holdReason,
            List<PayeeView> payees,
            List<ReleaseView> releases) {

        /** What of it is still to be paid: less than its amount where only one school's payment was reversed. */
        public Money open() {
            return amount.minus(released);
        }
    }

    /** What a school is still to be paid of an instalment. */
    public record PayeeView(String school, Money amount) {}

    /** What was paid: to whom, under which reference, who approved it and when, and whether the payment was reversed. */
    public record ReleaseView(
            UUID id,
            String reference,
            EstablishmentId school,
            String payee,
            PayeeKind kind,
            Money amount,
            String approvedBy,
            Instant approvedAt,
            boolean reversed) {}

    /** The instalment that is next: the first that is neither released nor cancelled. */
    public Optional<InstalmentView> next() {
        return instalments.stream()
                .filter(instalment -> instalment.status() != InstalmentStatus.RELEASED
                        && instalment.status() != InstalmentStatus.CANCELLED)
                .findFirst();
    }

    /** What is committed and not released yet. */
    public Money outstanding() {
        return committed;
    }
}

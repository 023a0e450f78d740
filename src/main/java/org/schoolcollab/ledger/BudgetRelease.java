package org.schoolcollab.ledger;

import jakarta.annotation.security.RolesAllowed;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.ledger.domain.Acceptances;
import org.schoolcollab.ledger.domain.FinanceIndependence;
import org.schoolcollab.ledger.domain.Instalment;
import org.schoolcollab.ledger.domain.Releases;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;

/**
 * Finance releases an instalment into the lead school's budget (§21): one officer requests, another person approves. However often a
 * step is submitted, it happens once; the rest are told who did it and when.
 */
@UseCase
public class BudgetRelease {

    /** Characters that fit a reason. */
    public static final int REASON = 2_000;

    private final Releases releases;
    private final FinanceIndependence independence;
    private final Acceptances acceptances;
    private final BidRegister bids;
    private final BidProgress progress;
    private final ReleaseProcess process;
    private final CurrentUser currentUser;
    private final AuditTrail audit;

    BudgetRelease(
            Releases releases,
            FinanceIndependence independence,
            Acceptances acceptances,
            BidRegister bids,
            BidProgress progress,
            ReleaseProcess process,
            CurrentUser currentUser,
            AuditTrail audit) {
        this.releases = releases;
        this.independence = independence;
        this.acceptances = acceptances;
        this.bids = bids;
        this.progress = progress;
        this.process = process;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    /**
     * Requests the release of an instalment, 1 or 2.
     *
     * @return what is to be paid
     * @throws ReleaseRefused if the person is on another side of this bid, or it was requested or released before
     * @throws InstalmentNotOpen if it still waits for its condition
     * @throws AcceptanceRefused if the lead has not accepted the award
     * @throws BidNotInStage if the bid is not awarded, or ended
     */
    @RolesAllowed(Roles.FINANCE_OFFICER)
    public Money request(BidId id, int instalment) {
        BidSummary bid = lock(id, Role.FINANCE_OFFICER, instalment);
        Instalment requested = releases.request(bid, instalment, me());
        audit.record(act(bid, "ledger.requested", Roles.FINANCE_OFFICER, requested, requested.open()));
        process.requested(bid, instalment);
        return requested.open();
    }

    /**
     * Approves the release: the instalment is paid to the lead school. The first one puts the bid into delivery.
     *
     * @return what is paid
     * @throws ReleaseRefused if the person requested it, is on another side of this bid, or it was released before
     * @throws InstalmentNotOpen if it was not requested
     */
    @RolesAllowed(Roles.FINANCE_APPROVER)
    public Money approve(BidId id, int instalment) {
        BidSummary bid = lock(id, Role.FINANCE_APPROVER, instalment);
        Releases.Released released = releases.release(bid, instalment, me());
        PersonId requester = released.instalment().requestedBy();
        if (requester != null) {
            independence.check(bid, requester);
        }
        BidSummary after = bid.status() == BidStatus.AWARDED ? progress.inDelivery(id) : bid;
        audit.record(act(bid, "ledger.approved", Roles.FINANCE_APPROVER, released.instalment(), released.amount())
                .changed("status", bid.status(), after.status()));
        process.approved(after, instalment);
        return released.amount();
    }

    /**
     * Sends the request back to finance officers.
     *
     * @param reason what is to be put right, at most {@link #REASON} characters
     */
    @RolesAllowed(Roles.FINANCE_APPROVER)
    public void reject(BidId id, int instalment, String reason) {
        String why = Texts.reason(REASON, reason);
        BidSummary bid = lock(id, Role.FINANCE_APPROVER, instalment);
        Instalment rejected = releases.reject(bid, instalment, me(), why);
        audit.record(act(bid, "ledger.rejected", Roles.FINANCE_APPROVER, rejected, rejected.open())
                .with("reason", why));
        process.rejected(bid, instalment);
    }

    private BidSummary lock(BidId id, Role role, int instalment) {
        currentUser.actor().require(role, bids.get(id).places());
        BidSummary bid = progress.locked(id);
        boolean paidAgain = bid.status() == BidStatus.CLOSED && releases.isPaidAgain(id, instalment);
        if (bid.status() != BidStatus.AWARDED && bid.status() != BidStatus.IN_DELIVERY && !paidAgain) {
            throw new BidNotInStage(bid.status());
        }
        acceptances.require(id);
        independence.check(bid, me());
        return bid;
    }

    private PersonId me() {
        return currentUser.actor().id();
    }

    private static Act act(BidSummary bid, String action, String role, Instalment instalment, Money amount) {
        return Act.onBid(bid.id().value(), action, role)
                .with("instalment", instalment.number())
                .with("amount", amount);
    }
}

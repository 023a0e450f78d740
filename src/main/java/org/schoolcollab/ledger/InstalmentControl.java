package org.schoolcollab.ledger;

import jakarta.annotation.security.RolesAllowed;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.ledger.domain.FinanceDesk;
import org.schoolcollab.ledger.domain.Virements;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;

/** Finance holds the payment of an instalment up, frees it again, or cancels what is open of it; each with a reason. */
@UseCase
public class InstalmentControl {

    /** Characters that fit a reason. */
    public static final int REASON = 2_000;

    private final FinanceDesk desk;
    private final Virements virements;
    private final ReleaseProcess process;
    private final AuditTrail audit;

    InstalmentControl(FinanceDesk desk, Virements virements, ReleaseProcess process, AuditTrail audit) {
        this.desk = desk;
        this.virements = virements;
        this.process = process;
        this.audit = audit;
    }

    /**
     * Nothing of the instalment is requested or approved until the hold ends.
     *
     * @throws LedgerActRefused if it is on hold already
     * @throws InstalmentNotOpen if it is released or cancelled
     */
    @RolesAllowed(Roles.FINANCE_OFFICER)
    public void hold(BidId id, int instalment, String reason) {
        String why = Texts.reason(REASON, reason);
        BidSummary bid = lock(id, Role.FINANCE_OFFICER);
        virements.hold(id, instalment, why, desk.me());
        audit.record(act(bid, "ledger.held", Roles.FINANCE_OFFICER, instalment).with("reason", why));
    }

    /** @throws LedgerActRefused if it is not on hold */
    @RolesAllowed(Roles.FINANCE_OFFICER)
    public void endHold(BidId id, int instalment) {
        BidSummary bid = lock(id, Role.FINANCE_OFFICER);
        virements.endHold(id, instalment);
        audit.record(act(bid, "ledger.holdEnded", Roles.FINANCE_OFFICER, instalment));
    }

    /**
     * Nothing more of the instalment is paid; what is open of it goes back to the envelope.
     *
     * @throws LedgerActRefused if it is the first one and nothing is out yet: then the bid is withdrawn instead
     * @throws InstalmentNotOpen if it is requested, released or cancelled
     */
    @RolesAllowed(Roles.FINANCE_APPROVER)
    public void cancel(BidId id, int instalment, String reason) {
        String why = Texts.reason(REASON, reason);
        BidSummary bid = lock(id, Role.FINANCE_APPROVER);
        Money returned = virements.cancel(bid, instalment, why);
        audit.record(act(bid, "ledger.cancelled", Roles.FINANCE_APPROVER, instalment)
                .with("amount", returned)
                .with("reason", why));
        process.cancelled(bid, instalment);
    }

    private BidSummary lock(BidId id, Role role) {
        return desk.lock(id, role, BidStatus.AWARDED, BidStatus.IN_DELIVERY, BidStatus.CLOSED);
    }

    private static Act act(BidSummary bid, String action, String role, int instalment) {
        return Act.onBid(bid.id().value(), action, role).with("instalment", instalment);
    }
}

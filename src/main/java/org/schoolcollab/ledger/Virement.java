package org.schoolcollab.ledger;

import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.ledger.domain.FinanceDesk;
import org.schoolcollab.ledger.domain.Virements;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;

/** Money of an award that is not paid yet goes elsewhere: back to the envelope, or to another school of the collaboration. */
@UseCase
public class Virement {

    /** Characters that fit a reason. */
    public static final int REASON = 2_000;

    private final FinanceDesk desk;
    private final Virements virements;
    private final ReleaseProcess process;
    private final AuditTrail audit;

    Virement(FinanceDesk desk, Virements virements, ReleaseProcess process, AuditTrail audit) {
        this.desk = desk;
        this.virements = virements;
        this.process = process;
        this.audit = audit;
    }

    /**
     * Reduces the award: the last instalments pay less, the schools' shares in proportion. An instalment of which nothing is left is
     * cancelled; something of the first one always stays.
     *
     * @param key made by whoever asks, the same when it is asked again
     * @return false if this was done before under this key
     * @throws LedgerActRefused if less is open and not requested, or the key was used for something else
     */
    @RolesAllowed(Roles.FINANCE_APPROVER)
    public boolean reduce(BidId id, Money amount, String reason, UUID key) {
        String why = Texts.reason(REASON, reason);
        FinanceDesk.requireAmount(amount);
        BidSummary bid = lock(id, Role.FINANCE_APPROVER);
        Virements.Reduction done = virements.reduce(bid, amount, why, key);
        if (done.repeated()) {
            return false;
        }
        audit.record(Act.onBid(id.value(), "ledger.reduced", Roles.FINANCE_APPROVER)
                .with("amount", amount)
                .with("reason", why));
        done.cancelled().forEach(instalment -> process.cancelled(bid, instalment));
        return true;
    }

    /**
     * Moves a part of one school's share, not paid or requested yet, to another member school. The award stays the same.
     *
     * @param key made by whoever asks, the same when it is asked again
     * @return false if this was done before under this key
     * @throws LedgerActRefused if less of it can be moved, or the key was used for something else
     * @throws SharesRefused if the other school is no member today
     */
    @RolesAllowed(Roles.FINANCE_APPROVER)
    public boolean moveShare(
            BidId id, EstablishmentId from, EstablishmentId to, Money amount, String reason, UUID key) {
        String why = Texts.reason(REASON, reason);
        FinanceDesk.requireAmount(amount);
        BidSummary bid = lock(id, Role.FINANCE_APPROVER);
        if (!virements.moveShare(bid, from, to, amount, key, desk.me())) {
            return false;
        }
        audit.record(Act.onBid(id.value(), "ledger.shareMoved", Roles.FINANCE_APPROVER)
                .with("amount", amount)
                .with("from", from)
                .with("to", to)
                .with("reason", why));
        return true;
    }

    private BidSummary lock(BidId id, Role role) {
        return desk.lock(id, role, BidStatus.AWARDED, BidStatus.IN_DELIVERY, BidStatus.CLOSED);
    }
}

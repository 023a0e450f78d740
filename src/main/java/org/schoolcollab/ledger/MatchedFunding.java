package org.schoolcollab.ledger;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.ledger.domain.FinanceDesk;
import org.schoolcollab.ledger.domain.MatchLedger;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** Finance notes proof of the matched funding that schools pledged when they accepted the award (§44). */
@UseCase
public class MatchedFunding {

    /** Characters that fit a note. */
    public static final int NOTE = 2_000;

    private final FinanceDesk desk;
    private final MatchLedger match;
    private final BidQueries bids;
    private final AuditTrail audit;

    MatchedFunding(FinanceDesk desk, MatchLedger match, BidQueries bids, AuditTrail audit) {
        this.desk = desk;
        this.match = match;
        this.bids = bids;
        this.audit = audit;
    }

    /**
     * Notes proof. Once all that was pledged for the award is proved, a second instalment that waits for it may be requested.
     *
     * @param note what was seen, at most {@link #NOTE} characters
     * @param key made by whoever asks, the same when it is asked again
     * @return false if this was done before under this key
     * @throws LedgerActRefused if the school pledged less that is not proved yet
     */
    @RolesAllowed(Roles.FINANCE_OFFICER)
    public boolean evidence(BidId id, EstablishmentId school, Money amount, String note, UUID key) {
        String seen = Texts.required(NOTE, "note", note);
        FinanceDesk.requireAmount(amount);
        BidSummary bid = desk.lock(id, Role.FINANCE_OFFICER, BidStatus.AWARDED, BidStatus.IN_DELIVERY);
        if (!match.evidence(bid, school, amount, seen, key)) {
            return false;
        }
        audit.record(Act.onBid(id.value(), "ledger.matchProved", Roles.FINANCE_OFFICER)
                .with("amount", amount)
                .with("school", school)
                .with("note", seen));
        return true;
    }

    /** What the schools of a bid pledged and proved, for whoever may see the bid; empty before the award is accepted. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public List<MatchView> of(BidId id) {
        bids.summary(id);
        return match.ofBid(id);
    }
}

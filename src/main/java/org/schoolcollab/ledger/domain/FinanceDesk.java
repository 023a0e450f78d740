package org.schoolcollab.ledger.domain;

import java.util.Arrays;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.ledger.LedgerActRefused;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.shared.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How every act of finance on a bid's money begins: who may, the bid locked, on no other side of it (rule 3). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class FinanceDesk {

    private final BidRegister bids;
    private final BidProgress progress;
    private final FinanceIndependence independence;
    private final CurrentUser currentUser;

    FinanceDesk(BidRegister bids, BidProgress progress, FinanceIndependence independence, CurrentUser currentUser) {
        this.bids = bids;
        this.progress = progress;
        this.independence = independence;
        this.currentUser = currentUser;
    }

    /**
     * The bid with its row locked until the transaction ends.
     *
     * @throws BidNotInStage unless it is in one of these
     */
    public BidSummary lock(BidId id, Role role, BidStatus... stages) {
        currentUser.actor().require(role, bids.get(id).places());
        BidSummary bid = progress.locked(id);
        if (!Arrays.asList(stages).contains(bid.status())) {
            throw new BidNotInStage(bid.status());
        }
        independence.check(bid, me());
        return bid;
    }

    /** Rule 3 holds for whoever asked, too, at the moment in which another person approves. */
    public void requireIndependent(BidSummary bid, PersonId requester) {
        independence.check(bid, requester);
    }

    /** Who acts. */
    public PersonId me() {
        return currentUser.actor().id();
    }

    /** @throws LedgerActRefused unless the amount is more than nothing */
    public static void requireAmount(Money amount) {
        if (!amount.isPositive()) {
            throw LedgerActRefused.amount();
        }
    }
}

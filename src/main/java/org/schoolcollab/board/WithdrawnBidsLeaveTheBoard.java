package org.schoolcollab.board;

import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.BidWithdrawn;
import org.schoolcollab.board.domain.Agendas;
import org.schoolcollab.board.domain.Ballot;
import org.schoolcollab.board.domain.Ballots;
import org.schoolcollab.shared.PortalClock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Voids the open ballot of a withdrawn bid and takes it off the agenda, in the transaction of the withdrawal. */
@Component
class WithdrawnBidsLeaveTheBoard {

    private final Ballots ballots;
    private final Agendas agendas;
    private final AuditTrail audit;
    private final PortalClock clock;

    WithdrawnBidsLeaveTheBoard(Ballots ballots, Agendas agendas, AuditTrail audit, PortalClock clock) {
        this.ballots = ballots;
        this.agendas = agendas;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void leave(BidWithdrawn withdrawn) {
        BidSummary bid = withdrawn.bid();
        agendas.lock(bid.id());
        ballots.lockLatest(bid.id())
                .filter(ballot -> ballot.status() != Ballot.Status.CLOSED)
                .ifPresent(ballot -> {
                    ballot.close(BallotCount.Outcome.VOID, clock.instant());
                    ballots.keepState(ballot);
                    audit.record(Act.onBid(bid.id().value(), "board.voided", "").with("attempt", ballot.attempt()));
                });
        agendas.settle(bid, ItemOutcome.WITHDRAWN, null, "", clock.instant());
    }
}

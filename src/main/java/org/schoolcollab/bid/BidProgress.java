package org.schoolcollab.bid;

import jakarta.persistence.EntityManager;
import java.util.function.Consumer;
import org.schoolcollab.bid.domain.Bid;
import org.schoolcollab.bid.domain.BidRepository;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How other modules move a bid on, inside their own transaction and after they have checked who may. Each step locks the bid, guards
 * itself ({@link BidNotInStage}) and answers with the bid as it is then. The caller writes the audit record.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class BidProgress {

    private final BidRepository bids;
    private final BidRegister register;
    private final PortalClock clock;
    private final EntityManager entities;

    BidProgress(BidRepository bids, BidRegister register, PortalClock clock, EntityManager entities) {
        this.bids = bids;
        this.register = register;
        this.clock = clock;
        this.entities = entities;
    }

    /** Locks the bid until the transaction ends and answers with it as it is now: the first lock of every use case that moves it. */
    public BidSummary lock(BidId id) {
        return move(id, bid -> {});
    }

    public BidSummary returnedForChanges(BidId id) {
        return move(id, Bid::returnForChanges);
    }

    public BidSummary recommended(BidId id, Money amount) {
        return move(id, bid -> bid.recommend(amount));
    }

    public BidSummary awarded(BidId id, Money amount) {
        return move(id, bid -> bid.award(amount));
    }

    /** The board sent the bid back to its lead with questions. */
    public BidSummary deferred(BidId id) {
        return move(id, Bid::defer);
    }

    /** The board of this area decides from now on; the money stays that of the bid's own area. */
    public BidSummary passedTo(BidId id, String areaCode) {
        return move(id, bid -> bid.passTo(areaCode));
    }

    public BidSummary refused(BidId id) {
        return move(id, bid -> bid.refuse(clock.instant()));
    }

    /** The first instalment is released. */
    public BidSummary inDelivery(BidId id) {
        return move(id, Bid::deliver);
    }

    public BidSummary closed(BidId id) {
        return move(id, bid -> bid.close(clock.instant()));
    }

    /** The bid with its row locked until the transaction ends, so that it neither moves nor is withdrawn meanwhile. */
    public BidSummary locked(BidId id) {
        return move(id, bid -> {});
    }

    private BidSummary move(BidId id, Consumer<Bid> step) {
        Bid bid = bids.lockById(id.value()).orElseThrow(NotFound::new);
        // What an earlier read in this transaction kept may be older than the row that is locked now.
        entities.refresh(bid);
        step.accept(bid);
        entities.flush();
        return register.get(id);
    }
}

package org.schoolcollab.bid;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.function.Consumer;
import org.schoolcollab.bid.domain.Bid;
import org.schoolcollab.bid.domain.RevisionStore;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How other modules move a bid on, inside their own transaction and after they have checked who may. Each step locks the bid, guards
 * itself ({@link BidNotInStage}) and answers with the bid as it is then. The caller writes the audit record afterwards.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class BidProgress {

    private final BidRegister register;
    private final RevisionStore revisions;
    private final PortalClock clock;
    private final EntityManager entities;

    BidProgress(BidRegister register, RevisionStore revisions, PortalClock clock, EntityManager entities) {
        this.register = register;
        this.revisions = revisions;
        this.clock = clock;
        this.entities = entities;
    }

    /** Locks the bid until the transaction ends and answers with it as it is now: the first lock of every use case that moves it. */
    public BidSummary lock(BidId id) {
        return move(id, bid -> {});
    }

    /** The adviser sent it back; the plan is kept as it came back. */
    public BidSummary returnedForChanges(BidId id) {
        return move(id, bid -> {
            int revision = bid.revision();
            bid.returnForChanges();
            revisions.keep(id, revision, PlanRevision.Kind.RETURNED);
        });
    }

    public BidSummary recommended(BidId id, Money amount) {
        return move(id, bid -> bid.recommend(amount));
    }

    public BidSummary awarded(BidId id, Money amount) {
        return move(id, bid -> bid.award(amount));
    }

    /** The board sent the bid back to its lead with questions; the plan is kept as it came back. */
    public BidSummary deferred(BidId id) {
        return move(id, bid -> {
            int revision = bid.revision();
            bid.defer();
            revisions.keep(id, revision, PlanRevision.Kind.RETURNED);
        });
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
        // One statement, none where this transaction holds the lock. A bid that was read before the lock and changed
        // meanwhile is a
        // conflict: the use case runs again.
        Bid bid = entities.find(Bid.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (bid == null) {
            throw new NotFound();
        }
        step.accept(bid);
        entities.flush();
        return register.get(id);
    }
}

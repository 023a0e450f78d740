package org.schoolcollab.bid.domain;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Only the lead of its collaboration changes a bid; the bid's row is locked while they do. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class LeadsBid {

    private final BidRepository bids;
    private final CurrentUser currentUser;
    private final EntityManager entities;

    LeadsBid(BidRepository bids, CurrentUser currentUser, EntityManager entities) {
        this.bids = bids;
        this.currentUser = currentUser;
        this.entities = entities;
    }

    /**
     * The bid, if the person who acts leads its collaboration; its row is not locked.
     *
     * @throws org.schoolcollab.security.AccessRefused if they do not
     */
    public Bid read(BidId id) {
        Bid bid = bids.findById(id.value()).orElseThrow(NotFound::new);
        currentUser
                .actor()
                .require(
                        Role.COLLABORATION_LEAD,
                        List.of(Scope.collaboration(bid.collaborationId().value())));
        return bid;
    }

    /** Like {@link #read}, with the row locked and read again. */
    public Bid lock(BidId id) {
        read(id);
        Bid bid = bids.lockById(id.value()).orElseThrow(NotFound::new);
        entities.refresh(bid);
        return bid;
    }

    public Actor actor() {
        return currentUser.actor();
    }

    /** Writes what was changed, so that plain SQL sees it. */
    public void flush() {
        entities.flush();
    }
}

package org.schoolcollab.bid;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.schoolcollab.bid.domain.Bid;
import org.schoolcollab.bid.domain.BidRepository;
import org.schoolcollab.bid.domain.Consents;
import org.schoolcollab.collaboration.MembersChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows for bids when a school joins or leaves: guide amount, number of members and open questions of a plan that is being
 * written. While a bid is under review or before its board nobody joins or leaves: what is judged, and who has an interest, stays.
 */
@Component
class BidsFollowMembers {

    private final BidRepository bids;
    private final Consents consents;
    private final JdbcClient jdbc;
    private final EntityManager entities;

    BidsFollowMembers(BidRepository bids, Consents consents, JdbcClient jdbc, EntityManager entities) {
        this.bids = bids;
        this.consents = consents;
        this.jdbc = jdbc;
        this.entities = entities;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(MembersChanged changed) {
        List<String> open = jdbc.sql("""
                        select id from bid_bid where collaboration_id = ?
                          and status in ('DRAFTING', 'RETURNED', 'IN_REVIEW', 'BEFORE_BOARD') order by id""")
                .param(changed.collaboration().toString())
                .query(String.class)
                .list();
        for (String id : open) {
            Bid bid = bids.lockById(UUID.fromString(id)).orElseThrow();
            entities.refresh(bid);
            switch (bid.status()) {
                case DRAFTING, RETURNED -> consents.followMembers(bid);
                case IN_REVIEW, BEFORE_BOARD -> throw new MembersStayDuringReview();
                default -> {
                    // Decided or withdrawn meanwhile: the award keeps its own shares.
                }
            }
        }
        entities.flush();
    }
}

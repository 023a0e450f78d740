package org.schoolcollab.bid;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.domain.Bid;
import org.schoolcollab.bid.domain.BidRepository;
import org.schoolcollab.bid.domain.Consents;
import org.schoolcollab.bid.domain.MemberStore;
import org.schoolcollab.collaboration.MembersChanged;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.shared.Money;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows for bids when a school joins, leaves or becomes the lead school: guide amount, number of members and open questions of a plan that is being
 * written, with a record in the history of the bid. While a bid is under review or before its board nobody joins or leaves: what is judged, and who has an interest, stays.
 */
@Component
class BidsFollowMembers {

    private final BidRepository bids;
    private final Consents consents;
    private final MemberStore store;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final EntityManager entities;

    BidsFollowMembers(
            BidRepository bids,
            Consents consents,
            MemberStore store,
            AuditTrail audit,
            JdbcClient jdbc,
            EntityManager entities) {
        this.bids = bids;
        this.consents = consents;
        this.store = store;
        this.audit = audit;
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
                case DRAFTING, RETURNED -> follow(bid, changed);
                case IN_REVIEW, BEFORE_BOARD -> throw new MembersStayDuringReview();
                default -> {
                    // Decided or withdrawn meanwhile: the award keeps its own shares.
                }
            }
        }
        entities.flush();
    }

    private void follow(Bid bid, MembersChanged changed) {
        if (changed.kind() == MembersChanged.Kind.LEADS && store.isTakenOut(bid.id(), changed.school())) {
            throw ConsentRefused.leadTakenOut(changed.name());
        }
        Money guide = bid.guide();
        int members = bid.memberCount();
        List<EstablishmentId> noMore = consents.followMembers(bid);
        String action = switch (changed.kind()) {
            case JOINED -> "bid.memberJoined";
            case LEFT -> "bid.memberLeft";
            case LEADS -> "bid.leadSchoolChanged";
        };
        audit.record(Act.onBid(bid.id().value(), action, changed.role())
                .with("school", changed.name())
                .changed("guide", guide, bid.guide())
                .changed("members", members, bid.memberCount())
                .with("notAskedAnyMore", noMore.isEmpty() ? null : String.join(", ", store.names(noMore))));
    }
}

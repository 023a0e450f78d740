package org.schoolcollab.bid;

import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.domain.Bid;
import org.schoolcollab.bid.domain.BidRepository;
import org.schoolcollab.bid.domain.GuideAmount;
import org.schoolcollab.programme.BidsOfRound;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The bids of a round where its guide amounts and measures are set. */
@Component
class RoundsBids implements BidsOfRound {

    private final BidRepository bids;
    private final GuideAmount guide;
    private final Rounds rounds;
    private final PortalClock clock;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final EntityManager entities;

    RoundsBids(
            BidRepository bids,
            GuideAmount guide,
            Rounds rounds,
            PortalClock clock,
            AuditTrail audit,
            JdbcClient jdbc,
            EntityManager entities) {
        this.bids = bids;
        this.guide = guide;
        this.rounds = rounds;
        this.clock = clock;
        this.audit = audit;
        this.jdbc = jdbc;
        this.entities = entities;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean haveBeenSubmitted(RoundId round) {
        return jdbc.sql("select exists (select 1 from bid_bid where round_id = ? and submitted_at is not null)")
                .param(round.toString())
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean haveBeenSubmittedLocked(RoundId round) {
        jdbc.sql("select id from bid_bid where round_id = ? order by id for update")
                .param(round.toString())
                .query(String.class)
                .list();
        return haveBeenSubmitted(round);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Integer> plansByMeasure(RoundId round) {
        return jdbc
                .sql("""
                        select distinct b.id, t.listed collate utf8mb4_bin
                        from bid_bid b join bid_plan p on p.bid_id = b.id
                          join json_table(p.content, '$.lines[*]' columns (
                            section varchar(20) path '$.section', listed varchar(200) path '$.fields.listed')) t
                        where b.round_id = ? and b.status = ? and t.section = ? and t.listed <> ''""")
                .params(round.toString(), BidStatus.DRAFTING.name(), PlanSection.TARGETS.name())
                .query((row, n) -> row.getString(2))
                .list()
                .stream()
                .collect(Collectors.toMap(label -> label, label -> 1, Integer::sum));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void followGuide(RoundId id) {
        Round round = rounds.get(id);
        jdbc.sql("select id from bid_bid where round_id = ? and status = ? order by id")
                .params(id.toString(), BidStatus.DRAFTING.name())
                .query(String.class)
                .list()
                .forEach(one -> {
                    Bid bid = bids.lockById(UUID.fromString(one)).orElseThrow();
                    entities.refresh(bid);
                    GuideAmount.Guide now = guide.on(clock.today(), bid.collaborationId(), round);
                    Money before = bid.guide();
                    int members = bid.memberCount();
                    bid.keepGuide(now.amount(), now.members());
                    if (!before.equals(bid.guide()) || members != bid.memberCount()) {
                        audit.record(Act.onBid(bid.id().value(), "bid.guideFollowed", Roles.ADMINISTRATOR)
                                .with("round", round.name())
                                .changed("guide", before, bid.guide())
                                .changed("members", members, bid.memberCount()));
                    }
                });
        entities.flush();
    }
}

package org.schoolcollab.review.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.collaboration.CollaborationId;
import org.schoolcollab.review.SideBySide.Past;
import org.schoolcollab.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What stands beside bids when they are compared, read for all of them at once. */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
public class Comparisons {

    /** The scores of a recommendation by the criterion's code. */
    public record Given(UUID rubric, Map<String, Integer> byCode) {}

    private final JdbcClient jdbc;

    Comparisons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The scores of the recommendation that stands, of bids that have one. */
    public Map<BidId, Given> scores(Collection<BidSummary> bids) {
        Map<BidId, Given> scores = new HashMap<>();
        jdbc.sql("""
                        select v.bid_id, v.rubric_id, s.criterion, s.score
                        from review_review v
                          join bid_bid b on b.id = v.bid_id and b.revision = v.revision
                          join review_score s on s.review_id = v.id
                        where v.status = 'RECOMMENDED' and s.score is not null and v.bid_id in (:bids)""")
                .param("bids", bids.stream().map(bid -> bid.id().toString()).toList())
                .query(row -> {
                    BidId bid = BidId.of(row.getString("bid_id"));
                    UUID rubric = UUID.fromString(row.getString("rubric_id"));
                    scores.computeIfAbsent(bid, id -> new Given(rubric, new HashMap<>()))
                            .byCode()
                            .put(row.getString("criterion"), row.getInt("score"));
                });
        return scores;
    }

    /** What was agreed for the collaborations in each round, or published where no bid was agreed; the latest round first. */
    public Map<CollaborationId, List<Past>> past(Collection<BidSummary> bids) {
        Map<CollaborationId, Map<String, Money>> amounts = new HashMap<>();
        jdbc.sql("""
                        select f.collaboration_id, r.name, sum(f.pence) as pence
                        from programme_funding_line f join programme_round r on r.id = f.round_id
                        where f.collaboration_id in (:collaborations) group by f.collaboration_id, r.name
                        union all
                        select b.collaboration_id, r.name, b.agreed_pence
                        from bid_bid b join programme_round r on r.id = b.round_id
                        where b.collaboration_id in (:collaborations) and b.agreed_pence is not null
                        order by name desc""").param("collaborations", collaborations(bids)).query(row -> {
            amounts.computeIfAbsent(CollaborationId.of(row.getString(1)), id -> new LinkedHashMap<>())
                    .put(row.getString(2), Money.ofPence(row.getLong(3)));
        });
        Map<CollaborationId, List<Past>> past = new HashMap<>();
        amounts.forEach((collaboration, byRound) -> past.put(
                collaboration,
                byRound.entrySet().stream()
                        .map(entry -> new Past(entry.getKey(), entry.getValue()))
                        .toList()));
        return past;
    }

    private static List<String> collaborations(Collection<BidSummary> bids) {
        return bids.stream()
                .map(bid -> bid.collaborationId().toString())
                .distinct()
                .toList();
    }
}

package org.schoolcollab.review.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.PlanPlace;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.review.PlanPoint;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where the points of reviews are kept, with the answers of the leads. */
@Component
public class Points {

    private static final String SELECT = """
            select p.*, coalesce(a.display_name, '') as answered_name
            from review_point p left join security_person a on a.id = p.answered_by""";

    private final JdbcClient jdbc;
    private final PortalClock clock;

    Points(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The points of a review in their order. */
    @Transactional(readOnly = true)
    public List<PlanPoint> of(UUID review) {
        return jdbc.sql(SELECT + " where p.review_id = ? order by p.position")
                .param(review.toString())
                .query(Points::row)
                .list();
    }

    /** The points of the return that a bid is back from; none where the adviser did not return its last revision. */
    @Transactional(readOnly = true)
    public List<PlanPoint> ofReturn(BidId bid) {
        return jdbc.sql(SELECT + """
                         join review_review v on v.id = p.review_id and v.status = 'RETURNED'
                         join bid_bid b on b.id = v.bid_id and b.status = 'RETURNED' and b.revision = v.revision + 1
                        where b.id = ? order by p.position""").param(bid.toString()).query(Points::row).list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void replace(UUID review, List<PlanPoint> points) {
        jdbc.sql("delete from review_point where review_id = ?")
                .param(review.toString())
                .update();
        for (int i = 0; i < points.size(); i++) {
            PlanPoint point = points.get(i);
            PlanSection section = point.place().section();
            jdbc.sql("""
                            insert into review_point (id, review_id, position, section, line_id, field, place_name, words, to_answer)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.asList(
                            point.id().toString(),
                            review.toString(),
                            i + 1,
                            section == null ? null : section.name(),
                            point.place().line(),
                            point.place().field(),
                            point.placeName(),
                            point.words(),
                            point.toAnswer()))
                    .update();
        }
    }

    /** Keeps an answer in the place of an earlier one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void answer(UUID point, boolean done, String words, PersonId by) {
        jdbc.sql("update review_point set done = ?, answer = ?, answered_by = ?, answered_at = ? where id = ?")
                .params(done, words, by.toString(), Timestamp.from(clock.instant()), point.toString())
                .update();
    }

    private static PlanPoint row(ResultSet row, int n) throws SQLException {
        String section = row.getString("section");
        return new PlanPoint(
                UUID.fromString(row.getString("id")),
                new PlanPlace(
                        section == null ? null : PlanSection.valueOf(section),
                        row.getString("line_id"),
                        row.getString("field")),
                row.getString("place_name"),
                row.getString("words"),
                row.getBoolean("to_answer"),
                answer(row));
    }

    private static PlanPoint.@Nullable Answer answer(ResultSet row) throws SQLException {
        String words = row.getString("answer");
        return words == null
                ? null
                : new PlanPoint.Answer(
                        row.getBoolean("done"),
                        words,
                        row.getString("answered_name"),
                        row.getTimestamp("answered_at").toInstant());
    }
}

package org.schoolcollab.review.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.review.SecondView;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where second views are kept: each that was asked for, given or not. */
@Component
public class SecondViewStore {

    private static final String SELECT = """
            select s.*, a.display_name as adviser_name, b.display_name as asked_name
            from review_second_view s
              join review_review v on v.id = s.review_id
              join security_person a on a.id = s.adviser_id
              join security_person b on b.id = s.asked_by""";

    private final JdbcClient jdbc;
    private final PortalClock clock;

    SecondViewStore(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The views of a revision that were given, the latest first. */
    @Transactional(readOnly = true)
    public List<SecondView> given(BidId bid, int revision) {
        return of(bid, revision).stream().filter(SecondView::isGiven).toList();
    }

    /** The view that was asked for last and is not given yet. */
    @Transactional(readOnly = true)
    public Optional<SecondView> open(BidId bid, int revision) {
        return of(bid, revision).stream().findFirst().filter(view -> !view.isGiven());
    }

    private List<SecondView> of(BidId bid, int revision) {
        return jdbc.sql(SELECT + " where v.bid_id = ? and v.revision = ? order by s.number desc")
                .params(bid.toString(), revision)
                .query(SecondViewStore::row)
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(UUID review, PersonId adviser, PersonId askedBy, Money amount, String judged) {
        jdbc.sql("""
                        insert into review_second_view (id, review_id, number, adviser_id, asked_by, asked_at, recommended_pence, judged)
                        select ?, ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ? from review_second_view where review_id = ?""")
                .params(
                        UUID.randomUUID().toString(),
                        review.toString(),
                        adviser.toString(),
                        askedBy.toString(),
                        Timestamp.from(clock.instant()),
                        amount.pence(),
                        judged,
                        review.toString())
                .update();
    }

    /** Keeps the view that is open for this revision, given by this person. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void give(BidId bid, int revision, PersonId by, boolean agrees, String words) {
        jdbc.sql("""
                        update review_second_view s join review_review v on v.id = s.review_id
                        set s.adviser_id = ?, s.agrees = ?, s.words = ?, s.given_at = ?
                        where v.bid_id = ? and v.revision = ? and s.given_at is null
                          and s.number = (select max(number) from review_second_view where review_id = v.id)""")
                .params(by.toString(), agrees, words, Timestamp.from(clock.instant()), bid.toString(), revision)
                .update();
    }

    private static SecondView row(ResultSet row, int n) throws SQLException {
        boolean agrees = row.getBoolean("agrees");
        boolean given = !row.wasNull();
        Timestamp givenAt = row.getTimestamp("given_at");
        return new SecondView(
                PersonId.of(row.getString("adviser_id")),
                row.getString("adviser_name"),
                PersonId.of(row.getString("asked_by")),
                row.getString("asked_name"),
                Money.ofPence(row.getLong("recommended_pence")),
                row.getString("judged"),
                given ? agrees : null,
                row.getString("words"),
                row.getTimestamp("asked_at").toInstant(),
                givenAt == null ? null : givenAt.toInstant());
    }
}

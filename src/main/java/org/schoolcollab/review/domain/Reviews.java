package org.schoolcollab.review.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.review.CheckAnswer;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where reviews are kept: one for each revision of a bid. */
@Component
public class Reviews {

    private final JdbcClient jdbc;
    private final Rubrics rubrics;
    private final Points points;

    Reviews(JdbcClient jdbc, Rubrics rubrics, Points points) {
        this.jdbc = jdbc;
        this.rubrics = rubrics;
        this.points = points;
    }

    /** The reviews of a bid, the newest revision first. */
    @Transactional(readOnly = true)
    public List<Review> of(BidId bid) {
        return jdbc.sql("select * from review_review where bid_id = ? order by revision desc")
                .param(bid.toString())
                .query(this::review)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Review> find(BidId bid, int revision) {
        return of(bid).stream().filter(review -> review.revision() == revision).findFirst();
    }

    /** Whether this person decided a review of any revision of the bid, or gave a second view of one. */
    @Transactional(readOnly = true)
    public boolean wasReviewedBy(BidId bid, PersonId person) {
        return jdbc.sql("select (select count(*) from review_review where bid_id = :bid and adviser_id = :person"
                                + " and status <> 'DRAFT') + (select count(*) from review_second_view s"
                                + " join review_review v on v.id = s.review_id where v.bid_id = :bid and s.adviser_id = :person"
                                + " and s.given_at is not null)")
                        .param("bid", bid.toString())
                        .param("person", person.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Keeps a review; one that was decided before stays as it is. The caller holds the lock on the bid. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Review review) {
        rubrics.keep(review.rubric());
        ReviewDraft draft = review.draft();
        jdbc.sql("""
                        insert into review_review (id, bid_id, revision, rubric_id, status, adviser_id, comment, recommended_pence, conditions,
                          saved_at, decided_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on duplicate key update rubric_id = value(rubric_id), status = value(status), adviser_id = value(adviser_id), comment = value(comment),
                          recommended_pence = value(recommended_pence), conditions = value(conditions),
                          saved_at = value(saved_at), decided_at = value(decided_at)""")
                .params(Arrays.asList(
                        review.id().toString(),
                        review.bid().toString(),
                        review.revision(),
                        review.rubric().id().toString(),
                        review.status().name(),
                        review.adviser().toString(),
                        draft.comment(),
                        pence(draft.recommended()),
                        draft.conditions(),
                        Timestamp.from(review.savedAt()),
                        timestamp(review.decidedAt())))
                .update();
        jdbc.sql("delete from review_check where review_id = ?")
                .param(review.id().toString())
                .update();
        draft.checks()
                .forEach((question, check) -> jdbc.sql(
                                "insert into review_check (review_id, question, answer, note) values (?, ?, ?, ?)")
                        .params(Arrays.asList(review.id().toString(), question, name(check.answer()), check.note()))
                        .update());
        jdbc.sql("delete from review_score where review_id = ?")
                .param(review.id().toString())
                .update();
        draft.scores()
                .forEach((criterion, score) -> jdbc.sql(
                                "insert into review_score (review_id, criterion, score, reason) values (?, ?, ?, ?)")
                        .params(Arrays.asList(review.id().toString(), criterion, score.score(), score.reason()))
                        .update());
        points.replace(review.id(), draft.points());
    }

    private Review review(ResultSet row, int n) throws SQLException {
        UUID id = UUID.fromString(row.getString("id"));
        long pence = row.getLong("recommended_pence");
        Money recommended = row.wasNull() ? null : Money.ofPence(pence);
        Timestamp decided = row.getTimestamp("decided_at");
        BidId bid = BidId.of(row.getString("bid_id"));
        String rubric = row.getString("rubric_id");
        return new Review(
                id,
                bid,
                row.getInt("revision"),
                rubric == null ? rubrics.currentFor(bid) : rubrics.get(UUID.fromString(rubric)),
                Review.Status.valueOf(row.getString("status")),
                PersonId.of(row.getString("adviser_id")),
                new ReviewDraft(
                        checks(id),
                        scores(id),
                        row.getString("comment"),
                        recommended,
                        row.getString("conditions"),
                        points.of(id)),
                row.getTimestamp("saved_at").toInstant(),
                decided == null ? null : decided.toInstant());
    }

    private Map<String, ReviewDraft.Check> checks(UUID review) {
        Map<String, ReviewDraft.Check> checks = new HashMap<>();
        jdbc.sql("select question, answer, note from review_check where review_id = ?")
                .param(review.toString())
                .query(row -> {
                    String answer = row.getString("answer");
                    checks.put(
                            row.getString("question"),
                            new ReviewDraft.Check(
                                    answer == null ? null : CheckAnswer.valueOf(answer), row.getString("note")));
                });
        return checks;
    }

    private Map<String, ReviewDraft.Score> scores(UUID review) {
        Map<String, ReviewDraft.Score> scores = new HashMap<>();
        jdbc.sql("select criterion, score, reason from review_score where review_id = ?")
                .param(review.toString())
                .query(row -> {
                    int score = row.getInt("score");
                    scores.put(
                            row.getString("criterion"),
                            new ReviewDraft.Score(row.wasNull() ? null : score, row.getString("reason")));
                });
        return scores;
    }

    private static @Nullable Long pence(@Nullable Money money) {
        return money == null ? null : money.pence();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable String name(@Nullable CheckAnswer answer) {
        return answer == null ? null : answer.name();
    }
}

package org.schoolcollab.review.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.review.CheckAnswer;
import org.schoolcollab.review.CheckQuestion;
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

    Reviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** Whether this person decided a review of any revision of the bid. */
    @Transactional(readOnly = true)
    public boolean wasReviewedBy(BidId bid, PersonId person) {
        return jdbc.sql("select count(*) from review_review where bid_id = ? and adviser_id = ? and status <> 'DRAFT'")
                        .params(bid.toString(), person.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Keeps a review; one that was decided before stays as it is. The caller holds the lock on the bid. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Review review) {
        ReviewDraft draft = review.draft();
        jdbc.sql("""
                        insert into review_review (id, bid_id, revision, status, adviser_id, comment, recommended_pence, conditions,
                          return_reasons, saved_at, decided_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on duplicate key update status = value(status), adviser_id = value(adviser_id), comment = value(comment),
                          recommended_pence = value(recommended_pence), conditions = value(conditions),
                          return_reasons = value(return_reasons), saved_at = value(saved_at), decided_at = value(decided_at)""")
                .params(Arrays.asList(
                        review.id().toString(),
                        review.bid().toString(),
                        review.revision(),
                        review.status().name(),
                        review.adviser().toString(),
                        draft.comment(),
                        pence(draft.recommended()),
                        draft.conditions(),
                        draft.returnReasons(),
                        Timestamp.from(review.savedAt()),
                        timestamp(review.decidedAt())))
                .update();
        jdbc.sql("delete from review_check where review_id = ?")
                .param(review.id().toString())
                .update();
        draft.checks()
                .forEach((question, check) -> jdbc.sql(
                                "insert into review_check (review_id, question, answer, note) values (?, ?, ?, ?)")
                        .params(Arrays.asList(
                                review.id().toString(), question.name(), name(check.answer()), check.note()))
                        .update());
    }

    private Review review(ResultSet row, int n) throws SQLException {
        UUID id = UUID.fromString(row.getString("id"));
        long pence = row.getLong("recommended_pence");
        Money recommended = row.wasNull() ? null : Money.ofPence(pence);
        Timestamp decided = row.getTimestamp("decided_at");
        return new Review(
                id,
                BidId.of(row.getString("bid_id")),
                row.getInt("revision"),
                Review.Status.valueOf(row.getString("status")),
                PersonId.of(row.getString("adviser_id")),
                new ReviewDraft(
                        checks(id),
                        row.getString("comment"),
                        recommended,
                        row.getString("conditions"),
                        row.getString("return_reasons")),
                row.getTimestamp("saved_at").toInstant(),
                decided == null ? null : decided.toInstant());
    }

    private Map<CheckQuestion, ReviewDraft.Check> checks(UUID review) {
        Map<CheckQuestion, ReviewDraft.Check> checks = new EnumMap<>(CheckQuestion.class);
        jdbc.sql("select question, answer, note from review_check where review_id = ?")
                .param(review.toString())
                .query(row -> {
                    String answer = row.getString("answer");
                    checks.put(
                            CheckQuestion.valueOf(row.getString("question")),
                            new ReviewDraft.Check(
                                    answer == null ? null : CheckAnswer.valueOf(answer), row.getString("note")));
                });
        return checks;
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

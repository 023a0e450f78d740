package org.schoolcollab.review.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.review.Criterion;
import org.schoolcollab.review.Rubric;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where the rubrics of the rounds are kept, each version as it is used. A round without one has the standard. */
@Component
public class Rubrics {

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    Rubrics(JdbcClient jdbc, CurrentUser currentUser, PortalClock clock) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** What holds in a round for reviews that begin now. */
    @Transactional(readOnly = true)
    public Rubric current(RoundId round) {
        return newest(round, "").orElseGet(() -> Rubric.standard(round));
    }

    /** What holds in the bid's round for reviews that begin now. */
    @Transactional(readOnly = true)
    public Rubric currentFor(BidId bid) {
        return current(jdbc.sql("select round_id from bid_bid where id = ?")
                .param(bid.toString())
                .query((row, n) -> RoundId.of(row.getString(1)))
                .single());
    }

    /** The same, stored and held until the transaction ends: nobody begins a review with it meanwhile, or changes it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Rubric lockCurrent(RoundId round) {
        keep(current(round));
        return newest(round, " for update").orElseThrow(NotFound::new);
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public Rubric get(UUID id) {
        return jdbc.sql("select * from review_rubric where id = ?")
                .param(id.toString())
                .query(this::rubric)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Whether a review was begun with it. */
    @Transactional(readOnly = true)
    public boolean isUsed(Rubric rubric) {
        return jdbc.sql("select count(*) from review_review where rubric_id = ?")
                        .param(rubric.id().toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Stores a version; one that is stored stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Rubric rubric) {
        Money above = rubric.secondViewAbove();
        int added = jdbc.sql("""
                        insert ignore into review_rubric (id, round_id, version, top, second_view_above_pence, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        rubric.id().toString(),
                        rubric.round().toString(),
                        rubric.version(),
                        rubric.top(),
                        above == null ? null : above.pence(),
                        currentUser.find().map(actor -> actor.id().toString()).orElse(null),
                        Timestamp.from(clock.instant())))
                .update();
        if (added > 0) {
            keepCriteria(rubric);
        }
    }

    /** Puts this in the place of a version that no review was begun with. The caller holds it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(Rubric rubric) {
        Money above = rubric.secondViewAbove();
        jdbc.sql("update review_rubric set top = ?, second_view_above_pence = ?, made_by = ?, made_at = ? where id = ?")
                .params(Arrays.asList(
                        rubric.top(),
                        above == null ? null : above.pence(),
                        currentUser.actor().id().toString(),
                        Timestamp.from(clock.instant()),
                        rubric.id().toString()))
                .update();
        jdbc.sql("delete from review_criterion where rubric_id = ?")
                .param(rubric.id().toString())
                .update();
        keepCriteria(rubric);
    }

    private void keepCriteria(Rubric rubric) {
        insert(rubric, "CHECK", rubric.checks());
        insert(rubric, "SCORE", rubric.scores());
    }

    private void insert(Rubric rubric, String kind, List<Criterion> criteria) {
        for (int i = 0; i < criteria.size(); i++) {
            Criterion one = criteria.get(i);
            jdbc.sql("insert into review_criterion (rubric_id, code, kind, position, words) values (?, ?, ?, ?, ?)")
                    .params(Arrays.asList(rubric.id().toString(), one.code(), kind, i + 1, one.words()))
                    .update();
        }
    }

    private Optional<Rubric> newest(RoundId round, String lock) {
        return jdbc.sql("select * from review_rubric where round_id = ? order by version desc limit 1" + lock)
                .param(round.toString())
                .query(this::rubric)
                .optional();
    }

    private Rubric rubric(ResultSet row, int n) throws SQLException {
        UUID id = UUID.fromString(row.getString("id"));
        long above = row.getLong("second_view_above_pence");
        @Nullable Money secondViewAbove = row.wasNull() ? null : Money.ofPence(above);
        return new Rubric(
                id,
                RoundId.of(Objects.requireNonNull(row.getString("round_id"))),
                row.getInt("version"),
                row.getInt("top"),
                criteria(id, "CHECK"),
                criteria(id, "SCORE"),
                secondViewAbove);
    }

    private List<Criterion> criteria(UUID rubric, String kind) {
        return jdbc.sql("select code, words from review_criterion where rubric_id = ? and kind = ? order by position")
                .params(rubric.toString(), kind)
                .query((row, n) -> new Criterion(row.getString("code"), row.getString("words")))
                .list();
    }
}

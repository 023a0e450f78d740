package org.schoolcollab.bid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.collaboration.CollaborationId;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bids in short, for use cases and process steps of other modules, which check themselves who may see what; screens go through
 * {@link BidQueries}.
 */
@Component
public class BidRegister {

    private final JdbcClient jdbc;

    BidRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<BidSummary> find(BidId id) {
        return jdbc.sql(SELECT + " where b.id = ?")
                .param(id.toString())
                .query(BidRegister::row)
                .optional();
    }

    /** Every bid of every round, for checks over all of them. */
    @Transactional(readOnly = true)
    public java.util.List<BidSummary> all() {
        return jdbc.sql(SELECT + " order by b.id").query(BidRegister::row).list();
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public BidSummary get(BidId id) {
        return find(id).orElseThrow(NotFound::new);
    }

    /** Columns and joins of a summary; append a where clause on b (bid), c (collaboration), r (round), d (district), a (area). */
    public static final String SELECT = """
            select b.id, b.collaboration_id, c.name as collaboration_name, b.round_id, r.name as round_name, b.area_code,
              a.name as area_name, ba.code as board_area_code, ba.name as board_area_name, b.district_code, d.name as district_name, b.status, b.revision, b.member_count,
              b.requested_pence, b.guide_pence, b.matched_pence, b.recommended_pence, b.agreed_pence, b.submitted_at
            from bid_bid b
              join collaboration_collaboration c on c.id = b.collaboration_id
              join programme_round r on r.id = b.round_id
              join establishment_district d on d.code = b.district_code
              join establishment_area a on a.code = b.area_code
              join establishment_area ba on ba.code = coalesce(b.board_area_code, b.area_code)""";

    public static BidSummary row(ResultSet row, int n) throws SQLException {
        Timestamp submitted = row.getTimestamp("submitted_at");
        return new BidSummary(
                BidId.of(row.getString("id")),
                CollaborationId.of(row.getString("collaboration_id")),
                row.getString("collaboration_name"),
                RoundId.of(row.getString("round_id")),
                row.getString("round_name"),
                row.getString("area_code"),
                row.getString("area_name"),
                row.getString("board_area_code"),
                row.getString("board_area_name"),
                row.getString("district_code"),
                row.getString("district_name"),
                BidStatus.valueOf(row.getString("status")),
                row.getInt("revision"),
                row.getInt("member_count"),
                Money.ofPence(row.getLong("requested_pence")),
                Money.ofPence(row.getLong("guide_pence")),
                Money.ofPence(row.getLong("matched_pence")),
                money(row, "recommended_pence"),
                money(row, "agreed_pence"),
                submitted == null ? null : submitted.toInstant());
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        long pence = row.getLong(column);
        return row.wasNull() ? null : Money.ofPence(pence);
    }
}

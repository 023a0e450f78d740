package org.schoolcollab.ledger.payment;

import jakarta.annotation.security.RolesAllowed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.DueCondition;
import org.schoolcollab.ledger.InstalmentStatus;
import org.schoolcollab.ledger.payment.DueInstalment.Block;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.UseCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What finance has to pay: what is due, what is requested, what is blocked and why. */
@UseCase
@Transactional(readOnly = true)
public class DueQueries {

    /** An area by code and name. */
    public record AreaName(String code, String name) {}

    private final JdbcClient jdbc;

    DueQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Every instalment that is not settled, by area, collaboration and number.
     *
     * @param area its code; all areas where it is null or empty
     */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public List<DueInstalment> open(@Nullable String area) {
        return jdbc.sql("""
                        select b.id, i.number, c.name as collaboration, a.name as area, n.name as round,
                          i.amount_pence - i.released_pence as open_pence, i.status, i.due_condition, i.condition_met, i.needs_match,
                          i.match_met, i.hold_reason, q.display_name as requester, i.requested_at, i.sent_back,
                          k.award_id is not null as accepted,
                          exists (select 1 from ledger_instalment e where e.award_id = i.award_id and e.number < i.number
                            and e.status not in ('RELEASED', 'CANCELLED')) as earlier_open
                        from ledger_instalment i
                          join ledger_award w on w.id = i.award_id
                          join bid_bid b on b.id = w.bid_id
                          join collaboration_collaboration c on c.id = b.collaboration_id
                          join establishment_area a on a.code = b.area_code
                          join programme_round n on n.id = b.round_id
                          left join ledger_acceptance k on k.award_id = w.id
                          left join security_person q on q.id = i.requested_by
                        where i.status in ('WAITING', 'READY', 'REQUESTED') and w.status <> 'RETURNED'
                          and (? = '' or b.area_code = ?)
                        order by a.name, c.name, i.number, b.id""")
                .params(area == null ? "" : area, area == null ? "" : area)
                .query(DueQueries::row)
                .list();
    }

    /** The areas in which anything was awarded, by name. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public List<AreaName> areas() {
        return jdbc.sql("""
                        select distinct a.code, a.name from establishment_area a join bid_bid b on b.area_code = a.code
                          join ledger_award w on w.bid_id = b.id order by a.name""")
                .query((row, n) -> new AreaName(row.getString("code"), row.getString("name")))
                .list();
    }

    private static DueInstalment row(ResultSet row, int n) throws SQLException {
        InstalmentStatus status = InstalmentStatus.valueOf(row.getString("status"));
        Timestamp requested = row.getTimestamp("requested_at");
        return new DueInstalment(
                BidId.of(row.getString("id")),
                row.getInt("number"),
                row.getString("collaboration"),
                row.getString("area"),
                row.getString("round"),
                Money.ofPence(row.getLong("open_pence")),
                status,
                blocks(row),
                row.getString("hold_reason"),
                row.getString("requester"),
                requested == null ? null : requested.toInstant(),
                row.getString("sent_back"));
    }

    private static List<Block> blocks(ResultSet row) throws SQLException {
        List<Block> blocks = new ArrayList<>();
        if (!row.getBoolean("accepted")) {
            blocks.add(Block.NOT_ACCEPTED);
        }
        if (row.getBoolean("earlier_open")) {
            blocks.add(Block.FIRST_NOT_RELEASED);
        }
        if (!row.getBoolean("condition_met")
                && DueCondition.valueOf(row.getString("due_condition")) == DueCondition.AFTER_MARCH_REPORT) {
            blocks.add(Block.MARCH_REPORT);
        }
        if (row.getBoolean("needs_match") && !row.getBoolean("match_met")) {
            blocks.add(Block.MATCHED_FUNDING);
        }
        if (row.getString("hold_reason") != null) {
            blocks.add(Block.ON_HOLD);
        }
        return blocks;
    }
}

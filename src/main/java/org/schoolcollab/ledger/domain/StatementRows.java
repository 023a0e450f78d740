package org.schoolcollab.ledger.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.Account;
import org.schoolcollab.ledger.EntryKind;
import org.schoolcollab.ledger.Statement;
import org.schoolcollab.ledger.StatementLine;
import org.schoolcollab.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the journal into statements. */
@Component
@Transactional(readOnly = true)
public class StatementRows {

    private static final String SELECT = """
            select e.id, e.sequence, p.line, e.at, e.kind, l.area_code, e.bid_id, c.name as collaboration, s.name as school,
              p.debit_account, p.credit_account, p.pence, w.display_name, e.memo, e.idempotency_key, e.reverses
            from ledger_entry e
              join ledger_posting p on p.entry_id = e.id
              join ledger_envelope l on l.id = e.envelope_id
              left join bid_bid b on b.id = e.bid_id
              left join collaboration_collaboration c on c.id = b.collaboration_id
              left join establishment_school s on s.id = coalesce(p.credit_school_id, p.debit_school_id)
              left join security_person w on w.id = e.person_id""";

    private final JdbcClient jdbc;

    StatementRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The lines where a condition holds.
     *
     * @param where on e (entry), p (posting) and l (envelope)
     * @param until entries up to and with this moment; all where none is named
     */
    public Statement where(String where, List<String> values, @Nullable Instant until) {
        List<Object> params = new ArrayList<>(values);
        String limit = "";
        if (until != null) {
            limit = " and e.at <= ?";
            params.add(Timestamp.from(until));
        }
        return new Statement(
                jdbc.sql(SELECT + " where " + where + limit + " order by e.at, l.area_code, e.sequence, p.line")
                        .params(params)
                        .query(StatementRows::line)
                        .list());
    }

    private static StatementLine line(ResultSet row, int n) throws SQLException {
        String bid = row.getString("bid_id");
        String reverses = row.getString("reverses");
        return new StatementLine(
                UUID.fromString(row.getString("id")),
                row.getLong("sequence"),
                row.getInt("line"),
                row.getTimestamp("at").toInstant(),
                EntryKind.valueOf(row.getString("kind")),
                row.getString("area_code"),
                bid == null ? null : BidId.of(bid),
                row.getString("collaboration"),
                row.getString("school"),
                Account.valueOf(row.getString("debit_account")),
                Account.valueOf(row.getString("credit_account")),
                Money.ofPence(row.getLong("pence")),
                row.getString("display_name"),
                row.getString("memo"),
                row.getString("idempotency_key"),
                reverses == null ? null : UUID.fromString(reverses));
    }
}

package org.schoolcollab.ledger.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.payment.BatchView.Line;
import org.schoolcollab.ledger.payment.BatchView.Refusal;
import org.schoolcollab.ledger.payment.BatchView.Result;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the tables of batches. */
@Component
class BatchRows {

    private static final String LINES = """
            select l.line, l.bid_id, l.instalment, c.name as collaboration, a.name as area, l.amount_pence, l.request, l.request_refusal,
              l.request_arguments, l.approval, l.approval_refusal, l.approval_arguments,
              if(l.approval in ('DONE', 'BEFORE') or i.status = 'RELEASED', null, if(i.status = 'CANCELLED', 0, i.amount_pence - i.released_pence)) as open_pence,
              if(l.approval in ('DONE', 'BEFORE'), null, i.hold_reason) as hold_reason
            from ledger_batch_line l
              join bid_bid b on b.id = l.bid_id
              join collaboration_collaboration c on c.id = b.collaboration_id
              join establishment_area a on a.code = b.area_code
              join ledger_award w on w.bid_id = b.id
              join ledger_instalment i on i.award_id = w.id and i.number = l.instalment
            where l.batch_number = ?""";

    private static final int LONGEST_ARGUMENT = 300;

    private final JdbcClient jdbc;

    BatchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<BatchView> find(long number) {
        return jdbc.sql("""
                        select b.number, b.requested_by, p.display_name, b.requested_at
                        from ledger_batch b join security_person p on p.id = b.requested_by where b.number = ?""")
                .param(number)
                .query((row, n) -> new BatchView(
                        number,
                        PersonId.of(row.getString("requested_by")),
                        row.getString("display_name"),
                        row.getTimestamp("requested_at").toInstant(),
                        lines(number)))
                .optional();
    }

    /** Newest first. */
    List<BatchView> all() {
        return jdbc
                .sql("select number from ledger_batch order by number desc limit 200")
                .query(Long.class)
                .list()
                .stream()
                .flatMap(number -> find(number).stream())
                .toList();
    }

    private List<Line> lines(long number) {
        return jdbc.sql(LINES + " order by l.line")
                .param(number)
                .query(BatchRows::line)
                .list();
    }

    /** The line with its row locked, so that two who run the batch at once take it one after the other. */
    Line lock(long batch, int line) {
        boolean found = jdbc.sql("select line from ledger_batch_line where batch_number = ? and line = ? for update")
                .params(batch, line)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!found) {
            throw new NotFound();
        }
        return jdbc.sql(LINES + " and l.line = ?")
                .params(batch, line)
                .query(BatchRows::line)
                .single();
    }

    void requested(long batch, int line, Result result, @Nullable BusinessRuleViolation why) {
        jdbc.sql("""
                        update ledger_batch_line set request = ?, request_refusal = ?, request_arguments = ?,
                          approval = if(approval = 'SENT_BACK' and ? <> 'REFUSED', 'OPEN', approval)
                        where batch_number = ? and line = ?""")
                .params(Arrays.asList(result.name(), key(why), arguments(why), result.name(), batch, line))
                .update();
    }

    void approved(long batch, int line, Result result, @Nullable BusinessRuleViolation why) {
        jdbc.sql("""
                        update ledger_batch_line set approval = ?, approval_refusal = ?, approval_arguments = ?
                        where batch_number = ? and line = ?""")
                .params(Arrays.asList(result.name(), key(why), arguments(why), batch, line))
                .update();
    }

    /** The request of a line that was sent back can be made again. */
    void sentBack(long batch, int line) {
        jdbc.sql(
                        "update ledger_batch_line set request = 'OPEN', approval = 'SENT_BACK' where batch_number = ? and line = ?")
                .params(batch, line)
                .update();
    }

    private static @Nullable String key(@Nullable BusinessRuleViolation why) {
        return why == null ? null : why.messageKey();
    }

    private static @Nullable String arguments(@Nullable BusinessRuleViolation why) {
        return why == null
                ? null
                : Arrays.stream(why.arguments())
                        .map(argument -> shortened(argument.toString()))
                        .collect(Collectors.joining("\n"));
    }

    private static String shortened(String argument) {
        String line = argument.replace('\n', ' ');
        return line.length() > LONGEST_ARGUMENT ? line.substring(0, LONGEST_ARGUMENT) : line;
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                row.getInt("line"),
                BidId.of(row.getString("bid_id")),
                row.getInt("instalment"),
                row.getString("collaboration"),
                row.getString("area"),
                Money.ofPence(row.getLong("amount_pence")),
                open(row),
                row.getString("hold_reason"),
                Result.valueOf(row.getString("request")),
                refusal(row, "request"),
                Result.valueOf(row.getString("approval")),
                refusal(row, "approval"));
    }

    private static @Nullable Money open(ResultSet row) throws SQLException {
        long pence = row.getLong("open_pence");
        return row.wasNull() ? null : Money.ofPence(pence);
    }

    private static @Nullable Refusal refusal(ResultSet row, String step) throws SQLException {
        String key = row.getString(step + "_refusal");
        if (key == null) {
            return null;
        }
        String arguments = row.getString(step + "_arguments");
        return new Refusal(
                key, arguments == null || arguments.isEmpty() ? List.of() : List.of(arguments.split("\n", -1)));
    }
}

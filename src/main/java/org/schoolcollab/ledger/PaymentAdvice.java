package org.schoolcollab.ledger;

import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.ledger.domain.PaidFor;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.CsvText;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.SafeCell;
import org.schoolcollab.shared.UseCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * The payment advice of a release, as the council's ledger takes it: CSV by RFC 4180, UTF-8, lines ended by CR LF, a heading and one
 * row for each school. The same release always gives the same bytes.
 *
 * <table>
 * <caption>Columns</caption>
 * <tr><td>reference</td><td>of the payment, e.g. SC-9F3A12BC45DE-1-1</td></tr>
 * <tr><td>round, collaboration, area</td><td>what it is paid for</td></tr>
 * <tr><td>instalment</td><td>1 or 2</td></tr>
 * <tr><td>payee_school, payee_id</td><td>the school and its id in the portal</td></tr>
 * <tr><td>amount_gbp</td><td>pounds with two decimals, no sign and no separators</td></tr>
 * <tr><td>requested_by, approved_by</td><td>the two people</td></tr>
 * <tr><td>approved_on</td><td>day in London, ISO 8601</td></tr>
 * </table>
 *
 * A text that a spreadsheet would take for a formula has an apostrophe put before it.
 */
@UseCase
public class PaymentAdvice {

    /** A file to download. */
    public record Advice(String fileName, String text) {

        public byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static final List<String> COLUMNS = List.of(
            "reference",
            "round",
            "collaboration",
            "area",
            "instalment",
            "payee_school",
            "payee_id",
            "amount_gbp",
            "requested_by",
            "approved_by",
            "approved_on");

    private final JdbcClient jdbc;
    private final BidRegister bids;

    PaymentAdvice(JdbcClient jdbc, BidRegister bids) {
        this.jdbc = jdbc;
        this.bids = bids;
    }

    /** @throws NotFound unless the instalment is released */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public Advice of(BidId bid, int instalment) {
        List<List<String>> rows = jdbc.sql("""
                        select r.reference, n.name as round, c.name as collaboration, a.name as area, i.number, r.payee_name,
                          r.payee_school_id, r.amount_pence, q.display_name as requester, p.display_name as approver,
                          r.approved_at
                        """ + PaidFor.FROM + """
                          join security_person q on q.id = r.requested_by
                          join security_person p on p.id = r.approved_by
                        where b.id = ? and i.number = ? and i.status = 'RELEASED' and v.release_id is null order by r.reference""")
                .params(bids.get(bid).id().toString(), instalment)
                .query(PaymentAdvice::cells)
                .list();
        if (rows.isEmpty()) {
            throw new NotFound();
        }
        return new Advice("payment-advice-" + rows.getFirst().getFirst() + ".csv", CsvText.of(COLUMNS, rows));
    }

    private static List<String> cells(ResultSet row, int n) throws SQLException {
        LocalDate approved = LocalDate.ofInstant(row.getTimestamp("approved_at").toInstant(), PortalClock.LONDON);
        return List.of(
                SafeCell.of(row.getString("reference")),
                SafeCell.of(row.getString("round")),
                SafeCell.of(row.getString("collaboration")),
                SafeCell.of(row.getString("area")),
                row.getString("number"),
                SafeCell.of(row.getString("payee_name")),
                row.getString("payee_school_id"),
                CsvText.pounds(Money.ofPence(row.getLong("amount_pence"))),
                SafeCell.of(row.getString("requester")),
                SafeCell.of(row.getString("approver")),
                approved.toString());
    }
}

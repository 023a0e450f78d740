package org.schoolcollab.ledger.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.schoolcollab.ledger.PayeeKind;
import org.schoolcollab.ledger.domain.PaidFor;
import org.schoolcollab.ledger.domain.ReportedPaid;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads payments for the export. */
@Component
class PaymentRows {

    private static final String SELECT = """
            select r.id, r.reference, r.payee_kind, r.payee_name, s.urn, r.payee_school_id, r.amount_pence, n.name as round,
              a.name as area, c.name as collaboration, i.number, r.approved_at
            """ + PaidFor.FROM + """
              join establishment_school s on s.id = r.payee_school_id
              left join ledger_export_line x on x.release_id = r.id
            """;

    private final JdbcClient jdbc;

    PaymentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Approved, not reversed and in no file yet, by reference. A second attempt stays out while the council's ledger says that the first
     * one reached the school after all.
     */
    List<Payment> toExport() {
        return jdbc.sql(SELECT + """
                        where x.release_id is null and v.release_id is null and not exists (
                          select 1 from ledger_release o where o.instalment_id = r.instalment_id
                            and o.payee_school_id = r.payee_school_id and o.attempt < r.attempt and\s""" + ReportedPaid.stands("o.id") + ") order by r.reference")
                .query(PaymentRows::payment)
                .list();
    }

    /** The payments of a file in its order. */
    List<Payment> of(long export) {
        return jdbc.sql(SELECT + "where x.export_number = ? order by x.line")
                .param(export)
                .query(PaymentRows::payment)
                .list();
    }

    private static Payment payment(ResultSet row, int n) throws SQLException {
        int urn = row.getInt("urn");
        return new Payment(
                UUID.fromString(row.getString("id")),
                row.getString("reference"),
                PayeeKind.valueOf(row.getString("payee_kind")),
                row.getString("payee_name"),
                urn == 0 ? null : Integer.valueOf(urn),
                UUID.fromString(row.getString("payee_school_id")),
                Money.ofPence(row.getLong("amount_pence")),
                row.getString("round"),
                row.getString("area"),
                row.getString("collaboration"),
                row.getInt("number"),
                LocalDate.ofInstant(row.getTimestamp("approved_at").toInstant(), PortalClock.LONDON));
    }
}

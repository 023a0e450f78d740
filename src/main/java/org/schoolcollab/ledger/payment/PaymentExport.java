package org.schoolcollab.ledger.payment;

import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.audit.SealedRows;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Makes the files by which the council's ledger learns of approved payments: each payment in one file, each file once. */
@UseCase
public class PaymentExport {

    /**
     * What the next file would hold.
     *
     * @param sha256 of the bytes it would have: says what the person saw when they export
     */
    public record Waiting(List<Payment> payments, Money total, String sha256) {}

    /** A file to download. */
    public record Download(String fileName, String text) {

        public byte[] content() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static final String SUMMARY = """
            select e.number, e.line_count, e.total_pence, e.sha256, p.display_name, e.exported_at
            from ledger_export e join security_person p on p.id = e.exported_by""";

    private final JdbcClient jdbc;
    private final PaymentRows payments;
    private final SealedRows sealed;
    private final CurrentUser currentUser;
    private final AuditTrail audit;
    private final PortalClock clock;

    PaymentExport(
            JdbcClient jdbc,
            PaymentRows payments,
            SealedRows sealed,
            CurrentUser currentUser,
            AuditTrail audit,
            PortalClock clock) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.sealed = sealed;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
    }

    /** The approved payments that are in no file yet. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public Waiting waiting() {
        ExportFile file = ExportFile.of(payments.toExport());
        return new Waiting(file.payments(), file.total(), file.sha256());
    }

    /**
     * Makes the file of all approved payments that are in none yet. Two who do so at once do it one after the other: the second finds
     * nothing left.
     *
     * @param seen {@link Waiting#sha256()} of what the person looked at
     * @return the number of the file
     * @throws ExportRefused if nothing is left, or the payments are others by now
     */
    @RolesAllowed(Roles.FINANCE_OFFICER)
    public long export(String seen) {
        long number = jdbc.sql("select number from ledger_export_counter where id = 1 for update")
                        .query(Long.class)
                        .single()
                + 1;
        ExportFile file = ExportFile.of(payments.toExport());
        if (file.payments().isEmpty()) {
            throw ExportRefused.nothingLeft();
        }
        if (!file.sha256().equals(seen)) {
            throw ExportRefused.changed();
        }
        jdbc.sql("update ledger_export_counter set number = ? where id = 1")
                .param(number)
                .update();
        sealed.insert(
                "ledger_export",
                Map.of(
                        "number",
                        number,
                        "content",
                        file.content(),
                        "sha256",
                        file.sha256(),
                        "line_count",
                        file.payments().size(),
                        "total_pence",
                        file.total().pence(),
                        "exported_by",
                        currentUser.actor().id(),
                        "exported_at",
                        clock.instant()));
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Payment payment : file.payments()) {
            lines.add(Map.of("export_number", number, "line", lines.size() + 1, "release_id", payment.release()));
        }
        sealed.insertAll("ledger_export_line", lines);
        audit.record(Act.on("export", Long.toString(number), "ledger.exported", Roles.FINANCE_OFFICER)
                .with("payments", file.payments().size())
                .with("amount", file.total())
                .with("sha256", file.sha256()));
        return number;
    }

    /** Every file made so far, newest first. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<ExportSummary> all() {
        return jdbc.sql(SUMMARY + " order by e.number desc")
                .query(PaymentExport::summary)
                .list();
    }

    /** The payments of a file, in its order. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<Payment> payments(long number) {
        return payments.of(number);
    }

    /**
     * The file as it was made, byte for byte.
     *
     * @throws NotFound if there is none of this number
     */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public Download download(long number) {
        ExportSummary summary = jdbc.sql(SUMMARY + " where e.number = ?")
                .param(number)
                .query(PaymentExport::summary)
                .optional()
                .orElseThrow(NotFound::new);
        byte[] content = jdbc.sql("select content from ledger_export where number = ?")
                .param(number)
                .query((row, n) -> row.getBytes("content"))
                .single();
        return new Download(summary.fileName(), new String(content, StandardCharsets.UTF_8));
    }

    private static ExportSummary summary(ResultSet row, int n) throws SQLException {
        return new ExportSummary(
                row.getLong("number"),
                row.getInt("line_count"),
                Money.ofPence(row.getLong("total_pence")),
                row.getString("sha256"),
                row.getString("display_name"),
                row.getTimestamp("exported_at").toInstant());
    }
}

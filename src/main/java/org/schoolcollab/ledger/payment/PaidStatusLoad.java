package org.schoolcollab.ledger.payment;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.audit.SealedRows;
import org.schoolcollab.ledger.payment.PaidFile.Status;
import org.schoolcollab.ledger.payment.PaidFileRefused.LineError;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what the council's ledger reports of exported payments: all of a file or nothing of it, and the same file once. */
@UseCase
public class PaidStatusLoad {

    private static final int LONGEST_NAME = 200;

    /**
     * What came of a file.
     *
     * @param number of the file; of the earlier one where this was loaded before
     * @param known lines that said only what an earlier file had said
     * @param otherAmounts lines that are listed as differences now
     * @param before when the same file was loaded and by whom, null where it is new
     */
    public record Loaded(
            long number,
            int paid,
            int failed,
            int known,
            int otherAmounts,
            @Nullable Before before) {}

    /** The same file was loaded before. */
    public record Before(String by, Instant at) {}

    /** A file that was taken in. */
    public record FileSummary(long number, String name, int lines, String sha256, String loadedBy, Instant loadedAt) {}

    private record Exported(UUID release, Money amount, Map<Status, Reported> reported) {}

    private record Reported(Money amount, LocalDate on) {}

    private final JdbcClient jdbc;
    private final SealedRows sealed;
    private final CurrentUser currentUser;
    private final AuditTrail audit;
    private final PortalClock clock;

    PaidStatusLoad(JdbcClient jdbc, SealedRows sealed, CurrentUser currentUser, AuditTrail audit, PortalClock clock) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes the file in.
     *
     * @param otherAmountsToo whether payments of another amount than exported are taken in, to be listed as differences
     * @throws PaidFileRefused naming every line that is wrong; then nothing was loaded
     */
    @RolesAllowed(Roles.FINANCE_OFFICER)
    public Loaded load(String name, byte[] bytes, boolean otherAmountsToo) {
        // Files are taken in one after the other, so that what one says is known to the next.
        jdbc.sql("select number from ledger_export_counter where id = 1 for update")
                .query(Long.class)
                .single();
        String hash = ExportFile.sha256(bytes);
        Optional<Loaded> repeated = before(hash);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        PaidFile file = PaidFile.read(bytes, clock.today());
        List<LineError> errors = new ArrayList<>(file.errors());
        Map<String, Exported> exported = exported();
        List<PaidFile.Line> fresh = new ArrayList<>();
        int otherAmounts = 0;
        for (PaidFile.Line line : file.lines()) {
            Exported payment = exported.get(line.reference());
            if (payment == null) {
                errors.add(error(line, "unknown", false, line.reference()));
                continue;
            }
            Reported reported = payment.reported().get(line.status());
            if (reported != null) {
                if (!reported.equals(new Reported(line.amount(), line.on()))) {
                    errors.add(error(line, "contradicts", false, line.reference(), reported.amount(), reported.on()));
                }
                continue;
            }
            fresh.add(line);
            if (!payment.amount().equals(line.amount())) {
                otherAmounts++;
                if (!otherAmountsToo) {
                    errors.add(error(line, "otherAmount", true, line.reference(), line.amount(), payment.amount()));
                }
            }
        }
        if (!errors.isEmpty()) {
            errors.sort(java.util.Comparator.comparingInt(LineError::line));
            throw new PaidFileRefused(errors);
        }
        return write(name, bytes, hash, file, fresh, exported, otherAmounts);
    }

    private Loaded write(
            String name,
            byte[] bytes,
            String hash,
            PaidFile file,
            List<PaidFile.Line> fresh,
            Map<String, Exported> exported,
            int otherAmounts) {
        long number = jdbc.sql("select coalesce(max(number), 0) + 1 from ledger_paid_file")
                .query(Long.class)
                .single();
        String clean = Texts.clean(name);
        sealed.insert(
                "ledger_paid_file",
                Map.of(
                        "number",
                        number,
                        "name",
                        clean.substring(0, Math.min(clean.length(), LONGEST_NAME)),
                        "sha256",
                        hash,
                        "content",
                        bytes,
                        "line_count",
                        file.lines().size(),
                        "loaded_by",
                        currentUser.actor().id(),
                        "loaded_at",
                        clock.instant()));
        int paid = 0;
        List<Map<String, Object>> statuses = new ArrayList<>();
        for (PaidFile.Line line : fresh) {
            Exported payment = exported.get(line.reference());
            if (payment == null) {
                throw new IllegalStateException(line.reference());
            }
            paid += line.status() == Status.PAID ? 1 : 0;
            statuses.add(Map.of(
                    "file_number",
                    number,
                    "line",
                    line.number(),
                    "release_id",
                    payment.release(),
                    "status",
                    line.status(),
                    "amount_pence",
                    line.amount().pence(),
                    "paid_on",
                    line.on()));
        }
        sealed.insertAll("ledger_paid_status", statuses);
        int known = file.lines().size() - fresh.size();
        audit.record(Act.on("paidFile", Long.toString(number), "ledger.paidLoaded", Roles.FINANCE_OFFICER)
                .with("file", clean)
                .with("sha256", hash)
                .with("paid", paid)
                .with("failed", fresh.size() - paid)
                .with("known", known)
                .with("otherAmounts", otherAmounts));
        return new Loaded(number, paid, fresh.size() - paid, known, otherAmounts, null);
    }

    /** The files taken in so far, newest first. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<FileSummary> all() {
        return jdbc.sql("""
                        select f.number, f.name, f.line_count, f.sha256, p.display_name, f.loaded_at
                        from ledger_paid_file f join security_person p on p.id = f.loaded_by order by f.number desc""")
                .query((row, n) -> new FileSummary(
                        row.getLong("number"),
                        row.getString("name"),
                        row.getInt("line_count"),
                        row.getString("sha256"),
                        row.getString("display_name"),
                        row.getTimestamp("loaded_at").toInstant()))
                .list();
    }

    private Optional<Loaded> before(String hash) {
        return jdbc.sql("""
                        select f.number, f.line_count, p.display_name, f.loaded_at
                        from ledger_paid_file f join security_person p on p.id = f.loaded_by where f.sha256 = ?""")
                .param(hash)
                .query((row, n) -> new Loaded(
                        row.getLong("number"),
                        0,
                        0,
                        row.getInt("line_count"),
                        0,
                        new Before(
                                row.getString("display_name"),
                                row.getTimestamp("loaded_at").toInstant())))
                .optional();
    }

    /** Every exported payment by reference, with what was reported of it. */
    private Map<String, Exported> exported() {
        Map<String, Exported> exported = new HashMap<>();
        jdbc.sql("""
                        select r.id, r.reference, r.amount_pence, s.status, s.amount_pence as reported_pence, s.paid_on
                        from ledger_export_line x join ledger_release r on r.id = x.release_id
                          left join ledger_paid_status s on s.release_id = r.id""").query(row -> {
            Exported payment = exported.get(row.getString("reference"));
            if (payment == null) {
                payment = new Exported(
                        UUID.fromString(row.getString("id")),
                        Money.ofPence(row.getLong("amount_pence")),
                        new HashMap<>());
                exported.put(row.getString("reference"), payment);
            }
            String status = row.getString("status");
            if (status != null) {
                payment.reported()
                        .put(
                                Status.valueOf(status),
                                new Reported(
                                        Money.ofPence(row.getLong("reported_pence")),
                                        row.getObject("paid_on", LocalDate.class)));
            }
        });
        return exported;
    }

    private static LineError error(PaidFile.Line line, String key, boolean otherAmount, Object... arguments) {
        return new LineError(line.number(), "error.ledger.paid." + key, List.of(arguments), otherAmount);
    }
}

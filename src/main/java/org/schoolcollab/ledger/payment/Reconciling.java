package org.schoolcollab.ledger.payment;

import jakarta.annotation.security.RolesAllowed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.audit.SealedRows;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.ledger.domain.ReportedPaid;
import org.schoolcollab.ledger.payment.Difference.Kind;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Compares what the portal paid out with what the council's ledger reports; every difference stays listed until it is solved. */
@UseCase
public class Reconciling {

    /** Characters that fit a reason. */
    public static final int REASON = 2_000;

    /** There is no such difference, or no longer. */
    public static final class NoDifference extends BusinessRuleViolation {

        NoDifference() {
            super("error.ledger.reconcile.none");
        }
    }

    /** Where the payments are: approved less reversed; in files; reported paid; reported failed. */
    public record Totals(Money released, Money exported, Money paid, Money failed, Money unexported) {}

    private static final String DIFFERENCES =
            """
            select d.kind, r.id, r.reference, w.bid_id, c.name as collaboration, r.payee_name, r.amount_pence, e.exported_at,
              d.reported_pence, d.paid_on
            from (
                select 'NOT_PAID' as kind, x.release_id, null as reported_pence, null as paid_on
                from ledger_export_line x join ledger_export y on y.number = x.export_number and y.exported_at < ?
                where not exists (select 1 from ledger_paid_status s where s.release_id = x.release_id)
                  and not exists (select 1 from ledger_reversal v where v.release_id = x.release_id)
                union all
                select 'OTHER_AMOUNT', s.release_id, s.amount_pence, s.paid_on
                from ledger_paid_status s join ledger_release p on p.id = s.release_id
                where s.status = 'PAID' and s.amount_pence <> p.amount_pence
                union all
                select 'FAILED', s.release_id, s.amount_pence, s.paid_on from ledger_paid_status s
                where s.status = 'FAILED' and not exists (select 1 from ledger_reversal v where v.release_id = s.release_id)
                  and not\s""" + ReportedPaid.stands("s.release_id") + """
                union all
                select 'PAID_AFTER_REVERSAL', s.release_id, s.amount_pence, s.paid_on
                from ledger_paid_status s join ledger_reversal v on v.release_id = s.release_id
                where s.status = 'PAID' and\s""" + ReportedPaid.stands("s.release_id") + """
            ) d
              join ledger_release r on r.id = d.release_id
              join ledger_export_line l on l.release_id = r.id
              join ledger_export e on e.number = l.export_number
              join ledger_instalment i on i.id = r.instalment_id
              join ledger_award w on w.id = i.award_id
              join bid_bid b on b.id = w.bid_id
              join collaboration_collaboration c on c.id = b.collaboration_id
            where not exists (select 1 from ledger_difference_solved z where z.release_id = d.release_id and z.kind = d.kind)
            order by e.exported_at, r.reference, d.kind""";

    private final JdbcClient jdbc;
    private final SealedRows sealed;
    private final CurrentUser currentUser;
    private final AuditTrail audit;
    private final PortalClock clock;
    private final int days;

    Reconciling(
            JdbcClient jdbc,
            SealedRows sealed,
            CurrentUser currentUser,
            AuditTrail audit,
            PortalClock clock,
            @Value("${portal.payments.expected-within-days:10}") int days) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
        this.days = days;
    }

    /** Days after which an exported payment of which nothing was reported is a difference. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    public int expectedWithinDays() {
        return days;
    }

    /** Every difference that is not solved, oldest export first. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<Difference> differences() {
        return jdbc.sql(DIFFERENCES)
                .param(Timestamp.from(clock.instant().minus(Duration.ofDays(days))))
                .query(Reconciling::difference)
                .list();
    }

    /** Control totals over all rounds. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public Totals totals() {
        return jdbc.sql("""
                        select
                          (select coalesce(sum(r.amount_pence), 0) from ledger_release r
                           where not exists (select 1 from ledger_reversal v where v.release_id = r.id)) as released,
                          (select coalesce(sum(total_pence), 0) from ledger_export) as exported,
                          (select coalesce(sum(amount_pence), 0) from ledger_paid_status where status = 'PAID') as paid,
                          (select coalesce(sum(amount_pence), 0) from ledger_paid_status where status = 'FAILED') as failed,
                          (select coalesce(sum(r.amount_pence), 0) from ledger_release r
                           where not exists (select 1 from ledger_export_line x where x.release_id = r.id)
                             and not exists (select 1 from ledger_reversal v where v.release_id = r.id)) as unexported""")
                .query((row, n) -> new Totals(
                        Money.ofPence(row.getLong("released")),
                        Money.ofPence(row.getLong("exported")),
                        Money.ofPence(row.getLong("paid")),
                        Money.ofPence(row.getLong("failed")),
                        Money.ofPence(row.getLong("unexported"))))
                .single();
    }

    /**
     * Says how a difference was solved; it is listed no longer.
     *
     * @param reason at most {@link #REASON} characters
     * @throws NoDifference if there is none of this kind, or it is solved already
     */
    @RolesAllowed(Roles.FINANCE_OFFICER)
    public void solve(UUID release, Kind kind, String reason) {
        String why = Texts.reason(REASON, reason);
        boolean payment = jdbc.sql("select id from ledger_release where id = ? for update")
                .param(release.toString())
                .query(String.class)
                .optional()
                .isPresent();
        Difference difference = differences().stream()
                .filter(found -> found.release().equals(release) && found.kind() == kind)
                .findFirst()
                .orElse(null);
        if (!payment || difference == null) {
            throw new NoDifference();
        }
        sealed.insert(
                "ledger_difference_solved",
                Map.of(
                        "release_id",
                        release,
                        "kind",
                        kind,
                        "reason",
                        why,
                        "solved_by",
                        currentUser.actor().id(),
                        "solved_at",
                        clock.instant()));
        audit.record(Act.onBid(difference.bid().value(), "ledger.differenceSolved", Roles.FINANCE_OFFICER)
                .with("reference", difference.reference())
                .with("difference", kind)
                .with("reason", why));
    }

    private static Difference difference(ResultSet row, int n) throws SQLException {
        return new Difference(
                Kind.valueOf(row.getString("kind")),
                UUID.fromString(row.getString("id")),
                row.getString("reference"),
                BidId.of(row.getString("bid_id")),
                row.getString("collaboration"),
                row.getString("payee_name"),
                Money.ofPence(row.getLong("amount_pence")),
                row.getTimestamp("exported_at").toInstant(),
                money(row),
                row.getObject("paid_on", LocalDate.class));
    }

    private static @Nullable Money money(ResultSet row) throws SQLException {
        long pence = row.getLong("reported_pence");
        return row.wasNull() ? null : Money.ofPence(pence);
    }
}

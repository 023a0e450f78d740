package org.schoolcollab.ledger.payment;

import jakarta.annotation.security.RolesAllowed;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.ledger.BudgetRelease;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Batches of instalments: made by one officer, approved by another person. What runs them line by line is {@link BatchRun}. */
@UseCase
public class Batches {

    /** Lines that fit a batch. */
    public static final int AT_MOST = 100;

    private final JdbcClient jdbc;
    private final BatchRows rows;
    private final DueQueries due;
    private final CurrentUser currentUser;
    private final AuditTrail audit;
    private final PortalClock clock;

    Batches(
            JdbcClient jdbc,
            BatchRows rows,
            DueQueries due,
            CurrentUser currentUser,
            AuditTrail audit,
            PortalClock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.due = due;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a batch of instalments that are due. Nothing of it is requested yet; {@link BatchRun} does that line by line.
     *
     * @param chosen 1 to {@link #AT_MOST}; one named twice counts once
     * @return the number of the batch
     * @throws BatchRefused if none or too many are chosen, or one of them is not due
     */
    @RolesAllowed(Roles.FINANCE_OFFICER)
    public long create(List<InstalmentRef> chosen) {
        List<InstalmentRef> refs = List.copyOf(new LinkedHashSet<>(chosen));
        if (refs.isEmpty()) {
            throw BatchRefused.empty();
        }
        if (refs.size() > AT_MOST) {
            throw BatchRefused.tooMany(refs.size());
        }
        Map<InstalmentRef, DueInstalment> open = due.open(null).stream()
                .filter(DueInstalment::isDue)
                .collect(Collectors.toMap(DueInstalment::ref, Function.identity()));
        List<Money> amounts = new ArrayList<>();
        for (InstalmentRef ref : refs) {
            DueInstalment instalment = open.get(ref);
            if (instalment == null) {
                throw BatchRefused.notDue();
            }
            amounts.add(instalment.open());
        }
        jdbc.sql("insert into ledger_batch (requested_by, requested_at) values (?, ?)")
                .params(currentUser.actor().id().toString(), Timestamp.from(clock.instant()))
                .update();
        long number = jdbc.sql("select last_insert_id()").query(Long.class).single();
        for (int i = 0; i < refs.size(); i++) {
            jdbc.sql("""
                            insert into ledger_batch_line (batch_number, line, bid_id, instalment, amount_pence)
                            values (?, ?, ?, ?, ?)""")
                    .params(
                            number,
                            i + 1,
                            refs.get(i).bid().toString(),
                            refs.get(i).instalment(),
                            amounts.get(i).pence())
                    .update();
        }
        audit.record(Act.on("batch", Long.toString(number), "ledger.batchRequested", Roles.FINANCE_OFFICER)
                .with("lines", refs.size())
                .with("amount", amounts.stream().reduce(Money.ZERO, Money::plus)));
        return number;
    }

    /**
     * Says that this person approves the batch; {@link BatchRun} then approves line by line.
     *
     * @throws BatchRefused if the person requested it, or nothing of it is requested and free of a hold
     */
    @RolesAllowed(Roles.FINANCE_APPROVER)
    public void beginApproval(long number) {
        List<BatchView.Line> lines = decided(number, BatchView::toApprove);
        audit.record(Act.on("batch", Long.toString(number), "ledger.batchApproved", Roles.FINANCE_APPROVER)
                .with("lines", lines.size())
                .with("amount", BatchView.sum(lines)));
    }

    /**
     * Says that this person sends the batch back; {@link BatchRun} then does so line by line.
     *
     * @throws BatchRefused if the person requested it, or nothing of it is requested
     */
    @RolesAllowed(Roles.FINANCE_APPROVER)
    public void beginSendingBack(long number, String reason) {
        String why = Texts.reason(BudgetRelease.REASON, reason);
        List<BatchView.Line> lines = decided(number, BatchView::toDecide);
        audit.record(Act.on("batch", Long.toString(number), "ledger.batchSentBack", Roles.FINANCE_APPROVER)
                .with("lines", lines.size())
                .with("reason", why));
    }

    private List<BatchView.Line> decided(long number, Function<BatchView, List<BatchView.Line>> chosen) {
        BatchView batch = rows.find(number).orElseThrow(NotFound::new);
        if (batch.requesterId().equals(currentUser.actor().id())) {
            throw BatchRefused.samePerson();
        }
        List<BatchView.Line> lines = chosen.apply(batch);
        if (lines.isEmpty()) {
            throw BatchRefused.notRequested();
        }
        return lines;
    }

    /** The batch with its lines and their results. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public BatchView get(long number) {
        return rows.find(number).orElseThrow(NotFound::new);
    }

    /** The newest batches, newest first. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<BatchView> all() {
        return rows.all();
    }
}

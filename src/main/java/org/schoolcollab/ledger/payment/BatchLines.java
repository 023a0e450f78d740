package org.schoolcollab.ledger.payment;

import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.ledger.BudgetRelease;
import org.schoolcollab.ledger.ReleaseRefused;
import org.schoolcollab.ledger.payment.BatchView.Line;
import org.schoolcollab.ledger.payment.BatchView.Result;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.UseCase;

/**
 * One line of a batch in one transaction: what {@link BudgetRelease} does for a single instalment, and the line's result with it. A
 * line that is done is left alone, so a batch can be run again. A refusal rolls the line back; then {@link #refused} keeps the reason.
 */
@UseCase
public class BatchLines {

    /** What a line goes through. */
    public enum Step {
        REQUEST,
        APPROVE
    }

    private final BatchRows rows;
    private final BudgetRelease release;

    BatchLines(BatchRows rows, BudgetRelease release) {
        this.rows = rows;
        this.release = release;
    }

    /** Requests the release of the line's instalment, unless that was done before. */
    @RolesAllowed(Roles.FINANCE_OFFICER)
    public void request(long batch, int number) {
        Line line = rows.lock(batch, number);
        if (line.isToRequest()) {
            requireUnchanged(line, release.request(line.bid(), line.instalment()));
            rows.requested(batch, number, Result.DONE, null);
        }
    }

    /** Approves the release of the line's instalment, unless that was done before. */
    @RolesAllowed(Roles.FINANCE_APPROVER)
    public void approve(long batch, int number) {
        Line line = rows.lock(batch, number);
        if (line.isToApprove()) {
            requireUnchanged(line, release.approve(line.bid(), line.instalment()));
            rows.approved(batch, number, Result.DONE, null);
        }
    }

    /** What two people agree to is the amount that the line names: nothing else is requested or paid by it. */
    private static void requireUnchanged(Line line, Money amount) {
        if (!amount.equals(line.amount())) {
            throw BatchRefused.changed(line.amount(), amount);
        }
    }

    /** Sends the request of the line back to officers, unless it is settled. */
    @RolesAllowed(Roles.FINANCE_APPROVER)
    public void sendBack(long batch, int number, String reason) {
        Line line = rows.lock(batch, number);
        if (line.isToApprove()) {
            release.reject(line.bid(), line.instalment(), reason);
            rows.sentBack(batch, number);
        }
    }

    /** Keeps why a step was refused; where somebody else had done it already, that it is done. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER})
    public void refused(long batch, int number, Step step, @Nullable BusinessRuleViolation why) {
        Line line = rows.lock(batch, number);
        boolean before = why instanceof ReleaseRefused refused && refused.isDoneBefore();
        Result result = before ? Result.BEFORE : Result.REFUSED;
        BusinessRuleViolation kept = before ? null : why;
        if (step == Step.REQUEST && line.isToRequest()) {
            rows.requested(batch, number, result, kept);
        } else if (step == Step.APPROVE && line.isToApprove()) {
            rows.approved(batch, number, result, kept);
        }
    }
}

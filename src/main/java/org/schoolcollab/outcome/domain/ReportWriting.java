package org.schoolcollab.outcome.domain;

import java.util.List;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.outcome.OutcomeProcess;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.stereotype.Component;

/** How the lead writes a report of either kind. A draft may have gaps, a submitted report has none. */
@Component
public class ReportWriting {

    private final ReportStates states;
    private final ReportWindow window;
    private final OutcomeProcess process;
    private final CurrentUser currentUser;
    private final AuditTrail audit;

    ReportWriting(
            ReportStates states,
            ReportWindow window,
            OutcomeProcess process,
            CurrentUser currentUser,
            AuditTrail audit) {
        this.states = states;
        this.window = window;
        this.process = process;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    /** The report, for its lead to write on. */
    public <D, R> R open(ReportForm<D, R> form, BidId id) {
        return form.load(window.ofLead(id));
    }

    /** Every gap of what is typed. */
    public <D> List<Problem> gaps(ReportForm<D, ?> form, BidId id, D typed) {
        return form.gaps(form.inOrder(window.ofLead(id), typed));
    }

    /** Saves the draft, valid or not; only texts that do not fit are refused. */
    public <D, R> R save(ReportForm<D, R> form, BidId id, D typed) {
        BidSummary bid = window.lockForWriting(id, form.kind());
        D draft = form.inOrder(bid, typed);
        refuse(form.unfit(draft));
        form.save(id, draft);
        audit.record(Act.onBid(id.value(), form.action("Saved"), Roles.COLLABORATION_LEAD));
        return form.load(bid);
    }

    /** Submits what is typed to the adviser, late or not. */
    public <D> void submit(ReportForm<D, ?> form, BidId id, D typed) {
        BidSummary bid = window.lockForWriting(id, form.kind());
        D draft = form.inOrder(bid, typed);
        refuse(form.gaps(draft));
        form.save(id, draft);
        boolean late = window.isLate(bid, form.kind());
        states.submitted(id, form.kind(), currentUser.actor().id(), late);
        audit.record(Act.onBid(id.value(), form.action("Submitted"), Roles.COLLABORATION_LEAD)
                .with("late", late));
        process.submitted(bid, form.kind());
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ValidationFailed(problems);
        }
    }
}

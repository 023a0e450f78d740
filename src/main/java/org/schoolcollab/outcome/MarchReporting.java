package org.schoolcollab.outcome;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.outcome.OutcomeProcess.Kind;
import org.schoolcollab.outcome.domain.MarchStore;
import org.schoolcollab.outcome.domain.ReportRules;
import org.schoolcollab.outcome.domain.ReportStates;
import org.schoolcollab.outcome.domain.ReportWindow;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.transaction.annotation.Transactional;

/** The lead reports in March how far each priority has come (§12, §13). A draft may have gaps, a submitted report has none. */
@UseCase
public class MarchReporting {

    private final MarchStore reports;
    private final ReportStates states;
    private final ReportWindow window;
    private final OutcomeProcess process;
    private final CurrentUser currentUser;
    private final AuditTrail audit;

    MarchReporting(
            MarchStore reports,
            ReportStates states,
            ReportWindow window,
            OutcomeProcess process,
            CurrentUser currentUser,
            AuditTrail audit) {
        this.reports = reports;
        this.states = states;
        this.window = window;
        this.process = process;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    /** The report, for its lead to write on. */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    @Transactional(readOnly = true)
    public MarchReport open(BidId id) {
        return reports.load(window.ofLead(id));
    }

    /** Every gap of what is typed; empty where it can be submitted. */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    @Transactional(readOnly = true)
    public List<Problem> gaps(BidId id, MarchDraft typed) {
        return ReportRules.gaps(inOrder(window.ofLead(id), typed));
    }

    /**
     * Saves the draft, valid or not.
     *
     * @return the report as saved
     * @throws ValidationFailed if a text is longer than fits
     * @throws org.schoolcollab.shared.ChangedMeanwhile if somebody has saved since this draft was read
     * @throws ReportNotOpen before the window opens or once it was submitted
     */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public MarchReport save(BidId id, MarchDraft typed) {
        BidSummary bid = window.lockForWriting(id, Kind.MARCH);
        MarchDraft draft = inOrder(bid, typed);
        refuse(ReportRules.unfit(draft));
        reports.save(id, draft);
        audit.record(Act.onBid(id.value(), "outcome.marchSaved", Roles.COLLABORATION_LEAD));
        return reports.load(bid);
    }

    /**
     * Submits what is typed to the adviser.
     *
     * @throws ValidationFailed naming every gap at its field
     * @throws ReportNotOpen before the window opens or once it was submitted
     */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public void submit(BidId id, MarchDraft typed) {
        BidSummary bid = window.lockForWriting(id, Kind.MARCH);
        MarchDraft draft = inOrder(bid, typed);
        refuse(ReportRules.gaps(draft));
        reports.save(id, draft);
        boolean late = window.isLate(bid, Kind.MARCH);
        states.submitted(id, Kind.MARCH, currentUser.actor().id(), late);
        audit.record(Act.onBid(id.value(), "outcome.marchSubmitted", Roles.COLLABORATION_LEAD)
                .with("late", late));
        process.submitted(bid, Kind.MARCH);
    }

    /** One item for each priority of the plan, whatever was sent. */
    private MarchDraft inOrder(BidSummary bid, MarchDraft typed) {
        Map<UUID, MarchDraft.Item> byPriority = typed.items().stream()
                .collect(Collectors.toMap(MarchDraft.Item::priority, Function.identity(), (first, again) -> first));
        List<MarchDraft.Item> items = reports.load(bid).items().stream()
                .map(item -> byPriority.getOrDefault(item.priority(), new MarchDraft.Item(item.priority(), null, "")))
                .toList();
        return new MarchDraft(typed.version(), items, typed.selfAssessment(), typed.nextSteps());
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ValidationFailed(problems);
        }
    }
}

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
import org.schoolcollab.outcome.domain.OctoberStore;
import org.schoolcollab.outcome.domain.ReportRules;
import org.schoolcollab.outcome.domain.ReportStates;
import org.schoolcollab.outcome.domain.ReportWindow;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.transaction.annotation.Transactional;

/** The lead reports in October what the year's results were, by measure beside the targets (§14 to §16). */
@UseCase
public class OctoberReporting {

    private final OctoberStore reports;
    private final ReportStates states;
    private final ReportWindow window;
    private final OutcomeProcess process;
    private final CurrentUser currentUser;
    private final AuditTrail audit;

    OctoberReporting(
            OctoberStore reports,
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
    public OctoberReport open(BidId id) {
        return reports.load(window.ofLead(id));
    }

    /** Every gap of what is typed; empty where it can be submitted. */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    @Transactional(readOnly = true)
    public List<Problem> gaps(BidId id, OctoberDraft typed) {
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
    public OctoberReport save(BidId id, OctoberDraft typed) {
        BidSummary bid = window.lockForWriting(id, Kind.OCTOBER);
        OctoberDraft draft = inOrder(bid, typed);
        refuse(ReportRules.unfit(draft));
        reports.save(id, draft);
        audit.record(Act.onBid(id.value(), "outcome.octoberSaved", Roles.COLLABORATION_LEAD));
        return reports.load(bid);
    }

    /**
     * Submits what is typed to the adviser.
     *
     * @throws ValidationFailed naming every gap at its field
     * @throws ReportNotOpen before the window opens or once it was submitted
     */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public void submit(BidId id, OctoberDraft typed) {
        BidSummary bid = window.lockForWriting(id, Kind.OCTOBER);
        OctoberDraft draft = inOrder(bid, typed);
        refuse(ReportRules.gaps(draft));
        reports.save(id, draft);
        boolean late = window.isLate(bid, Kind.OCTOBER);
        states.submitted(id, Kind.OCTOBER, currentUser.actor().id(), late);
        audit.record(Act.onBid(id.value(), "outcome.octoberSubmitted", Roles.COLLABORATION_LEAD)
                .with("late", late));
        process.submitted(bid, Kind.OCTOBER);
    }

    /** One item for each target of the plan, whatever was sent. */
    private OctoberDraft inOrder(BidSummary bid, OctoberDraft typed) {
        Map<UUID, OctoberDraft.Item> byTarget = typed.items().stream()
                .collect(Collectors.toMap(OctoberDraft.Item::target, Function.identity(), (first, again) -> first));
        List<OctoberDraft.Item> items = reports.load(bid).items().stream()
                .map(item -> item.target().id())
                .map(target -> byTarget.getOrDefault(target, new OctoberDraft.Item(target, "", false, "", "")))
                .toList();
        return new OctoberDraft(typed.version(), items, typed.summary());
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ValidationFailed(problems);
        }
    }
}

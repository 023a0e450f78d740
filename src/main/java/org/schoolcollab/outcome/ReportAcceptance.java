package org.schoolcollab.outcome;

import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.establishment.Governors;
import org.schoolcollab.ledger.InstalmentConditions;
import org.schoolcollab.outcome.OutcomeProcess.Kind;
import org.schoolcollab.outcome.domain.ReportStates;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;

/** The adviser of the district accepts a report or sends it back with reasons. */
@UseCase
public class ReportAcceptance {

    /** Characters that fit a reason. */
    public static final int REASON = 2_000;

    private final ReportStates states;
    private final BidRegister bids;
    private final BidProgress progress;
    private final InstalmentConditions instalments;
    private final OutcomeProcess process;
    private final CollaborationDirectory collaborations;
    private final Governors governors;
    private final People people;
    private final CurrentUser currentUser;
    private final AuditTrail audit;
    private final PortalClock clock;

    ReportAcceptance(
            ReportStates states,
            BidRegister bids,
            BidProgress progress,
            InstalmentConditions instalments,
            OutcomeProcess process,
            CollaborationDirectory collaborations,
            Governors governors,
            People people,
            CurrentUser currentUser,
            AuditTrail audit,
            PortalClock clock) {
        this.states = states;
        this.bids = bids;
        this.progress = progress;
        this.instalments = instalments;
        this.process = process;
        this.collaborations = collaborations;
        this.governors = governors;
        this.people = people;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Accepts the report. An accepted March report frees the instalment that waits for it (rule 5), an accepted October report
     * closes the bid.
     *
     * @throws ReportNotOpen if it is not with the adviser, or was decided before: by whom and when
     * @throws AdviserIsInvolved if the person leads the collaboration, or heads or governs one of its schools
     */
    @RolesAllowed(Roles.ADVISER)
    public void accept(BidId id, Kind kind) {
        BidSummary bid = lock(id);
        states.decided(id, kind, ReportStatus.ACCEPTED, currentUser.actor().id(), "");
        audit.record(Act.onBid(id.value(), action(kind, "Accepted"), Roles.ADVISER));
        if (kind == Kind.MARCH) {
            instalments.marchReportAccepted(id);
        }
        process.accepted(bid, kind);
    }

    /**
     * Sends the report back to its lead.
     *
     * @param reason what to mend, at most {@link #REASON} characters
     */
    @RolesAllowed(Roles.ADVISER)
    public void returnReport(BidId id, Kind kind, String reason) {
        String why = Texts.reason(REASON, reason);
        BidSummary bid = lock(id);
        states.decided(id, kind, ReportStatus.RETURNED, currentUser.actor().id(), why);
        audit.record(
                Act.onBid(id.value(), action(kind, "Returned"), Roles.ADVISER).with("reason", why));
        process.returned(bid, kind);
    }

    private BidSummary lock(BidId id) {
        Actor actor = currentUser.actor();
        actor.require(Role.ADVISER, bids.get(id).places());
        BidSummary bid = progress.locked(id);
        if (bid.status() != BidStatus.IN_DELIVERY) {
            throw new BidNotInStage(bid.status());
        }
        Set<RoleGrant> grants = people.grantsOf(actor.id());
        boolean leads = grants.contains(new RoleGrant(
                Role.COLLABORATION_LEAD,
                Scope.collaboration(bid.collaborationId().value())));
        Set<EstablishmentId> governed = governors.schoolsOf(actor.id(), clock.today());
        boolean ofASchool = collaborations.membersAt(bid.collaborationId(), clock.today()).stream()
                .map(CollaborationDirectory.Member::school)
                .anyMatch(school -> governed.contains(school)
                        || grants.contains(new RoleGrant(Role.HEADTEACHER, Scope.establishment(school.value()))));
        if (leads || ofASchool) {
            throw new AdviserIsInvolved();
        }
        return bid;
    }

    private static String action(Kind kind, String done) {
        return (kind == Kind.MARCH ? "outcome.march" : "outcome.october") + done;
    }
}

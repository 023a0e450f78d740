package org.schoolcollab.bid;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.domain.Bid;
import org.schoolcollab.bid.domain.Consents;
import org.schoolcollab.bid.domain.GuideAmount;
import org.schoolcollab.bid.domain.GuideAmount.Guide;
import org.schoolcollab.bid.domain.LeadsBid;
import org.schoolcollab.bid.domain.MembersStandBehindThePlan;
import org.schoolcollab.bid.domain.PartRules;
import org.schoolcollab.bid.domain.PlanRules;
import org.schoolcollab.bid.domain.PlanStore;
import org.schoolcollab.bid.domain.RevisionStore;
import org.schoolcollab.bid.domain.RoundMustBeOpen;
import org.schoolcollab.programme.Measures;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.programme.Rounds.GivenEnvelope;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.ChangedMeanwhile;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.transaction.annotation.Transactional;

/** The lead submits the plan to the adviser, the first time or again after it was returned. */
@UseCase
public class BidSubmission {

    private final LeadsBid leadsBid;
    private final BidRegister register;
    private final PlanStore plans;
    private final RevisionStore revisions;
    private final GuideAmount guideAmount;
    private final Consents consents;
    private final Rounds rounds;
    private final List<PlanPoints> points;
    private final Measures measures;
    private final BidProcess process;
    private final PlanCatalogue catalogue;
    private final AuditTrail audit;
    private final PortalClock clock;

    BidSubmission(
            LeadsBid leadsBid,
            BidRegister register,
            PlanStore plans,
            RevisionStore revisions,
            GuideAmount guideAmount,
            Consents consents,
            Rounds rounds,
            List<PlanPoints> points,
            Measures measures,
            BidProcess process,
            PlanCatalogue catalogue,
            AuditTrail audit,
            PortalClock clock) {
        this.leadsBid = leadsBid;
        this.register = register;
        this.plans = plans;
        this.revisions = revisions;
        this.guideAmount = guideAmount;
        this.consents = consents;
        this.rounds = rounds;
        this.points = points;
        this.measures = measures;
        this.process = process;
        this.catalogue = catalogue;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every gap that the saved plan still has; empty where it can be submitted. */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    @Transactional(readOnly = true)
    public List<Problem> gaps(BidId id) {
        Bid bid = leadsBid.read(id);
        Round round = rounds.get(bid.roundId());
        return gaps(bid, plans.load(id), round, guide(bid, round));
    }

    /**
     * Submits the plan as it is saved.
     *
     * @throws ValidationFailed naming every gap at its field
     * @throws RoundNotOpen if the round does not take bids any more; a returned plan is taken after that too
     * @throws BidNotInStage if the plan is not with its lead
     */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public void submit(BidId id) {
        submit(leadsBid.lock(id), plans.load(id));
    }

    /**
     * Submits the plan that the lead has checked.
     *
     * @param version of the draft that was on the screen
     * @throws ChangedMeanwhile if somebody has saved another since
     */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public void submit(BidId id, int version) {
        Bid bid = leadsBid.lock(id);
        PlanDraft plan = plans.load(id);
        if (bid.status().isWithLead() && plan.version() != version) {
            throw new ChangedMeanwhile();
        }
        submit(bid, plan);
    }

    private void submit(Bid bid, PlanDraft plan) {
        if (!bid.status().isWithLead()) {
            throw new BidNotInStage(bid.status());
        }
        Round round = rounds.get(bid.roundId());
        RoundMustBeOpen.checkSubmission(round, bid.status(), clock.today());
        Guide guide = guide(bid, round);
        List<Problem> gaps = gaps(bid, plan, round, guide);
        if (!gaps.isEmpty()) {
            throw new ValidationFailed(gaps);
        }
        BidStatus before = bid.status();
        bid.keepSums(plan.requested(), plan.matched(), guide.amount(), guide.members());
        bid.submit(clock.instant());
        revisions.keep(bid.id(), bid.revision(), PlanRevision.Kind.SUBMITTED);
        leadsBid.flush();
        BidSummary summary = register.get(bid.id());
        audit.record(Act.onBid(
                        bid.id().value(),
                        before == BidStatus.RETURNED ? "bid.resubmitted" : "bid.submitted",
                        Roles.COLLABORATION_LEAD)
                .with("revision", summary.revision())
                .with("requested", summary.requested())
                .with("guide", summary.guide())
                .with("matched", summary.matched())
                .changed("status", before, summary.status()));
        process.submitted(summary);
    }

    private Guide guide(Bid bid, Round round) {
        return guideAmount.on(clock.today(), bid.collaborationId(), round);
    }

    private List<Problem> gaps(Bid bid, PlanDraft plan, Round round, Guide guide) {
        String area = register.get(bid.id()).areaCode();
        Money envelope = rounds.envelopes(round.id()).stream()
                .filter(given -> given.areaCode().equals(area))
                .map(GivenEnvelope::given)
                .findFirst()
                .orElse(Money.ZERO);
        List<Problem> gaps = new ArrayList<>(PlanRules.gaps(new PlanRules.Case(plan, round, guide.amount(), envelope)));
        MemberSchools members = consents.of(bid.id());
        gaps.addAll(PartRules.gaps(
                plans.read(bid.id()).fields(),
                new PartRules.Terms(
                        round, measures.of(round.id()), members.ids(), catalogue.labels(PlanCatalogue.Kind.PRIORITY))));
        gaps.addAll(MembersStandBehindThePlan.gaps(members));
        gaps.addAll(unanswered(bid.id()));
        return List.copyOf(gaps);
    }

    /** What came back with a point to each of which the lead answers before it is submitted again. */
    private List<Problem> unanswered(BidId id) {
        long open = points.stream()
                .flatMap(source -> source.of(id).stream())
                .filter(point -> point.toAnswer() && !point.answered())
                .count();
        return open == 0 ? List.of() : List.of(Problem.of("points", "error.bid.pointsOpen", open));
    }
}

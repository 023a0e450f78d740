package org.schoolcollab.bid;

import jakarta.annotation.security.RolesAllowed;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.domain.Bid;
import org.schoolcollab.bid.domain.BidRepository;
import org.schoolcollab.bid.domain.GuideAmount;
import org.schoolcollab.bid.domain.PlanStore;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.collaboration.CollaborationDirectory.Collaboration;
import org.schoolcollab.collaboration.CollaborationId;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.springframework.dao.DataIntegrityViolationException;

/** The lead of a collaboration starts its bid in the round that takes bids. */
@UseCase
public class BidStart {

    /** The area of collaborations that work across the county. */
    private static final String WHOLE_COUNTY = "ALL";

    private final BidRepository bids;
    private final BidRegister register;
    private final PlanStore plans;
    private final GuideAmount guideAmount;
    private final CollaborationDirectory collaborations;
    private final Rounds rounds;
    private final BidProcess process;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    BidStart(
            BidRepository bids,
            BidRegister register,
            PlanStore plans,
            GuideAmount guideAmount,
            CollaborationDirectory collaborations,
            Rounds rounds,
            BidProcess process,
            AuditTrail audit,
            CurrentUser currentUser,
            PortalClock clock) {
        this.bids = bids;
        this.register = register;
        this.plans = plans;
        this.guideAmount = guideAmount;
        this.collaborations = collaborations;
        this.rounds = rounds;
        this.process = process;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Starts a bid with an empty plan.
     *
     * @throws RoundNotOpen if no round takes bids today
     * @throws BidAlreadyStarted if the collaboration has a bid in this round, whatever became of it
     * @throws CollaborationHasNoBoard if no Area Board could decide on it
     */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public BidId start(CollaborationId id) {
        Actor actor = currentUser.actor();
        actor.require(Role.COLLABORATION_LEAD, java.util.List.of(Scope.collaboration(id.value())));
        Collaboration collaboration = collaborations.find(id).orElseThrow(NotFound::new);
        Round round = rounds.takingBids(clock.today()).orElseThrow(RoundNotOpen::new);
        String area = collaboration.areaCode();
        String district = collaboration.districtCode();
        if (area == null || district == null || area.equals(WHOLE_COUNTY)) {
            throw new CollaborationHasNoBoard(collaboration.name());
        }
        if (bids.existsByCollaborationIdAndRoundId(id.value(), round.id().value())) {
            throw new BidAlreadyStarted(collaboration.name(), round.name());
        }
        Bid bid = new Bid(BidId.random(), id, round.id(), area, district, actor.id(), clock.instant());
        var guide = guideAmount.on(clock.today(), id, round);
        bid.keepSums(Money.ZERO, Money.ZERO, guide.amount(), guide.members());
        try {
            bids.saveAndFlush(bid);
        } catch (DataIntegrityViolationException atTheSameMoment) {
            BidAlreadyStarted refusal = new BidAlreadyStarted(collaboration.name(), round.name());
            refusal.initCause(atTheSameMoment);
            throw refusal;
        }
        plans.begin(bid.id(), actor.id(), clock.instant());
        audit.record(Act.onBid(bid.id().value(), "bid.started", Roles.COLLABORATION_LEAD)
                .with("collaboration", collaboration.name())
                .with("round", round.name()));
        process.started(register.get(bid.id()));
        return bid.id();
    }
}

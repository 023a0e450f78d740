package org.schoolcollab.workflow;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import org.flowable.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidProcess;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts a bid's process, and tells it that the plan was submitted or the bid withdrawn. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BidSteps implements BidProcess {

    static final String PROCESS = "bidLifecycle";

    private final RuntimeService runtime;
    private final OpenSteps steps;
    private final Rounds rounds;
    private final PinnedVersions pinned;
    private final EntityManager entities;

    BidSteps(RuntimeService runtime, OpenSteps steps, Rounds rounds, PinnedVersions pinned, EntityManager entities) {
        this.runtime = runtime;
        this.steps = steps;
        this.rounds = rounds;
        this.pinned = pinned;
        this.entities = entities;
    }

    @Override
    public void started(BidSummary bid) {
        Round round = rounds.get(bid.roundId());
        LocalDate bidsClose = required(round, round.bidsClose());
        LocalDate marchFrom = required(round, round.marchFrom());
        LocalDate marchTo = required(round, round.marchTo());
        LocalDate octoberFrom = required(round, round.octoberFrom());
        LocalDate octoberTo = required(round, round.octoberTo());
        HandedOver.AtStart values = new HandedOver.AtStart(
                Scope.collaboration(bid.collaborationId().value()).groupOf(Role.COLLABORATION_LEAD),
                Scope.district(bid.districtCode()).groupOf(Role.ADVISER),
                round.laterNeedsMarchReport(),
                bidsClose,
                marchFrom,
                marchTo,
                octoberFrom,
                octoberTo);
        // The bid has to be in the database before its round is asked for.
        entities.flush();
        runtime.startProcessInstanceById(
                pinned.definitionFor(bid.id(), PROCESS), bid.id().toString(), values.variables());
    }

    @Override
    public void submitted(BidSummary bid) {
        steps.complete(bid.id(), ProcessVariables.values(), "userTask_DraftPlan", "userTask_RevisePlan");
    }

    @Override
    public void withdrawn(BidSummary bid) {
        steps.send(bid.id(), "bidWithdrawn");
    }

    private static LocalDate required(Round round, @Nullable LocalDate date) {
        if (date == null) {
            throw new RoundWithoutWindows(round.name());
        }
        return date;
    }
}

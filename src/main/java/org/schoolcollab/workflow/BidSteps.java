package org.schoolcollab.workflow;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
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

    /** Days before the last day of a window on which people are reminded. */
    private static final int REMIND_DAYS = 5;

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
        ProcessVariables.Values values = ProcessVariables.values()
                .with(
                        ProcessVariables.LEAD_GROUP,
                        Scope.collaboration(bid.collaborationId().value()).groupOf(Role.COLLABORATION_LEAD))
                .with(
                        ProcessVariables.ADVISER_GROUP,
                        Scope.district(bid.districtCode()).groupOf(Role.ADVISER))
                .with(ProcessVariables.SECOND_WAITS, round.laterNeedsMarchReport())
                .with(ProcessVariables.PLAN_REMINDER, reminder(bidsClose))
                .with(ProcessVariables.PLAN_DUE, date(WorkingDays.endOf(bidsClose)))
                .with(ProcessVariables.MARCH_OPENS, date(WorkingDays.morningOf(marchFrom)))
                .with(ProcessVariables.MARCH_REMINDER, reminder(marchTo))
                .with(ProcessVariables.MARCH_DUE, date(WorkingDays.endOf(marchTo)))
                .with(ProcessVariables.OCTOBER_OPENS, date(WorkingDays.morningOf(octoberFrom)))
                .with(ProcessVariables.OCTOBER_REMINDER, reminder(octoberTo))
                .with(ProcessVariables.OCTOBER_DUE, date(WorkingDays.endOf(octoberTo)));
        // The bid has to be in the database before its round is asked for.
        entities.flush();
        runtime.startProcessInstanceById(
                pinned.definitionFor(bid.id(), PROCESS), bid.id().toString(), values.map());
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

    private static Date reminder(LocalDate lastDay) {
        return date(WorkingDays.morningOf(lastDay.minusDays(REMIND_DAYS)));
    }

    private static Date date(Instant instant) {
        return Date.from(instant);
    }
}

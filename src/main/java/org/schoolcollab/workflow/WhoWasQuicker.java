package org.schoolcollab.workflow;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.inbox.BidWork;
import org.schoolcollab.inbox.WorkItem;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.shell.Dates;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Two people on one task: where a bid has moved on because another member of the person's group was quicker, the refusal names who it
 * was and when, instead of the stage alone.
 */
@Aspect
@Component
@Order(150)
class WhoWasQuicker {

    private final ObjectProvider<BidWork> work;
    private final CurrentUser currentUser;

    WhoWasQuicker(ObjectProvider<BidWork> work, CurrentUser currentUser) {
        this.work = work;
        this.currentUser = currentUser;
    }

    @Around("@within(org.schoolcollab.shared.UseCase)")
    Object sayWho(ProceedingJoinPoint call) throws Throwable {
        try {
            return call.proceed();
        } catch (BidNotInStage moved) {
            throw Arrays.stream(call.getArgs())
                    .filter(BidId.class::isInstance)
                    .map(BidId.class::cast)
                    .findFirst()
                    .flatMap(this::doneByAColleague)
                    .map(done -> refusal(done, moved))
                    .orElse(moved);
        }
    }

    /** The last step of this person's groups on the bid, if another did it. */
    private Optional<WorkItem> doneByAColleague(BidId bid) {
        Actor actor = currentUser.actor();
        return work.getObject().of(bid).stream()
                .filter(item ->
                        item.state() == WorkItem.State.DONE && item.group().includes(actor))
                .reduce((first, last) -> last)
                .filter(item -> !actor.name().equals(item.doneName()));
    }

    private static RuntimeException refusal(WorkItem done, BidNotInStage moved) {
        StepNotOpen refusal = new StepNotOpen(
                Objects.requireNonNull(done.doneName()), Dates.moment(Objects.requireNonNull(done.doneAt())));
        refusal.initCause(moved);
        return refusal;
    }
}

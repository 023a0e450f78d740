package org.schoolcollab.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.inbox.BidWork;
import org.schoolcollab.inbox.WorkItem;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.shell.Dates;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Two people on one task, or one with two windows: where a bid has moved on because another member of the person's group was quicker,
 * or because they did the step themselves, the refusal says who it was and when, instead of the stage alone.
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
                    .flatMap(bid -> whoMovedIt(bid, moved))
                    .orElse(moved);
        }
    }

    private Optional<RuntimeException> whoMovedIt(BidId bid, BidNotInStage moved) {
        Actor actor = currentUser.actor();
        List<WorkItem> done = work.getObject().of(bid).stream()
                .filter(item -> item.state() == WorkItem.State.DONE)
                .toList();
        Optional<WorkItem> lastOfGroup =
                done.stream().filter(item -> item.group().includes(actor)).reduce((first, last) -> last);
        if (lastOfGroup.isEmpty() || moved.messageKey().endsWith(BidStatus.WITHDRAWN.name())) {
            return Optional.empty();
        }
        WorkItem item = lastOfGroup.get();
        if (!actor.name().equals(item.doneName())) {
            return Optional.of(refusal(item, moved));
        }
        // Their own step says something only as long as nobody has done another since.
        return item.equals(done.getLast()) ? Optional.of(byYourself(item, moved)) : Optional.empty();
    }

    private static RuntimeException byYourself(WorkItem done, BidNotInStage moved) {
        DoneByYourself refusal = new DoneByYourself(Dates.moment(Objects.requireNonNull(done.doneAt())));
        refusal.initCause(moved);
        return refusal;
    }

    private static RuntimeException refusal(WorkItem done, BidNotInStage moved) {
        StepNotOpen refusal = new StepNotOpen(
                Objects.requireNonNull(done.doneName()), Dates.moment(Objects.requireNonNull(done.doneAt())));
        refusal.initCause(moved);
        return refusal;
    }
}

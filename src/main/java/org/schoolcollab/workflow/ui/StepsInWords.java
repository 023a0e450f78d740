package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.inbox.WorkItem;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.StatusBadge;
import org.schoolcollab.workflow.BidCourse;

/** The steps of a bid as an ordered list: what is done by whom and when, what is open now, what is to come. */
class StepsInWords extends OrderedList {

    /** The way of a bid on which nothing is returned, refused or repeated. */
    private static final List<String> WAY = List.of(
            "userTask_DraftPlan",
            "userTask_ReviewPlan",
            "userTask_OpenBallot",
            "userTask_CastVote",
            "userTask_AcceptAward",
            "userTask_RequestRelease",
            "userTask_ApproveRelease",
            "userTask_WriteMarchReport",
            "userTask_AcceptMarchReport",
            "userTask_WriteOctoberReport",
            "userTask_AcceptOctoberReport");

    StepsInWords(BidSummary bid, List<WorkItem> work, Optional<BidCourse.Wait> wait) {
        addClassName("process-steps");
        int reached = -1;
        for (WorkItem item : work) {
            reached = Math.max(reached, WAY.indexOf(after(item.taskKey())));
            add(line(item));
        }
        wait.ifPresent(date -> add(line(words(this, date), "now", StatusBadge.Tone.ACCENT, "")));
        if (!bid.status().isEnded()) {
            WAY.stream()
                    .skip(reached + 1L)
                    .forEach(task -> add(line(getTranslation("task." + task), "next", StatusBadge.Tone.NEUTRAL, "")));
        } else {
            add(line(getTranslation("enum.BidStatus." + bid.status().name()), "done", StatusBadge.Tone.GOOD, ""));
        }
    }

    /** What a bid waits for: one of the windows of its round, or what an editor has it wait for. */
    static String words(Component owner, BidCourse.Wait wait) {
        String until = Dates.day(wait.until());
        return switch (wait.elementId()) {
            case "timerEvent_MarchWindowOpened" ->
                owner.getTranslation("workflow.wait.timerEvent_MarchWindowOpened", until);
            case "timerEvent_OctoberWindowOpened" ->
                owner.getTranslation("workflow.wait.timerEvent_OctoberWindowOpened", until);
            default -> owner.getTranslation("workflow.wait.other", wait.name(), until);
        };
    }

    /** Steps beside the way count as the one they stand for. */
    private static String after(String task) {
        return switch (task) {
            case "userTask_RevisePlan" -> "userTask_DraftPlan";
            case "userTask_GiveCastingVote" -> "userTask_CastVote";
            default -> task;
        };
    }

    private ListItem line(WorkItem item) {
        String name = getTranslation("task." + item.taskKey());
        if (item.state() == WorkItem.State.DONE && item.doneAt() != null) {
            return line(
                    name,
                    "done",
                    StatusBadge.Tone.GOOD,
                    getTranslation(
                            "workflow.steps.doneBy", String.valueOf(item.doneName()), Dates.moment(item.doneAt())));
        }
        String due = item.due() == null ? "" : getTranslation("workflow.steps.due", Dates.day(item.due()));
        String who = item.claimedName() == null ? "" : item.claimedName() + ". ";
        if (item.state() == WorkItem.State.PAUSED) {
            return line(name, "paused", StatusBadge.Tone.WARN, who + due);
        }
        return line(name, "now", StatusBadge.Tone.ACCENT, who + due);
    }

    private ListItem line(String name, String state, StatusBadge.Tone tone, String more) {
        Span title = new Span(name + " ");
        title.addClassName("row-title");
        ListItem line = new ListItem(title, new StatusBadge(getTranslation("workflow.steps." + state), tone));
        line.addClassName("step-" + state);
        if (!more.isEmpty()) {
            Span detail = new Span(" " + more);
            detail.addClassName("row-meta");
            line.add(detail);
        }
        if (state.equals("now")) {
            line.getElement().setAttribute("aria-current", "step");
        }
        return line;
    }
}

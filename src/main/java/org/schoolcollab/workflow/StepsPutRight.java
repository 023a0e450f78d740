package org.schoolcollab.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.TimerEventDefinition;
import org.flowable.bpmn.model.UserTask;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.TaskService;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.identitylink.api.IdentityLinkInfo;
import org.flowable.job.api.Job;
import org.flowable.task.api.Task;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.Stage;
import org.schoolcollab.inbox.OpenedTask;
import org.schoolcollab.inbox.WorkItems;
import org.schoolcollab.shared.PortalClock;
import org.springframework.stereotype.Component;

/**
 * After a move the engine's open tasks still have the group, deadline and screen of the old version, and their timers count from the
 * move. Here they get those of the new version, counted from the day the task was opened, and the inbox is told.
 */
@Component
class StepsPutRight {

    private static final Pattern DAYS = Pattern.compile("P([0-9]{1,3})D");

    /**
     * What was open before.
     *
     * @param tasks how often each step
     * @param timers when each timer was to come, by the id of its step or event
     */
    record Before(Map<String, Integer> tasks, Map<String, Date> timers) {}

    private final TaskService tasks;
    private final RepositoryService repository;
    private final ManagementService management;
    private final WorkItems items;

    StepsPutRight(TaskService tasks, RepositoryService repository, ManagementService management, WorkItems items) {
        this.tasks = tasks;
        this.repository = repository;
        this.management = management;
        this.items = items;
    }

    Before before(String instance) {
        Map<String, Integer> count = new HashMap<>();
        open(instance).forEach(task -> count.merge(task.getTaskDefinitionKey(), 1, Integer::sum));
        Map<String, Date> timers = new HashMap<>();
        management
                .createTimerJobQuery()
                .processInstanceId(instance)
                .list()
                .forEach(job -> timers.put(job.getElementId(), job.getDuedate()));
        return new Before(count, timers);
    }

    private List<Task> open(String instance) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .includeIdentityLinks()
                .list();
    }

    /**
     * Puts the instance's tasks right.
     *
     * @param definition the engine's id of the version it is on now
     * @param goes step where it has to stand now, unless the process went on from there, by the step where it stood
     * @throws MoveRefused if what was open is not open now, or more than that
     */
    @SuppressWarnings("JavaUtilDate") // the engine's
    void putRight(BidMigration.Instance moved, String definition, Before before, Map<String, String> goes) {
        BpmnModel model = repository.getBpmnModel(definition);
        String instance = moved.id();
        List<Task> open = open(instance);
        requireWhole(open, before, Set.copyOf(goes.values()));
        Map<String, Date> opened = new HashMap<>();
        for (Task task : open) {
            if (model.getFlowElement(task.getTaskDefinitionKey()) instanceof UserTask step) {
                opened.put(step.getId(), task.getCreateTime());
                putRight(moved.bid(), task, step);
            }
        }
        // Who waits for some days goes on waiting for what is left of them; such a step only becomes one that waits
        // alike.
        Map<String, Date> waits = new HashMap<>();
        goes.forEach((from, to) -> {
            Date until = before.timers().get(from);
            if (until != null) {
                waits.put(to, until);
            }
        });
        management.createTimerJobQuery().processInstanceId(instance).list().forEach(job -> {
            Date waited = waits.get(job.getElementId());
            Date due = waited != null ? waited : due(model, job, opened);
            if (due != null && due.getTime() != job.getDuedate().getTime()) {
                dueAt(job, due);
            }
        });
    }

    /** A step that several people do at once has to be open for as many of them as before: the engine would ask all of them again. */
    private static void requireWhole(List<Task> open, Before before, Set<String> expected) {
        Map<String, Integer> now = new HashMap<>();
        open.forEach(task -> now.merge(task.getTaskDefinitionKey(), 1, Integer::sum));
        before.tasks().forEach((step, count) -> {
            if (expected.contains(step) && !Objects.equals(now.get(step), count)) {
                throw MoveRefused.partlyDone();
            }
        });
    }

    private void putRight(BidId bid, Task task, UserTask step) {
        Set<String> before = new TreeSet<>();
        task.getIdentityLinks().stream()
                .map(IdentityLinkInfo::getGroupId)
                .filter(Objects::nonNull)
                .forEach(before::add);
        Set<String> groups = new TreeSet<>();
        step.getCandidateGroups().forEach(group -> groups.addAll(groups(task, group)));
        if (step.getId().equals(ReviewSteps.TASK) && before.contains(ReviewSteps.TO_SEE_TO_IT)) {
            // No version names this queue: nobody of the district may review the bid, and a move changes nothing about
            // that.
            groups.add(ReviewSteps.TO_SEE_TO_IT);
        }
        Date due = due(task, step);
        task.setName(step.getName());
        task.setCategory(step.getCategory());
        task.setFormKey(step.getFormKey());
        task.setDueDate(due);
        tasks.saveTask(task);
        if (task.getAssignee() != null && !groups.isEmpty() && !groups.equals(before)) {
            tasks.unclaim(task.getId());
        }
        Set<String> gone = new HashSet<>(before);
        gone.removeAll(groups);
        Set<String> come = new HashSet<>(groups);
        come.removeAll(before);
        gone.forEach(group -> tasks.deleteCandidateGroup(task.getId(), group));
        come.forEach(group -> tasks.addCandidateGroup(task.getId(), group));
        items.changed(new OpenedTask(
                task.getId(),
                bid,
                step.getId(),
                Stage.valueOf(step.getCategory()),
                step.getFormKey(),
                groups,
                null,
                task.getCreateTime().toInstant(),
                due == null ? null : due.toInstant()));
    }

    private List<String> groups(Task task, String written) {
        Object value = value(task, written);
        List<String> groups = new ArrayList<>();
        if (value instanceof Collection<?> several) {
            several.forEach(group -> groups.add(String.valueOf(group)));
        } else if (value != null) {
            groups.addAll(List.of(value.toString().split("\\s*,\\s*")));
        }
        return groups;
    }

    private @Nullable Date due(Task task, UserTask step) {
        String written = step.getDueDate();
        if (written == null) {
            return null;
        }
        Date counted = counted(written, step.getBusinessCalendarName(), task.getCreateTime());
        return counted != null ? counted : value(task, written) instanceof Date date ? date : null;
    }

    private static @Nullable Date counted(String written, @Nullable String calendar, Date from) {
        Matcher days = DAYS.matcher(written);
        if (!days.matches()) {
            return null;
        }
        int count = Integer.parseInt(days.group(1));
        if (calendar == null || calendar.isEmpty()) {
            return Date.from(from.toInstant().plus(java.time.Duration.ofDays(count)));
        }
        LocalDate day = WorkingDays.after(LocalDate.ofInstant(from.toInstant(), PortalClock.LONDON), count);
        Instant moment =
                calendar.equals(WorkingDayCalendar.MORNING) ? WorkingDays.morningOf(day) : WorkingDays.endOf(day);
        return Date.from(moment);
    }

    /** When a timer that counts days on a task is due by the new version; null where it names a date or stands elsewhere. */
    @SuppressWarnings("JavaUtilDate") // the engine's
    private static @Nullable Date due(BpmnModel model, Job job, Map<String, Date> opened) {
        if (!(model.getFlowElement(job.getElementId()) instanceof BoundaryEvent event)) {
            return null;
        }
        Date since = opened.get(event.getAttachedToRefId());
        if (since != null
                && event.getEventDefinitions().getFirst() instanceof TimerEventDefinition timer
                && timer.getTimeDuration() != null) {
            return counted(timer.getTimeDuration(), timer.getCalendarName(), since);
        }
        return null;
    }

    private @Nullable Object value(Task task, String expression) {
        return management.executeCommand(context -> CommandContextUtil.getProcessEngineConfiguration(context)
                .getExpressionManager()
                .createExpression(expression)
                .getValue(CommandContextUtil.getExecutionEntityManager(context).findById(task.getExecutionId())));
    }

    private void dueAt(Job job, Date due) {
        management.executeCommand(context -> {
            CommandContextUtil.getTimerJobService(context)
                    .findTimerJobById(job.getId())
                    .setDuedate(due);
            return null;
        });
    }
}

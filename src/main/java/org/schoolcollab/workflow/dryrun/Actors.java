package org.schoolcollab.workflow.dryrun;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowable.engine.ManagementService;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.runtime.Execution;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.job.api.Job;
import org.flowable.task.api.Task;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.workflow.HandedOver;
import org.schoolcollab.workflow.ProcessVariables;
import org.schoolcollab.workflow.WorkingDays;
import org.schoolcollab.workflow.dryrun.Moment.Alternative;
import org.schoolcollab.workflow.dryrun.Moment.Open;
import org.schoolcollab.workflow.gate.MadeUpBid;
import org.schoolcollab.workflow.gate.Outline;

/** The people around a made-up bid: do in the engine what the modules would tell it, and look where the bid stands. */
final class Actors {

    private static final List<String> VOTERS = List.of(
            PersonId.random().toString(),
            PersonId.random().toString(),
            PersonId.random().toString());
    private static final int MAJORITY = 2;
    private static final int MOST_TIMERS = 20;
    private static final int DAYS_TO_VOTE = 10;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final Script script;
    private final World world;
    private final Lookout lookout;

    /**
     * What is played.
     *
     * @param main the engine's id of the definition that a bid starts
     * @param keys of definitions, by the engine's ids
     */
    record Script(
            String bid,
            String main,
            HandedOver.AtStart start,
            boolean secondWaitsIsGiven,
            Map<String, String> keys,
            Map<String, Outline> outlines,
            Map<String, Asked> asked) {

        String keyOf(ProcessInstance process) {
            return keys.getOrDefault(process.getProcessDefinitionId(), "");
        }

        Outline.@Nullable Step step(String key, String element) {
            Outline outline = outlines.get(key);
            return outline == null ? null : outline.step(element);
        }
    }

    Actors(ProcessEngine engine, Script script, World world) {
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
        management = engine.getManagementService();
        this.script = script;
        this.world = world;
        this.lookout = new Lookout(runtime, tasks, script, world);
    }

    /** Where the bid stands now. */
    Lookout.Sight look() {
        return lookout.look();
    }

    void act(Alternative how) {
        switch (how.act()) {
            case START -> start();
            case DO -> complete(how.open());
            case VOTE -> vote(how.open());
            case END_VOTING -> {
                world.nextDay();
                world.settle();
                message("votingEnded", how.open());
            }
            case RUN_OUT -> {
                world.answers()
                        .cameBetween(
                                world.label(how.open().process(), how.open().element()), "RAN_OUT");
                runOut(how.open());
            }
            case WAIT ->
                fire(timers().stream()
                        .filter(timer -> timer.kind() == Outline.Kind.WAIT)
                        .findFirst()
                        .orElseThrow());
            case WITHDRAW -> {
                world.nextDay();
                world.bid().withdraw();
                message("bidWithdrawn", how.open());
            }
        }
    }

    private void start() {
        HandedOver.AtStart start = script.start();
        boolean waits = script.secondWaitsIsGiven()
                && world.answers()
                        .choose("", List.of("SECOND_AT_ONCE", "SECOND_WAITS"))
                        .equals("SECOND_WAITS");
        world.bid().agreed(1, waits);
        Map<String, Object> values = new HashMap<>(start.variables());
        values.put(ProcessVariables.SECOND_WAITS.name(), waits);
        runtime.startProcessInstanceById(script.main(), script.bid(), values);
    }

    private void complete(Open open) {
        Task task = open(open).stream().findFirst().orElseThrow();
        String screen = open.screen();
        int instalment =
                runtime.getVariable(task.getExecutionId(), ProcessVariables.INSTALMENT.name()) instanceof Number number
                        ? number.intValue()
                        : 0;
        if (!world.bid().isPossible(screen, instalment)) {
            throw new NotPossibleNow(open.process(), open.element());
        }
        world.nextDay();
        String answer = world.answers().choose(task.getName(), answers(open));
        world.bid().act(screen, answer, instalment);
        world.write(
                PathStep.Kind.TASK,
                open.process(),
                open.element(),
                answer,
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
        tasks.complete(task.getId(), values(screen, answer));
    }

    /** A sign-off can be sent back only where the process has a way for that. */
    private List<String> answers(Open open) {
        List<String> all = MadeUpBid.outcomes(open.screen());
        Outline outline = script.outlines().get(open.process());
        boolean noWayBack = open.screen().equals("sign-off")
                && outline != null
                && !outline.isAskedBehind(open.element(), ProcessVariables.SIGN_OFF.name());
        return noWayBack ? all.subList(0, 1) : all;
    }

    private Map<String, Object> values(String screen, String answer) {
        if (answer.isEmpty()) {
            return Map.of();
        }
        if (screen.equals("sign-off")) {
            return Map.of(ProcessVariables.SIGN_OFF.name(), answer);
        }
        if (answer.equals("OPEN")) {
            LocalDate today = LocalDate.ofInstant(world.now(), PortalClock.LONDON);
            Instant closes = WorkingDays.endOf(WorkingDays.after(today, DAYS_TO_VOTE));
            return HandedOver.atVoteInWriting(today, VOTERS, closes);
        }
        return Map.of(ProcessVariables.DECISION.name(), answer);
    }

    private void vote(Open open) {
        if (!world.bid().isPossible("vote", 0)) {
            throw new NotPossibleNow(open.process(), open.element());
        }
        world.nextDay();
        List<Task> left = open(open);
        Instant due = left.getFirst().getDueDate() == null
                ? null
                : left.getFirst().getDueDate().toInstant();
        world.write(PathStep.Kind.VOTE, open.process(), open.element(), "", due);
        for (int cast = 1; !left.isEmpty(); cast++, left = open(open)) {
            if (cast >= MAJORITY || left.size() == 1) {
                world.settle();
            }
            tasks.complete(left.getFirst().getId());
        }
    }

    private void message(String name, Open open) {
        Execution waiting = waitingFor(name);
        if (waiting == null) {
            throw new NotPossibleNow(open.process(), open.element());
        }
        world.answers().cameBetween(world.label(open.process(), open.element()), name);
        runtime.messageEventReceived(name, waiting.getId());
    }

    /** Whether the process waits for this message. */
    boolean hears(String name) {
        return waitingFor(name) != null;
    }

    private @Nullable Execution waitingFor(String name) {
        return runtime.createExecutionQuery()
                .processInstanceBusinessKey(script.bid(), true)
                .messageEventSubscriptionName(name)
                .singleResult();
    }

    /** Whether the step ends by itself if nobody acts; the moment is told what happens beside it. */
    boolean runsOut(Moment moment, Open step) {
        List<PathStep.Later> later = runOut(step);
        boolean ends = open(step).isEmpty();
        if (!ends) {
            moment.later(later);
        }
        return ends;
    }

    private List<PathStep.Later> runOut(Open step) {
        List<PathStep.Later> later = new ArrayList<>();
        while (later.size() < MOST_TIMERS && !open(step).isEmpty()) {
            Timer next = timers().stream().findFirst().orElse(null);
            if (next == null) {
                return later;
            }
            if (next.ends() && step.screen().equals("vote")) {
                world.settle();
            }
            fire(next);
            later.add(new PathStep.Later(world.label(next.process(), next.job().getElementId()), world.now()));
        }
        return later;
    }

    /** A date that the engine waits for. */
    private record Timer(String process, Job job, Outline.Kind kind, boolean ends) {}

    /** The one that is due first comes first. */
    private List<Timer> timers() {
        List<Timer> all = new ArrayList<>();
        for (ProcessInstance process : lookout.processes()) {
            String key = script.keyOf(process);
            management
                    .createTimerJobQuery()
                    .processInstanceId(process.getId())
                    .list()
                    .forEach(job -> {
                        Outline.Step step = script.step(key, job.getElementId());
                        if (step != null) {
                            all.add(new Timer(
                                    key,
                                    job,
                                    step.kind(),
                                    "true".equals(step.properties().get("ends"))));
                        }
                    });
        }
        all.sort(Comparator.comparing((Timer timer) -> timer.job().getDuedate())
                .thenComparing(timer -> timer.job().getElementId()));
        return all;
    }

    private void fire(Timer timer) {
        world.until(timer.job().getDuedate().toInstant());
        if (timer.kind() == Outline.Kind.WAIT) {
            world.write(PathStep.Kind.WAIT, timer.process(), timer.job().getElementId(), "");
        }
        management.executeJob(
                management.moveTimerToExecutableJob(timer.job().getId()).getId());
    }

    private List<Task> open(Open step) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(script.bid())
                .taskDefinitionKey(step.element())
                .list();
    }
}

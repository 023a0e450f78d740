package org.schoolcollab.workflow.dryrun;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEventType;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.event.FlowableActivityEvent;
import org.flowable.engine.delegate.event.FlowableSequenceFlowTakenEvent;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.workflow.ProcessVariables;
import org.schoolcollab.workflow.Stage;
import org.schoolcollab.workflow.WorkingDays;
import org.schoolcollab.workflow.gate.MadeUpBid;
import org.schoolcollab.workflow.gate.Outline;
import org.schoolcollab.workflow.gate.Outline.Kind;

/** The portal as one made-up bid sees it: answers what the definition asks, moves the clock and writes down what happens. */
final class World implements Stage {

    static final String COUNT_BALLOT = "countBallot";

    private static final String COMMIT_FUNDS = "commitFunds";
    private static final LocalTime WHEN_PEOPLE_ACT = LocalTime.of(10, 0);
    private static final List<String> LEADERS = List.of(Scope.area("made-up").groupOf(Role.BOARD_CHAIR));

    private final Map<String, Outline> outlines;
    private final Map<String, String> definitions;
    private final Map<String, String> keys;
    private final Set<String> reached;
    private final String main;
    private final boolean secondWaitsIsGiven;
    private MadeUpBid bid = new MadeUpBid(1, false);
    private Instant now;
    private Answers answers = new Answers(List.of());
    private boolean settled;
    private List<PathStep> steps = new ArrayList<>();

    /**
     * A world for some definitions.
     *
     * @param outlines of every definition, by key
     * @param definitions the engine's id of each, by key
     * @param reached is given every element that was come by, as {@code key#id}
     * @param secondWaitsIsGiven whether it is known from the start that the second instalment waits; else it is made up when money is
     *     committed
     */
    World(
            Map<String, Outline> outlines,
            Map<String, String> definitions,
            Set<String> reached,
            String main,
            boolean secondWaitsIsGiven,
            Instant now) {
        this.outlines = outlines;
        this.definitions = definitions;
        this.keys = definitions.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        this.reached = reached;
        this.main = main;
        this.secondWaitsIsGiven = secondWaitsIsGiven;
        this.now = now;
    }

    /** Goes on from here. */
    void begin(MadeUpBid from, Instant at, List<Integer> told) {
        bid = from;
        now = at;
        answers = new Answers(told);
        settled = false;
        steps = new ArrayList<>();
    }

    /** Where it is, to come back to after something was only tried. */
    record Mark(MadeUpBid bid, Instant now, Answers answers, boolean settled, List<PathStep> steps) {}

    Mark mark() {
        return new Mark(bid, now, answers, settled, steps);
    }

    void backTo(Mark mark) {
        bid = mark.bid();
        now = mark.now();
        answers = mark.answers();
        settled = mark.settled();
        steps = mark.steps();
    }

    MadeUpBid bid() {
        return bid;
    }

    Answers answers() {
        return answers;
    }

    List<PathStep> steps() {
        return steps;
    }

    @Override
    public Instant now() {
        return now;
    }

    /** To this moment, unless it is over. */
    void until(Instant later) {
        if (later.isAfter(now)) {
            now = later;
        }
    }

    /** To the next working day: people take a day for each step. */
    void nextDay() {
        LocalDate next = WorkingDays.after(LocalDate.ofInstant(now, PortalClock.LONDON), 1);
        now = next.atTime(WHEN_PEOPLE_ACT).atZone(PortalClock.LONDON).toInstant();
    }

    /** The votes that are in, or the end of the voting, settle the ballot. */
    void settle() {
        if (!settled && bid.isPossible("vote", 0)) {
            bid.act("vote", "", 0);
        }
        settled = true;
    }

    @Override
    public boolean isBallotSettled() {
        return settled;
    }

    @Override
    public String definitionFor(String key) {
        return Objects.requireNonNull(definitions.get(key), key);
    }

    @Override
    public List<String> leaders() {
        return LEADERS;
    }

    @Override
    public void serve(String delegate, DelegateExecution execution) {
        String process = keys.getOrDefault(execution.getProcessDefinitionId(), "");
        String element = execution.getCurrentActivityId();
        if (!bid.canServe(delegate)) {
            throw new NotPossibleNow(process, element);
        }
        String name = label(process, element);
        String answer = "";
        if (delegate.equals(COUNT_BALLOT)) {
            answer = answers.choose(name, bid.counts());
            ProcessVariables.DECISION.set(execution, answer);
        } else if (delegate.equals(COMMIT_FUNDS)) {
            answer = instalments(name, execution);
        }
        bid.serve(delegate, answer);
        if (!steps.isEmpty() && steps.getLast().element().equals(element)) {
            steps.set(steps.size() - 1, steps.getLast().answered(answer));
        }
    }

    private String instalments(String name, DelegateExecution execution) {
        String answer = answers.choose(
                name, secondWaitsIsGiven ? List.of("ONE", "TWO") : List.of("ONE", "TWO", "TWO_SECOND_WAITS"));
        int number = answer.equals("ONE") ? 1 : 2;
        boolean waits = secondWaitsIsGiven ? bid.standing().secondWaits() : answer.equals("TWO_SECOND_WAITS");
        bid.agreed(number, waits);
        ProcessVariables.INSTALMENTS.set(execution, number);
        if (!secondWaitsIsGiven) {
            CommandContextUtil.getExecutionEntityManager()
                    .findById(execution.getRootProcessInstanceId())
                    .setVariable(ProcessVariables.SECOND_WAITS.name(), waits);
        }
        return answer;
    }

    @Override
    public void happened(FlowableEngineEvent event) {
        String process = keys.getOrDefault(Objects.toString(event.getProcessDefinitionId(), ""), "");
        if (event instanceof FlowableSequenceFlowTakenEvent taken) {
            reached.add(process + "#" + taken.getTargetActivityId());
            took(process, taken.getSourceActivityId(), taken.getId());
        } else if (event.getType() == FlowableEngineEventType.ACTIVITY_STARTED
                && event instanceof FlowableActivityEvent begun) {
            began(process, begun.getActivityId());
        }
    }

    private void took(String process, String source, String flow) {
        reached.add(process + "#" + flow);
        reached.add(process + "#" + source);
        Outline.Step step = step(process, source);
        Outline outline = outlines.get(process);
        Outline.Way way = outline == null ? null : outline.ways().get(flow);
        if (step == null || way == null) {
            return;
        }
        if (step.kind() == Kind.GATEWAY) {
            write(PathStep.Kind.GATEWAY, process, source, way.name());
        } else if (!step.on().isEmpty()) {
            write(PathStep.Kind.EVENT, process, source, "");
        }
    }

    private void began(String process, String element) {
        Outline.Step step = step(process, element);
        if (step == null || !step.on().isEmpty()) {
            // That something is attached to a step does not mean that it happens.
            return;
        }
        reached.add(process + "#" + element);
        if (step.kind() == Kind.SERVICE) {
            write(PathStep.Kind.SERVICE, process, element, "");
        } else if (step.kind() == Kind.END
                && process.equals(main)
                && step.part().isEmpty()) {
            write(PathStep.Kind.END, process, element, "");
        }
    }

    void write(PathStep.Kind kind, String process, String element, String answer) {
        write(kind, process, element, answer, null);
    }

    void write(PathStep.Kind kind, String process, String element, String answer, @Nullable Instant due) {
        Outline.Step step = step(process, element);
        String group = step == null ? "" : step.properties().getOrDefault("group", "");
        steps.add(new PathStep(kind, process, element, label(process, element), group, now, answer, due, List.of()));
    }

    private Outline.@Nullable Step step(String process, String element) {
        Outline outline = outlines.get(process);
        return outline == null ? null : outline.step(element);
    }

    String label(String process, String element) {
        Outline outline = outlines.get(process);
        return outline == null ? element : outline.label(element);
    }
}

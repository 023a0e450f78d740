package org.schoolcollab.workflow.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.inbox.TaskDesk;
import org.schoolcollab.ledger.LedgerAssertions;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.Deadlines;
import org.schoolcollab.workflow.Reconciliation;
import org.schoolcollab.workflow.editing.Definition;
import org.schoolcollab.workflow.editing.Step;
import org.schoolcollab.workflow.editing.StepKind;
import org.schoolcollab.workflow.editing.StepProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From each version to the next at every place where a bid waits: what was open is open, once, as the new version has it; and the bid
 * goes on to its end by normal use. A third of all pairs in the suite, each state and each change among them; all of them in
 * {@code ./portal nightly}.
 */
@PortalTest
class MigrationMatrixTest {

    private static final boolean NIGHTLY = Boolean.getBoolean("portal.nightly");
    private static final int ONE_OF = 3;

    @Autowired
    WayOfABid way;

    @Autowired
    BidMoves moves;

    @Autowired
    MoveRun run;

    @Autowired
    TaskDesk desk;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    static Stream<Arguments> pairs() {
        List<WaitState> states = List.of(WaitState.values());
        List<VersionChange> changes = List.of(VersionChange.values());
        return states.stream()
                .flatMap(state -> changes.stream()
                        .filter(change -> change.concerns(state))
                        .filter(change -> NIGHTLY || (states.indexOf(state) + changes.indexOf(change)) % ONE_OF == 0)
                        .map(change -> Arguments.of(state, change)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("pairs")
    void movedWhole(WaitState state, VersionChange change) {
        int from = change.isAtSignOff() ? 2 : 1;
        if (change.isAtSignOff()) {
            deploy(state.process(), change.before(state, state.process()));
        }
        BidId bid = way.to(state);
        if (change.isAtSignOff()) {
            way.until(bid, "sign-off");
        }
        claim(bid);
        for (String key : state.processes()) {
            if (change == VersionChange.STEP_GONE && !isUnderWay(bid, key)) {
                // The sign-off was the last step of all.
                continue;
            }
            Stand before = stand(bid, key);
            Definition next = change.after(state, key);
            deploy(key, next);
            int version = key.equals(state.process()) ? from : 1;
            moved(bid, state, change, new MovePlan(key, version, version + 1, Map.of()));
            if (state.keeps(key)) {
                assertThat(stand(bid, key)).isEqualTo(before);
            } else if (change != VersionChange.STEP_GONE || !key.equals(state.process())) {
                assertStandsRight(stand(bid, key), before, next, state.isLate());
            }
        }
        agrees(bid);
        way.toTheEnd(bid);
        agrees(bid);
        LedgerAssertions.holds(jdbc);
        assertThat(jdbc.sql("select count(*) from ledger_release")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from board_ballot")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from audit_record where bid_id = ? and action = 'task.reminded'"
                                + " and details like '%ReviewPlan%'")
                        .param(bid.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(state.isLate() ? 1 : 0);
    }

    /** Publishes nothing, moves all: first tried, then done, with the same answer. */
    private void moved(BidId bid, WaitState state, VersionChange change, MovePlan plan) {
        logIn.as("admin");
        MovePlan suggested = moves.plan(plan.key(), plan.from(), plan.to());
        if (change == VersionChange.STEP_GONE && plan.key().equals(state.process())) {
            assertThat(trial(suggested)).isEqualTo("NEEDS_MAPPING");
            MovePlan.Place place =
                    moves.places(plan.key(), plan.from(), plan.to()).getFirst();
            suggested =
                    suggested.mapped(place.step(), place.targets().getFirst().step());
        }
        if (change == VersionChange.IDS && plan.key().equals("bidLifecycle")) {
            suggested = bySameName(suggested);
        }
        String expected = state.keeps(plan.key()) ? "CANNOT error.workflow.move.partlyDone" : "CAN_MOVE";
        assertThat(trial(suggested)).as(plan.key()).isEqualTo(expected);
        MoveId id = moves.begin(suggested, "As published");
        run.take(id);
        assertThat(moves.report(id).bids()).singleElement().satisfies(done -> {
            assertThat(done.result()).isEqualTo(state.keeps(plan.key()) ? Trial.Result.CANNOT : Trial.Result.MOVED);
            assertThat(done.reasonKey()).isEqualTo(state.keeps(plan.key()) ? "error.workflow.move.partlyDone" : null);
        });
        assertThat(jdbc.sql("select count(*) from audit_record where bid_id = ? and action = 'process.moved'"
                                + " and details like ?")
                        .params(bid.toString(), "%\"move\":\"" + id + "\"%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(state.keeps(plan.key()) ? 0 : 1);
    }

    /** Two steps of the lifecycle have one name: which is meant has to be said. */
    private MovePlan bySameName(MovePlan suggested) {
        MovePlan.Place place =
                moves.places(suggested.key(), suggested.from(), suggested.to()).getFirst();
        if (!place.step().equals("callActivity_ReleaseSecondInstalment")) {
            return suggested;
        }
        assertThat(suggested.mapping()).isEmpty();
        assertThat(trial(suggested)).isEqualTo("NEEDS_MAPPING");
        return suggested.mapped(place.step(), place.step() + "Anew");
    }

    private boolean isUnderWay(BidId bid, String key) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(bid.toString())
                        .processDefinitionKey(key)
                        .count()
                > 0;
    }

    private String trial(MovePlan plan) {
        Trial tried = moves.tryOne(plan, moves.bids(plan).getFirst());
        return tried.result() + (tried.result() == Trial.Result.CANNOT ? " " + tried.reasonKey() : "");
    }

    private void assertStandsRight(Stand now, Stand before, Definition definition, boolean late) {
        assertThat(now.version()).isEqualTo(before.version() + 1);
        assertThat(now.messages()).isEqualTo(before.messages());
        List<Stand.Open> tasksExpected = new ArrayList<>();
        List<Instant> timersExpected = new ArrayList<>(before.tasks().isEmpty() ? before.timers() : List.of());
        for (Stand.Open task : before.tasks()) {
            Step step = definition.step(task.key());
            tasksExpected.add(expected(task, step));
            Stream.of(StepProperty.REMINDER, StepProperty.ESCALATION)
                    .map(property -> timer(task, step, property))
                    .filter(java.util.Objects::nonNull)
                    .forEach(timersExpected::add);
        }
        assertThat(now.tasks()).isEqualTo(tasksExpected);
        if (!late) {
            assertThat(now.timers()).isEqualTo(timersExpected.stream().sorted().toList());
        }
    }

    private static Stand.Open expected(Stand.Open task, Step step) {
        boolean each = step.kind() == StepKind.VOTE;
        String deadline = step.properties().getOrDefault(StepProperty.DEADLINE, "");
        String group = step.properties().getOrDefault(StepProperty.GROUP, "");
        Set<String> groups = group.startsWith("$") || each ? task.groups() : Set.of(group);
        return new Stand.Open(
                task.id(),
                task.key(),
                step.name(),
                each ? task.form() : step.properties().getOrDefault(StepProperty.FORM, ""),
                step.properties().getOrDefault(StepProperty.STAGE, ""),
                groups.equals(task.groups()) ? task.person() : "",
                groups,
                task.created(),
                isDays(deadline) ? Deadlines.end(task.created(), Integer.parseInt(deadline)) : task.due());
    }

    /** When a reminder or escalation comes; a date that a variable holds is that of the deadline or unknown here. */
    private @Nullable Instant timer(Stand.Open task, Step step, StepProperty property) {
        String value = step.properties().getOrDefault(property, "");
        if (isDays(value)) {
            int days = Integer.parseInt(value);
            return property == StepProperty.REMINDER
                    ? Deadlines.morning(task.created(), days)
                    : Deadlines.end(task.created(), days);
        }
        if (value.isEmpty()) {
            return null;
        }
        return property == StepProperty.ESCALATION ? task.due() : reminder(task);
    }

    private @Nullable Instant reminder(Stand.Open task) {
        String variable = task.key().equals("userTask_DraftPlan") ? "planReminder" : "reportReminder";
        return tasks.getVariable(task.id(), variable) instanceof java.util.Date date ? date.toInstant() : null;
    }

    private static boolean isDays(String value) {
        return value.matches("[0-9]+");
    }

    /** Whoever takes what waits has claimed it. */
    private void claim(BidId bid) {
        WayOfABid.Waiting waiting = way.waiting(bid);
        if (!waiting.task().isEmpty() && waiting.person().isEmpty()) {
            logIn.run(way.whoTakes(waiting), () -> desk.claim(waiting.task()));
        }
    }

    /** Queues and engine say the same of everything that is open. */
    private void agrees(BidId bid) {
        assertThat(logIn.as("auditor", reconciliation::differences)).isEmpty();
        Map<String, String> queue = new TreeMap<>();
        jdbc.sql(
                        "select task_id, task_key, form, stage, due_at from inbox_work_item where bid_id = ? and state = 'OPEN'")
                .param(bid.toString())
                .query(row -> {
                    queue.put(
                            row.getString(1),
                            row.getString(2)
                                    + row.getString(3)
                                    + row.getString(4)
                                    + row.getTimestamp(5).toInstant());
                });
        Map<String, String> engine = new TreeMap<>();
        tasks.createTaskQuery()
                .processInstanceBusinessKey(bid.toString())
                .list()
                .forEach(task -> engine.put(
                        task.getId(),
                        task.getTaskDefinitionKey()
                                + task.getFormKey()
                                + task.getCategory()
                                + task.getDueDate().toInstant()));
        assertThat(queue).isEqualTo(engine);
    }

    private Stand stand(BidId bid, String key) {
        return Stand.of(bid, key, runtime, tasks, management);
    }

    private void deploy(String key, Definition definition) {
        repository
                .createDeployment()
                .addBytes(key + ".bpmn", definition.xml().getBytes(StandardCharsets.UTF_8))
                .deploy();
    }
}

package org.schoolcollab.workflow.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.draft.ProcessDrafts;
import org.schoolcollab.workflow.dryrun.DryRunReport;
import org.schoolcollab.workflow.dryrun.DryRuns;
import org.schoolcollab.workflow.dryrun.Path;
import org.schoolcollab.workflow.dryrun.PathStep;
import org.schoolcollab.workflow.editing.RandomActs.Script;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever a careless editor does and the gate accepts is run along all its paths in the engine: every path comes to a good end, the one
 * on which all is agreed to a bid that is paid and closed, and none reaches money without the board's approval and finance's. A failure
 * names its seed and the fewest acts that show it. A few definitions here, many in {@code ./portal nightly}; {@code -Dportal.dryrun.definitions=N} sets how
 * many, {@code -Dportal.dryrun.seed=S} where to begin.
 */
@PortalTest
class RandomActsModuleTest {

    private static final int DEFINITIONS =
            Integer.getInteger("portal.dryrun.definitions", Boolean.getBoolean("portal.nightly") ? 300 : 3);
    private static final long FIRST_SEED = Long.getLong("portal.dryrun.seed", 1);

    @Autowired
    ProcessDrafts drafts;

    @Autowired
    DryRuns runs;

    @Autowired
    LogIn logIn;

    @BeforeEach
    void anEditorActs() {
        logIn.as("editor");
    }

    @Test
    void whatTheGateAcceptsCompletesTheJourneyAndReachesMoneyOnlyWithBothApprovals() {
        int run = 0;
        for (long seed = FIRST_SEED; run < DEFINITIONS; seed++) {
            Script script = new RandomActs(seed).script();
            Definition made = script.run();
            if (RandomActsTest.isAccepted(made)) {
                run++;
                DryRunReport report = tried(made);
                if (!wrong(report).isEmpty()) {
                    throw failure(
                            seed,
                            script,
                            now -> RandomActsTest.isAccepted(now)
                                    && !wrong(tried(now)).isEmpty());
                }
                assertThat(wrong(withoutTheBoard(report))).isNotEmpty();
            }
        }
    }

    @Test
    void aFailureNamesItsSeedAndTheActsThatItNeeds() {
        Script script = new Script(
                "bid-lifecycle",
                List.of(
                        new Edit.Rename("userTask_ReviewPlan", "Read the plan"),
                        new Edit.AddStep("userTask_DraftPlan", StepKind.TASK, "Second look", Map.of())));

        AssertionError failure = failure(
                7,
                script,
                now -> tried(now).paths().getFirst().steps().stream()
                        .anyMatch(step -> step.name().equals("Second look")));

        assertThat(failure).hasMessageStartingWith("seed 7: ").hasMessageContaining("Second look");
        assertThat(failure.getMessage()).doesNotContain("Read the plan");
    }

    /** What is said of a script that fails: its seed, the fewest acts that fail, and what is wrong then. */
    private AssertionError failure(long seed, Script script, Predicate<Definition> fails) {
        Script shortest = RandomActsTest.shortened(script, fails);
        return new AssertionError("seed " + seed + ": " + shortest + " leads to " + wrong(tried(shortest.run())));
    }

    /** The same report as if nobody had counted the board's votes. */
    private static DryRunReport withoutTheBoard(DryRunReport report) {
        List<Path> without = report.paths().stream()
                .map(path -> new Path(
                        path.number(),
                        path.otherwise(),
                        path.steps().stream()
                                .filter(step -> !step.element().equals("serviceTask_CountBallot"))
                                .toList(),
                        path.end(),
                        path.joins(),
                        path.stuck()))
                .toList();
        return new DryRunReport(List.of(), without, List.of(), report.bound(), 1, 1);
    }

    private DryRunReport tried(Definition definition) {
        Draft draft = drafts.importFile(definition.xml().getBytes(StandardCharsets.UTF_8));
        return runs.start(draft.id()).report();
    }

    /** What is wrong on the paths, in words. */
    private static List<String> wrong(DryRunReport report) {
        List<String> wrong =
                new ArrayList<>(report.refused().stream().map(String::valueOf).toList());
        if (report.bound() != DryRunReport.Bound.ALL_PATHS) {
            wrong.add("not all paths were gone: " + report.bound());
        }
        if (report.paths().isEmpty() || report.paths().getFirst().end() != Path.End.CLOSED) {
            wrong.add("the first path is not closed and paid: "
                    + report.paths().stream().findFirst());
        }
        for (Path path : report.paths()) {
            if (path.end() == Path.End.STUCK) {
                wrong.add("stuck: " + path);
            }
            if (!isApproved(whole(path, report.paths()))) {
                wrong.add("money past an approval: " + path);
            }
        }
        return wrong;
    }

    /** The steps of a path with those of the paths that it goes on as. */
    private static List<PathStep> whole(Path path, List<Path> all) {
        List<PathStep> steps = new ArrayList<>(path.steps());
        Set<Path.Joins> seen = new HashSet<>();
        Path.Joins joins = path.joins();
        while (joins != null && seen.add(joins)) {
            Path next = all.get(joins.path() - 1);
            int from = Math.min(joins.after(), next.steps().size());
            steps.addAll(next.steps().subList(from, next.steps().size()));
            joins = next.joins();
        }
        return steps;
    }

    /** Whether money is committed only after the board's approval of the plan as it is, and paid only after finance's. */
    private static boolean isApproved(List<PathStep> steps) {
        boolean board = false;
        boolean committed = false;
        boolean requested = false;
        boolean paid = false;
        for (PathStep step : steps) {
            switch (step.element()) {
                case "userTask_DraftPlan", "userTask_RevisePlan" -> board = false;
                case "userTask_RequestRelease" -> requested = true;
                case "userTask_ApproveRelease" -> {
                    if (!requested || !committed) {
                        return false;
                    }
                    requested = false;
                    paid |= step.answer().equals("APPROVED");
                }
                case "userTask_WriteMarchReport" -> {
                    if (!paid) {
                        return false;
                    }
                }
                default -> {
                    if (step.kind() == PathStep.Kind.SERVICE && step.answer().equals("APPROVED")) {
                        board = true;
                    } else if (List.of("ONE", "TWO", "TWO_SECOND_WAITS").contains(step.answer())) {
                        if (!board) {
                            return false;
                        }
                        committed = true;
                    }
                }
            }
        }
        return true;
    }
}

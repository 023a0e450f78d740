package org.schoolcollab.workflow.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.schoolcollab.workflow.editing.RandomActs.Script;
import org.schoolcollab.workflow.gate.Finding;
import org.schoolcollab.workflow.gate.HostileDefinitions;
import org.schoolcollab.workflow.gate.ProcessGate;

/**
 * Whatever a careless editor does and the gate accepts never reaches money past the board or finance, and its diagram can be read. A
 * failure names its seed and the fewest acts that show it; {@code -Dportal.acts.scripts=N} runs more.
 */
class RandomActsTest {

    private static final int SCRIPTS = Integer.getInteger("portal.acts.scripts", 120);
    private static final ProcessGate GATE = DefinitionTest.gate();

    static boolean isAccepted(Definition definition) {
        return GATE.judge(definition.xml().getBytes(StandardCharsets.UTF_8)).isAccepted();
    }

    /** Found by random acts: the way of a vote that was ended is none that a made-up bid goes. */
    @Test
    void aStepForAGroupThatTheProcessIsNotToldOfIsRefusedOnEveryWay() {
        for (String way : List.of("flow_VotingEnded_CountBallot", "flow_CastVote_CountBallot")) {
            Definition made = new Script(
                            "board-vote",
                            List.of(new Edit.AddStep(
                                    way, StepKind.TASK, "Look", Map.of(StepProperty.GROUP, "${adviserGroup}"))))
                    .run();
            assertThat(GATE.judge(made.xml().getBytes(StandardCharsets.UTF_8)).findings())
                    .as(way)
                    .extracting(Finding::reason, Finding::arguments)
                    .containsOnly(tuple("gate.valueNotSet", List.of("Look", "adviserGroup")));
        }
    }

    /** Found by random acts, too: a ballot is counted once, however the vote ended. */
    @Test
    void aBallotThatIsCountedTwiceIsRefusedOnEveryWay() {
        for (String way : List.of(
                "flow_VotingEnded_CountBallot", "flow_VotingTimeReached_CountBallot", "flow_CastVote_CountBallot")) {
            Definition made = new Script(
                            "board-vote",
                            List.of(new Edit.AddStep(
                                    way, StepKind.SERVICE, "Serve", Map.of(StepProperty.DELEGATE, "countBallot"))))
                    .run();
            assertThat(GATE.judge(made.xml().getBytes(StandardCharsets.UTF_8)).findings())
                    .as(way)
                    .extracting(Finding::reason)
                    .contains("gate.notPossibleHere");
        }
    }

    private static Map<String, Definition> beside(Definition definition) {
        Map<String, Definition> all = new HashMap<>();
        DefinitionTest.SHIPPED.forEach(file -> {
            Definition shipped = Definition.read(HostileDefinitions.shipped(file));
            all.put(shipped.key(), shipped);
        });
        all.put(definition.key(), definition);
        return all;
    }

    @Test
    void shippedDefinitionsReachMoneyOnlyWithBothApprovals() {
        assertThat(EveryPath.toMoneyPastAnApproval(
                        beside(Definition.read(HostileDefinitions.shipped("bid-lifecycle")))))
                .isEmpty();
    }

    @Test
    void thePathRunnerSeesAWayPastTheBoard() {
        Definition past = Definition.read(HostileDefinitions.shipped("bid-lifecycle"))
                .apply(new Edit.MoveStep("serviceTask_CommitFunds", "userTask_DraftPlan"));
        assertThat(EveryPath.toMoneyPastAnApproval(beside(past))).isNotEmpty();
    }

    @Test
    void nothingTheGateAcceptsReachesMoneyPastAnApproval() {
        int accepted = 0;
        for (long seed = 0; seed < SCRIPTS; seed++) {
            Script script = new RandomActs(seed).script();
            Definition made = script.run();
            if (isAccepted(made)) {
                accepted++;
                holds(
                        seed,
                        script,
                        EveryPath.toMoneyPastAnApproval(beside(made)).isEmpty(),
                        now -> isAccepted(now)
                                && !EveryPath.toMoneyPastAnApproval(beside(now)).isEmpty());
            }
            holds(
                    seed,
                    script,
                    Pictures.overlaps(made).isEmpty() && Pictures.loose(made).isEmpty(),
                    now -> !Pictures.overlaps(now).isEmpty()
                            || !Pictures.loose(now).isEmpty());
        }
        assertThat(accepted).isBetween(SCRIPTS / 8, SCRIPTS * 9 / 10);
    }

    private static void holds(long seed, Script script, boolean holds, Predicate<Definition> fails) {
        if (!holds) {
            Script shortest = shortened(script, fails);
            Definition now = shortest.run();
            throw new AssertionError("seed " + seed + ": " + shortest + " leads to "
                    + EveryPath.toMoneyPastAnApproval(beside(now)) + Pictures.overlaps(now) + Pictures.loose(now));
        }
    }

    /** The acts without those that the failure does not need. */
    static Script shortened(Script script, Predicate<Definition> fails) {
        Script shortest = script;
        for (int i = script.edits().size() - 1; i >= 0; i--) {
            List<Edit> fewer = new ArrayList<>(shortest.edits());
            fewer.remove(i);
            Script tried = new Script(script.file(), List.copyOf(fewer));
            if (fails.test(tried.run())) {
                shortest = tried;
            }
        }
        return shortest;
    }
}

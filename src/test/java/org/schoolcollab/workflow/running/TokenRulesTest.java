package org.schoolcollab.workflow.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.workflow.Definitions;
import org.schoolcollab.workflow.editing.Definition;
import org.schoolcollab.workflow.editing.Edit.AddStep;
import org.schoolcollab.workflow.editing.StepKind;
import org.schoolcollab.workflow.editing.StepProperty;
import org.schoolcollab.workflow.gate.Outline;

/** Where a bid may be put by hand: for every pair of steps of every process, in every status. */
class TokenRulesTest {

    private static final Set<String> BEFORE_THE_BOARD =
            Set.of("userTask_DraftPlan", "userTask_ReviewPlan", "userTask_RevisePlan");

    /** In a process as shipped nothing is permitted but to go to the step before the board that the status asks for. */
    @ParameterizedTest
    @EnumSource(BidStatus.class)
    void withoutSignOffsOnlyTheStepThatTheStatusAsksFor(BidStatus status) {
        for (String name : List.of("bid-lifecycle", "board-vote", "budget-release", "march-report", "october-report")) {
            Outline process = outline(Definition.read(Definitions.shipped(name)));
            TokenRules rules = new TokenRules(process);
            Map<String, Set<String>> permitted = new LinkedHashMap<>();
            process.steps().keySet().forEach(step -> permitted.put(step, rules.targets(step, status)));
            permitted.forEach((from, targets) -> {
                if (!name.equals("bid-lifecycle") || !status.isBeforeRelease()) {
                    assertThat(targets).as("%s from %s", name, from).isEmpty();
                } else {
                    assertThat(BEFORE_THE_BOARD).as(from).containsAll(targets);
                    assertThat(targets).as(from).hasSizeLessThanOrEqualTo(1);
                }
            });
        }
    }

    @Test
    void behindTheBoardNoStatusAsksForAStep() {
        TokenRules rules = new TokenRules(outline(Definition.read(Definitions.shipped("bid-lifecycle"))));
        assertThat(rules.targets("userTask_RevisePlan", BidStatus.AWARDED)).isEmpty();
        assertThat(rules.targets("userTask_ReviewPlan", BidStatus.BEFORE_BOARD)).isEmpty();
        assertThat(rules.targets("userTask_ReviewPlan", BidStatus.RETURNED)).containsExactly("userTask_RevisePlan");
        assertThat(rules.targets("callActivity_DecideBid", BidStatus.RETURNED)).isEmpty();
        assertThat(rules.targets("timerEvent_MarchWindowOpened", BidStatus.DRAFTING))
                .isEmpty();
    }

    @Test
    void pastASignOffIsWhereAgreeingLeads() {
        TokenRules rules = new TokenRules(outline(signOff("bid-lifecycle", "flow_IsBidApproved_CommitFunds", "")));
        assertThat(rules.targets("userTask_SecondLook", BidStatus.BEFORE_BOARD))
                .containsExactly("serviceTask_CommitFunds");
        assertThat(rules.isPastSignOff("userTask_SecondLook", "serviceTask_CommitFunds"))
                .isTrue();
    }

    /** A sign-off between the board's word and its money leads to the money: nobody is put there from anywhere. */
    @Test
    void nobodyIsPutToASignOffBehindWhichMoneyMoves() {
        Outline process = outline(signOff("bid-lifecycle", "flow_IsBidApproved_CommitFunds", ""));
        TokenRules rules = new TokenRules(process);
        for (BidStatus status : BidStatus.values()) {
            process.steps()
                    .keySet()
                    .forEach(from -> assertThat(rules.targets(from, status))
                            .as("%s in %s", from, status)
                            .doesNotContain("userTask_SecondLook"));
        }
    }

    @Test
    void backToASignOffDirectlyBefore() {
        TokenRules rules = new TokenRules(outline(signOff("bid-lifecycle", "userTask_DraftPlan", "")));
        assertThat(rules.targets("userTask_ReviewPlan", BidStatus.IN_REVIEW)).containsExactly("userTask_SecondLook");
        assertThat(rules.targets("userTask_RevisePlan", BidStatus.RETURNED)).isEmpty();
        assertThat(rules.isPastSignOff("userTask_ReviewPlan", "userTask_SecondLook"))
                .isFalse();
    }

    @Test
    void aVoteIsNeverLeft() {
        TokenRules rules = new TokenRules(outline(Definition.read(Definitions.shipped("board-vote"))));
        assertThat(rules.stays("userTask_CastVote")).contains(TokenRules.Stays.VOTES);
        assertThat(rules.stays("userTask_OpenBallot")).isEmpty();
        TokenRules life = new TokenRules(outline(Definition.read(Definitions.shipped("bid-lifecycle"))));
        assertThat(life.stays("callActivity_ReleaseFirstInstalment")).contains(TokenRules.Stays.CALLS);
        assertThat(life.stays("timerEvent_OctoberWindowOpened")).contains(TokenRules.Stays.WAITS);
        assertThat(life.stays("noSuchStep")).contains(TokenRules.Stays.CALLS);
    }

    /** Wherever a sign-off is put: from no other step a bid gets nearer to money, and never to a step of the board or of finance. */
    @ParameterizedTest
    @ValueSource(strings = {"bid-lifecycle", "board-vote", "budget-release", "march-report", "october-report"})
    void whereverASignOffStandsNobodyGetsPastAnApproval(String name) {
        Definition shipped = Definition.read(Definitions.shipped(name));
        int looked = 0;
        for (var way : outline(shipped).ways().keySet()) {
            Definition with;
            try {
                with = signOff(name, way, "FINANCE_OFFICER");
            } catch (org.schoolcollab.workflow.editing.EditRefused noRoom) {
                continue;
            }
            Outline process = outline(with);
            TokenRules rules = new TokenRules(process);
            for (BidStatus status : BidStatus.values()) {
                for (String from : process.steps().keySet()) {
                    for (String to : rules.targets(from, status)) {
                        looked++;
                        assertPermitted(process, rules, from, to);
                    }
                }
            }
        }
        assertThat(looked).isPositive();
    }

    private static void assertPermitted(Outline process, TokenRules rules, String from, String to) {
        if (rules.isPastSignOff(from, to)) {
            // The one way on of the sign-off itself.
            assertThat(process.ways().values())
                    .anyMatch(way -> way.from().equals(from) && way.to().equals(to));
        } else if (to.equals("userTask_SecondLook")) {
            // The sign-off leads to nothing but where the bid was.
            assertThat(process.ways().values())
                    .filteredOn(way -> way.from().equals(to))
                    .allMatch(way -> way.to().equals(from));
        } else {
            assertThat(BEFORE_THE_BOARD).contains(to);
        }
    }

    private static Definition signOff(String name, String after, String group) {
        return Definition.read(Definitions.shipped(name))
                .apply(new AddStep(
                        after,
                        StepKind.TASK,
                        "Second look",
                        group.isEmpty() ? Map.of() : Map.of(StepProperty.GROUP, group)));
    }

    private static Outline outline(Definition definition) {
        return Outline.of(definition.xml().getBytes(StandardCharsets.UTF_8));
    }
}

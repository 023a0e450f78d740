package org.schoolcollab.workflow.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcollab.workflow.GateCheck;
import org.schoolcollab.workflow.editing.Edit.AddStep;
import org.schoolcollab.workflow.editing.Edit.Connect;
import org.schoolcollab.workflow.editing.Edit.Disconnect;
import org.schoolcollab.workflow.editing.Edit.Drawn;
import org.schoolcollab.workflow.editing.Edit.MoveStep;
import org.schoolcollab.workflow.editing.Edit.RemoveStep;
import org.schoolcollab.workflow.editing.Edit.Rename;
import org.schoolcollab.workflow.editing.Edit.SetProperty;
import org.schoolcollab.workflow.gate.Finding;
import org.schoolcollab.workflow.gate.HostileDefinitions;
import org.schoolcollab.workflow.gate.ProcessGate;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Each act of an editor leaves a definition that the gate takes and a diagram on which nothing lies on anything else. */
class DefinitionTest {

    static final List<String> SHIPPED = List.of(
            "bid-lifecycle", "board-vote", "budget-release", "march-report", "october-report", "school-consent");
    private static final String LIFE = HostileDefinitions.shipped("bid-lifecycle");
    private static final ProcessGate GATE = gate();

    static ProcessGate gate() {
        try {
            List<byte[]> files = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(GateCheck.SHIPPED)) {
                files.add(file.getContentAsByteArray());
            }
            return ProcessGate.beside(files);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static List<Finding> findings(Definition definition) {
        return GATE.judge(definition.xml().getBytes(StandardCharsets.UTF_8)).findings();
    }

    private static Definition life() {
        return Definition.read(LIFE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bid-lifecycle", "board-vote", "budget-release", "march-report", "october-report"})
    void aShippedDefinitionIsReadAndWrittenWithoutLoss(String name) {
        Definition read = Definition.read(HostileDefinitions.shipped(name));
        assertThat(findings(read)).isEmpty();
        assertThat(Definition.read(read.xml()).xml()).isEqualTo(read.xml());
        assertThat(Pictures.overlaps(read)).isEmpty();
        assertThat(read.steps()).extracting(Step::id).doesNotHaveDuplicates();
    }

    @Test
    void stepsStandInTheOrderInWhichABidComesToThem() {
        assertThat(life().steps())
                .extracting(Step::id)
                .containsSubsequence(
                        "startEvent_BidStarted",
                        "subProcess_BeforeRelease",
                        "userTask_DraftPlan",
                        "userTask_ReviewPlan",
                        "gateway_IsPlanRecommended",
                        "callActivity_DecideBid",
                        "serviceTask_CommitFunds",
                        "userTask_AcceptAward",
                        "timerEvent_MarchWindowOpened",
                        "serviceTask_CloseBid",
                        "endEvent_BidClosed");
    }

    @Test
    void aChairsSignOffAfterTheVoteIsAcceptedByTheGate() {
        Definition after = life().apply(new AddStep(
                "flow_IsBidApproved_CommitFunds",
                StepKind.TASK,
                "Chair's sign-off",
                Map.of(StepProperty.GROUP, "${decisionLeads.groups(execution)}", StepProperty.DEADLINE, "5")));
        Step added = after.step("userTask_ChairsSignOff");
        assertThat(added.properties())
                .containsEntry(StepProperty.FORM, "sign-off")
                .containsEntry(StepProperty.DEADLINE, "5")
                .containsEntry(StepProperty.REMINDER, "3")
                .containsEntry(StepProperty.ESCALATION, "5")
                .containsEntry(StepProperty.STAGE, "REVIEW");
        assertThat(findings(after)).isEmpty();
        assertThat(Pictures.overlaps(after)).isEmpty();
        assertThat(Pictures.loose(after)).isEmpty();
        assertThat(after.step("gateway_IsBidApproved").ways())
                .filteredOn(way -> way.to().equals("userTask_ChairsSignOff"))
                .singleElement()
                .satisfies(way -> assertThat(way.condition()).isEqualTo("${decision == 'APPROVED'}"));
        assertThat(after.step("userTask_ChairsSignOff").ways())
                .extracting(Way::to)
                .containsExactly("serviceTask_CommitFunds");
        List<String> before = life().steps().stream().map(Step::id).toList();
        assertThat(after.steps()).extracting(Step::id).containsAll(before);
    }

    @Test
    void aGatewayCanSendBackWhatWasNotAgreed() {
        Definition two = life().apply(
                        new AddStep("flow_IsPlanRecommended_DecideBid", StepKind.TASK, "Second look", Map.of()))
                .apply(new AddStep(
                        "userTask_SecondLook",
                        StepKind.TASK,
                        "Finance check",
                        Map.of(StepProperty.GROUP, "FINANCE_OFFICER")))
                .apply(new AddStep("userTask_FinanceCheck", StepKind.GATEWAY, "Is it agreed?", Map.of()));
        Definition after =
                two.apply(new Connect("gateway_IsItAgreed", "userTask_SecondLook", "${signOff == 'SENT_BACK'}"));
        assertThat(findings(after)).isEmpty();
        assertThat(Pictures.overlaps(after)).isEmpty();
        assertThat(Pictures.loose(after)).isEmpty();
        Definition stuck =
                two.apply(new Connect("gateway_IsItAgreed", "userTask_ReviewPlan", "${signOff == 'SENT_BACK'}"));
        assertThat(findings(stuck)).extracting(Finding::reason).containsOnly("gate.notPossibleHere");
    }

    @Test
    void aStepThatIsRemovedTakesItsTimersAlongAndTheWayCloses() {
        Definition with = life().apply(new AddStep("userTask_ReviewPlan", StepKind.TASK, "Second look", Map.of()));
        Definition without = with.apply(new RemoveStep("userTask_SecondLook"));
        assertThat(without.steps())
                .extracting(Step::id)
                .containsExactlyInAnyOrderElementsOf(
                        life().steps().stream().map(Step::id).toList());
        assertThat(findings(without)).isEmpty();
        assertThat(Pictures.overlaps(without)).isEmpty();
    }

    @Test
    void aStepMovesWithItsTimers() {
        Definition after = life().apply(new AddStep("userTask_DraftPlan", StepKind.TASK, "Head agrees", Map.of()))
                .apply(new MoveStep("userTask_HeadAgrees", "userTask_AcceptAward"));
        assertThat(after.step("userTask_AcceptAward").ways())
                .extracting(Way::to)
                .containsExactly("userTask_HeadAgrees");
        assertThat(after.step("userTask_DraftPlan").ways()).extracting(Way::to).containsExactly("userTask_ReviewPlan");
        assertThat(findings(after)).isEmpty();
        assertThat(Pictures.overlaps(after)).isEmpty();
        assertThat(Pictures.loose(after)).isEmpty();
    }

    @Test
    void aStepBehindTheReleaseBringsItsOwnNotices() {
        Definition after =
                life().apply(new AddStep("serviceTask_CloseBid", StepKind.TASK, "File the papers", Map.of()));
        assertThat(findings(after)).isEmpty();
        assertThat(after.step("userTask_FileThePapers").properties()).containsEntry(StepProperty.REMINDER, "8");
        assertThat(Pictures.overlaps(after)).isEmpty();
        Definition none = after.apply(new SetProperty("userTask_FileThePapers", StepProperty.REMINDER, ""));
        assertThat(none.step("userTask_FileThePapers").properties()).containsEntry(StepProperty.REMINDER, "");
        assertThat(none.steps()).hasSize(after.steps().size() - 3);
        assertThat(findings(none)).isEmpty();
    }

    @Test
    void reminderAndEscalationFollowTheDeadline() {
        Definition after = life().apply(new SetProperty("userTask_ReviewPlan", StepProperty.DEADLINE, "15"));
        assertThat(after.step("userTask_ReviewPlan").properties())
                .containsEntry(StepProperty.DEADLINE, "15")
                .containsEntry(StepProperty.REMINDER, "13")
                .containsEntry(StepProperty.ESCALATION, "15");
        assertThat(findings(after)).isEmpty();
    }

    @Test
    void whateverIsOfferedIsAcceptedForASignOff() {
        Definition with = life().apply(new AddStep("userTask_ReviewPlan", StepKind.TASK, "Look", Map.of()));
        for (StepProperty property : List.of(StepProperty.GROUP, StepProperty.STAGE, StepProperty.FORM)) {
            for (Choice choice : Choices.of(with, "userTask_Look", property)) {
                Definition set = with.apply(new SetProperty("userTask_Look", property, choice.value()));
                assertThat(findings(set)).as(property + " " + choice).isEmpty();
            }
        }
        for (int days = 1; days <= 60; days++) {
            String value = Integer.toString(days);
            assertThat(findings(with.apply(new SetProperty("userTask_Look", StepProperty.DEADLINE, value))))
                    .isEmpty();
        }
    }

    @Test
    void whatIsOfferedInTheVoteIsWhatTheVoteIsToldOf() {
        Definition with = Definition.read(HostileDefinitions.shipped("board-vote"))
                .apply(new AddStep("flow_VotingEnded_CountBallot", StepKind.TASK, "Look", Map.of()));
        for (StepProperty property : List.of(StepProperty.GROUP, StepProperty.DEADLINE, StepProperty.REMINDER)) {
            for (Choice choice : Choices.of(with, "userTask_Look", property)) {
                Definition set = with.apply(new SetProperty("userTask_Look", property, choice.value()));
                assertThat(findings(set)).as(property + " " + choice).isEmpty();
            }
        }
        assertThat(Choices.of(with, "userTask_Look", StepProperty.GROUP))
                .extracting(Choice::value)
                .contains("${decisionLeads.groups(execution)}")
                .doesNotContain("${adviserGroup}", "${leadGroup}");
    }

    @Test
    void everyChoiceHasItsWords() {
        ResourceBundle words = ResourceBundle.getBundle("vaadin-i18n.translations", java.util.Locale.ROOT);
        for (String file : SHIPPED) {
            Definition definition = Definition.read(HostileDefinitions.shipped(file));
            definition
                    .steps()
                    .forEach(step -> step.properties()
                            .keySet()
                            .forEach(property -> Choices.of(definition, step.id(), property)
                                    .forEach(choice -> assertThat(words.containsKey(choice.key()))
                                            .as(choice.key())
                                            .isTrue())));
            definition.steps().stream()
                    .flatMap(step -> step.ways().stream())
                    .filter(way -> !way.condition().isEmpty())
                    .forEach(way -> assertThat(ConditionInWords.of(way.condition(), words::getString))
                            .isNotBlank());
        }
        Choices.conditions()
                .forEach(choice -> assertThat(ConditionInWords.of(choice.value(), words::getString))
                        .isNotBlank());
        assertThat(ConditionInWords.of("${decision == 'APPROVED'}", words::getString))
                .isEqualTo("the decision is approved");
    }

    @Test
    void idsMadeUpByTheDrawingToolGiveWayToNames() {
        String drawn = LIFE.replace("userTask_AcceptAward", "Activity_0abc12x")
                .replace("flow_CommitFunds_AcceptAward", "Flow_1abc12x");
        Definition after = life().apply(new Drawn(drawn));
        assertThat(after.find("userTask_AcceptAward")).isPresent();
        assertThat(after.xml()).doesNotContain("bpmnElement=\"Activity_0abc12x\"");
        assertThat(findings(after)).isEmpty();
    }

    @Test
    void aTaskThatWasOnlyDrawnBecomesASignOff() {
        Definition with = life().apply(new AddStep("userTask_ReviewPlan", StepKind.TASK, "Look", Map.of()));
        String bare = with.xml()
                .replaceFirst(
                        "(<userTask id=\"userTask_Look\" name=\"Look\")[^>]*>",
                        "<userTask id=\"Activity_1234567\" name=\"Peep\">")
                .replace("userTask_Look", "Activity_1234567");
        Definition after = with.apply(new Drawn(bare));
        assertThat(after.step("userTask_Peep").properties())
                .containsEntry(StepProperty.FORM, "sign-off")
                .containsEntry(StepProperty.GROUP, "${adviserGroup}");
        assertThat(findings(after)).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefusedWithItsReason() {
        refused(new RemoveStep("nobody"), "error.editing.noSuchStep");
        refused(new RemoveStep("startEvent_BidStarted"), "error.editing.startStays");
        refused(new RemoveStep("subProcess_BeforeRelease"), "error.editing.partStays");
        refused(new RemoveStep("gateway_IsBidApproved"), "error.editing.hasWays");
        refused(new MoveStep("gateway_IsBidApproved", "userTask_DraftPlan"), "error.editing.cannotBeMoved");
        refused(new MoveStep("userTask_DraftPlan", "serviceTask_CloseBid"), "error.editing.otherPart");
        refused(new Connect("userTask_DraftPlan", "userTask_AcceptAward", null), "error.editing.hasWayOn");
        refused(new Connect("gateway_IsBidApproved", "userTask_DraftPlan", null), "error.editing.whichCondition");
        refused(new Connect("gateway_IsBidApproved", "userTask_DraftPlan", "${1 == 1}"), "error.editing.noSuchChoice");
        refused(new Connect("endEvent_BidClosed", "serviceTask_CloseBid", null), "error.editing.nothingBehindEnd");
        refused(new Rename("userTask_DraftPlan", "Draft ${decision}"), "error.editing.name");
        refused(
                new SetProperty("userTask_DraftPlan", StepProperty.GROUP, "FINANCE_OFFICER"),
                "error.editing.noSuchChoice");
        refused(
                new SetProperty("userTask_DraftPlan", StepProperty.DELEGATE, "closeBid"),
                "error.editing.notOfThisStep");
        refused(new SetProperty("userTask_DraftPlan", StepProperty.DEADLINE, "0"), "error.editing.noSuchChoice");
        refused(new AddStep("gateway_IsBidApproved", StepKind.TASK, "x", Map.of()), "error.editing.whichWay");
        refused(new AddStep("userTask_DraftPlan", StepKind.PART, "x", Map.of()), "error.editing.cannotBeAdded");
        refused(
                new AddStep("userTask_DraftPlan", StepKind.TASK, "x", Map.of(StepProperty.FORM, "review")),
                "error.editing.screenTaken");
        refused(new Drawn(LIFE.replace("\"bidLifecycle\"", "\"other\"")), "error.editing.otherProcess");
        refused(
                new Drawn("<!DOCTYPE x [<!ENTITY e 'e'>]>" + LIFE.substring(LIFE.indexOf("<definitions"))),
                "error.editing.notAllowedXml");
        refused(new Drawn("no xml"), "error.editing.noXml");
    }

    private static void refused(Edit edit, String key) {
        assertThatThrownBy(() -> life().apply(edit))
                .isInstanceOfSatisfying(
                        EditRefused.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }

    @Test
    void aWayThatIsTakenAwayLeavesAGatewayThatKnowsWhatToDo() {
        Definition after = life().apply(new Disconnect("flow_IsPlanRecommended_DecideBid"));
        assertThat(after.step("gateway_IsPlanRecommended").ways())
                .singleElement()
                .satisfies(way -> {
                    assertThat(way.otherwise()).isTrue();
                    assertThat(way.condition()).isEmpty();
                });
    }

    @Test
    void whatIsDoneCanBeUndoneAndDoneAgainAcrossDrawingAndList() {
        Editing editing = new Editing(life());
        String first = editing.current().xml();
        editing.apply(new Rename("userTask_DraftPlan", "Write the plan"));
        String second = editing.current().xml();
        editing.apply(new Drawn(second.replace("Write the plan", "Write a plan")));
        String third = editing.current().xml();
        assertThat(editing.undo().xml()).isEqualTo(second);
        assertThat(editing.undo().xml()).isEqualTo(first);
        assertThat(editing.canUndo()).isFalse();
        assertThat(editing.undo().xml()).isEqualTo(first);
        assertThat(editing.redo().xml()).isEqualTo(second);
        assertThat(editing.redo().xml()).isEqualTo(third);
        assertThat(editing.canRedo()).isFalse();
        editing.undo();
        editing.apply(new Rename("userTask_DraftPlan", "Plan"));
        assertThat(editing.canRedo()).isFalse();
        assertThat(editing.lastEdit()).contains(new Rename("userTask_DraftPlan", "Plan"));
    }

    @Test
    void atMostAHundredActsCanBeUndone() {
        Editing editing = new Editing(life());
        for (int i = 0; i < 120; i++) {
            editing.apply(new Rename("userTask_DraftPlan", "Plan " + i));
        }
        int undone = 0;
        while (editing.canUndo()) {
            editing.undo();
            undone++;
        }
        assertThat(undone).isEqualTo(Editing.MOST);
        assertThat(editing.current().step("userTask_DraftPlan").name()).isEqualTo("Plan 19");
    }

    @Test
    void anActWithoutEffectIsNoStepOfTheHistory() {
        Editing editing = new Editing(life());
        editing.apply(new Rename("userTask_DraftPlan", "Draft plan"));
        assertThat(editing.canUndo()).isFalse();
    }
}

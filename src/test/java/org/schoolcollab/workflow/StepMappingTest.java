package org.schoolcollab.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.schoolcollab.workflow.gate.Outline;

/** A move of bids goes to the same place of the process or to none. */
class StepMappingTest {

    private static final String SHIPPED = Definitions.shipped("bid-lifecycle");
    private static final String SIGN_OFF = "userTask_SignOff";

    @Test
    void aStepOfThePortalKeepsItsPlace() {
        StepMapping mapping = new StepMapping(outline(SHIPPED), outline(SHIPPED));
        assertThat(mapping.targets("userTask_ReviewPlan")).containsExactly("userTask_ReviewPlan");
        assertThat(mapping.allows("userTask_ReviewPlan", "userTask_AcceptAward"))
                .isFalse();
    }

    @Test
    void aBidThatWaitsForTheBoardsMoneyNowIsNotCarriedPastTheMarchReport() {
        StepMapping mapping = new StepMapping(outline(SHIPPED), outline(SHIPPED));
        assertThat(mapping.targets("callActivity_ReleaseSecondInstalmentNow"))
                .containsExactly("callActivity_ReleaseSecondInstalmentNow");
    }

    @Test
    void aStepThatWasDrawnAnewIsSuggestedByItsName() {
        StepMapping mapping =
                new StepMapping(outline(SHIPPED), outline(SHIPPED.replace("userTask_ReviewPlan", "Activity_0abc12")));
        assertThat(mapping.suggested(Set.of("userTask_ReviewPlan")))
                .containsEntry("userTask_ReviewPlan", "Activity_0abc12");
    }

    @Test
    void aSignOffThatStandsWhereItStoodKeepsItsBids() {
        StepMapping mapping = new StepMapping(outline(beforeTheVote()), outline(beforeTheVote()));
        assertThat(mapping.allows(SIGN_OFF, SIGN_OFF)).isTrue();
    }

    @Test
    void noBidIsCarriedPastTheBoardByASignOffThatAnEditorMovedBehindTheVote() {
        StepMapping mapping = new StepMapping(outline(beforeTheVote()), outline(behindTheVote()));
        assertThat(mapping.allows(SIGN_OFF, SIGN_OFF)).isFalse();
        assertThat(mapping.targets(SIGN_OFF)).containsExactly("callActivity_DecideBid");
    }

    @Test
    void aBidLeavesASignOffThatIsGoneByTheWayItWouldHaveGone() {
        StepMapping mapping = new StepMapping(outline(behindTheVote()), outline(SHIPPED));
        assertThat(mapping.targets(SIGN_OFF)).doesNotContain("callActivity_DecideBid", "userTask_AcceptAward");
        assertThat(mapping.targets(SIGN_OFF)).containsExactly("gateway_IsBidApproved");
    }

    private static String beforeTheVote() {
        return signOffOn("flow_IsPlanRecommended_DecideBid", "callActivity_DecideBid");
    }

    private static String behindTheVote() {
        return signOffOn("flow_DecideBid_IsBidApproved", "gateway_IsBidApproved");
    }

    /** The shipped process with a sign-off in the middle of a way. */
    private static String signOffOn(String way, String target) {
        String flow = "<sequenceFlow id=\"" + way + "\"";
        int at = SHIPPED.indexOf(flow);
        int end = SHIPPED.indexOf("targetRef=\"" + target + "\"", at);
        return SHIPPED.substring(0, at)
                + "<userTask id=\"" + SIGN_OFF + "\" name=\"Sign off\" flowable:formKey=\"sign-off\"/>"
                + "<sequenceFlow id=\"flow_SignedOff\" sourceRef=\"" + SIGN_OFF + "\" targetRef=\"" + target + "\"/>"
                + SHIPPED.substring(at, end)
                + "targetRef=\"" + SIGN_OFF + "\""
                + SHIPPED.substring(end + ("targetRef=\"" + target + "\"").length());
    }

    private static Outline outline(String bpmn) {
        return Outline.of(bpmn.getBytes(StandardCharsets.UTF_8));
    }
}

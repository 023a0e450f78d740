package org.schoolcollab.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.flowable.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.gate.HostileDefinitions;
import org.schoolcollab.workflow.ui.SignOffView;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A step that people added to the vote: whoever leads the decision signs it off. */
@PortalTest
class StepSignOffModuleTest extends SpringBrowserlessTest {

    private static final String STEP = "userTask_ChairSignOff";

    @Autowired
    RepositoryService repository;

    @Autowired
    StepSignOff signOff;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void theVoteHasASignOff() {
        deploy(Definitions.voteWithSignOff());
    }

    private void deploy(String vote) {
        repository
                .createDeployment()
                .addBytes("boardVote.bpmn", vote.getBytes(StandardCharsets.UTF_8))
                .deploy();
    }

    @Test
    void theChairAgreesAndTheMoneyIsCommittedOnlyThen() {
        BidId bid = lifecycle.agreed();
        assertThat(lifecycle.openTasks(bid)).containsExactly(STEP);
        assertThat(lifecycle.openItems(bid)).containsExactly(STEP);
        assertThat(lifecycle.award(bid)).isEmpty();
        logIn.as("auditor");
        assertThat(reconciliation.differences()).isEmpty();
        logIn.as(Lifecycle.CHAIR);
        assertThat(signOff.waiting(bid).name()).isEqualTo("Chair's sign-off");
        assertThat(signOff.waiting(bid).mayBeSentBack()).isFalse();
        signOff.agree(bid, STEP, "Well prepared");
        assertThat(lifecycle.openTasks(bid)).containsExactly("userTask_AcceptAward");
        assertThat(lifecycle.award(bid)).hasSize(1);
        assertThat(details(bid, "step.agreed")).contains("Well prepared").contains("Chair's sign-off");
    }

    @Test
    void nobodyElseSignsOff() {
        BidId bid = lifecycle.agreed();
        for (String other : List.of(
                Lifecycle.LEAD,
                Lifecycle.ADVISER,
                "chair.north",
                "board3.south",
                Lifecycle.OFFICER,
                "admin",
                "auditor")) {
            assertThatThrownBy(() -> logIn.run(other, () -> signOff.agree(bid, STEP, "")))
                    .as(other)
                    .isInstanceOf(AccessRefused.class);
        }
        assertThat(lifecycle.openTasks(bid)).containsExactly(STEP);
    }

    @Test
    void itIsDoneOnce() {
        BidId bid = lifecycle.agreed();
        logIn.as(Lifecycle.CHAIR);
        signOff.agree(bid, STEP, "");
        assertThatThrownBy(() -> signOff.agree(bid, STEP, "")).isInstanceOf(StepNotOpen.class);
        assertThatThrownBy(() -> signOff.waiting(bid)).isInstanceOf(StepNotOpen.class);
    }

    @Test
    void sendingBackNeedsAReasonAndAWay() {
        BidId bid = lifecycle.agreed();
        logIn.as(Lifecycle.CHAIR);
        assertThatThrownBy(() -> signOff.sendBack(bid, STEP, " ")).isInstanceOf(ValidationFailed.class);
        assertThatThrownBy(() -> signOff.sendBack(bid, STEP, "Not yet")).isInstanceOf(SignOffHasNoWayBack.class);
        assertThat(lifecycle.openTasks(bid)).containsExactly(STEP);
    }

    @Test
    void aSignOffDoesNotTakeThePlaceOfTheDecision() {
        String past = HostileDefinitions.shipped("bid-lifecycle")
                .replace("${decision == 'APPROVED'}", "${signOff == 'AGREED'}");
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addBytes("bid-lifecycle.bpmn", past.getBytes(StandardCharsets.UTF_8))
                        .deploy())
                .isInstanceOf(DefinitionRefused.class);
    }

    @Test
    void itIsDoneOnTheScreenFromTheInbox() {
        BidId bid = lifecycle.agreed();
        logIn.as(Lifecycle.CHAIR);
        UI.getCurrent().navigate("bids/" + bid + "/sign-off");
        SignOffView view = find(SignOffView.class).single();
        assertThat(view.getElement().getTextRecursively()).contains("Chair's sign-off");
        test(button("Check and sign off")).click();
        test(button("Agree")).click();
        assertThat(lifecycle.openTasks(bid)).containsExactly("userTask_AcceptAward");
        assertThat(lifecycle.status(bid)).isEqualTo(BidStatus.AWARDED);
    }

    private Button button(String text) {
        return find(Button.class).all().stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private String details(BidId bid, String action) {
        return jdbc.sql("select details from audit_record where bid_id = ? and action = ?")
                .params(bid.toString(), action)
                .query(String.class)
                .single();
    }
}

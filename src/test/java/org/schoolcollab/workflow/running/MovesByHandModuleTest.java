package org.schoolcollab.workflow.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.ledger.LedgerAssertions;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.workflow.Definitions;
import org.schoolcollab.workflow.Lifecycle;
import org.schoolcollab.workflow.Reconciliation;
import org.schoolcollab.workflow.Reconciliation.Kind;
import org.schoolcollab.workflow.editing.Definition;
import org.schoolcollab.workflow.editing.Edit.AddStep;
import org.schoolcollab.workflow.editing.StepKind;
import org.schoolcollab.workflow.running.BidTokens.Place;
import org.springframework.beans.factory.annotation.Autowired;

/** A bid is put to another step by hand; and every refusal. */
class MovesByHandModuleTest extends RunningScenes {

    private static final String SIGN_OFF = "userTask_SecondLook";

    @Autowired
    BidFixtures fixtures;

    @Test
    void aSignOffThatNobodyCanGiveIsPassedAsIfAgreed() {
        deploy("bidLifecycle", signOffIn("bid-lifecycle", "flow_IsBidApproved_CommitFunds"));
        BidId bid = lifecycle.agreed();
        assertThat(lifecycle.openTasks(bid)).containsExactly(SIGN_OFF);
        assertThat(lifecycle.award(bid)).isEmpty();
        Place place = place(bid, SIGN_OFF);
        assertThat(place.targets()).extracting(BidTokens.Target::step).containsExactly("serviceTask_CommitFunds");
        logIn.run(
                "admin",
                () -> tokens.move(bid, place.instance(), SIGN_OFF, "serviceTask_CommitFunds", "The adviser is ill"));
        assertThat(lifecycle.openTasks(bid)).containsExactly("userTask_AcceptAward");
        assertThat(lifecycle.award(bid)).hasSize(1);
        assertThat(details(bid, "process.tokenMoved"))
                .contains("The adviser is ill")
                .contains("\"before.step\":\"Second look\"")
                .contains("\"after.step\":\"Commit funds\"");
        agrees();
        LedgerAssertions.holds(jdbc);
        lifecycle.accept(bid);
        assertThat(lifecycle.openTasks(bid)).containsExactly("userTask_RequestRelease");
    }

    @Test
    void aSignOffIsAskedAgainAndTheBidComesBackToWhereItWas() {
        deploy("bidLifecycle", signOffIn("bid-lifecycle", "userTask_DraftPlan"));
        BidId bid = lifecycle.submitted();
        Place place = place(bid, SIGN_OFF);
        logIn.run("admin", () -> tokens.move(bid, place.instance(), SIGN_OFF, "userTask_ReviewPlan", "Urgent"));
        assertThat(lifecycle.openTasks(bid)).containsExactly("userTask_ReviewPlan");
        logIn.run("admin", () -> tokens.move(bid, place.instance(), "userTask_ReviewPlan", SIGN_OFF, "After all"));
        assertThat(lifecycle.openTasks(bid)).containsExactly(SIGN_OFF);
        assertThat(lifecycle.openItems(bid)).containsExactly(SIGN_OFF);
        agrees();
        logIn.run("admin", () -> tokens.move(bid, place.instance(), SIGN_OFF, "userTask_ReviewPlan", "Enough"));
        lifecycle.recommend(bid);
        agrees();
    }

    @Test
    void aBidWhoseProcessWentAstrayGoesToTheStepOfItsStatus() {
        BidId bid = lifecycle.submitted();
        jdbc.sql("update bid_bid set status = 'RETURNED' where id = ?")
                .param(bid.toString())
                .update();
        assertThat(logIn.as("admin", reconciliation::differences))
                .extracting(Reconciliation.Difference::kind)
                .containsExactly(Kind.STATUS_AND_PROCESS);
        refused(
                "admin",
                () -> puttingRight.putRight(Kind.STATUS_AND_PROCESS, bid.toString()),
                "error.workflow.notPutRightHere");
        Place place = place(bid, "userTask_ReviewPlan");
        logIn.run(
                "admin",
                () -> tokens.move(
                        bid, place.instance(), "userTask_ReviewPlan", "userTask_RevisePlan", "Returned by letter"));
        agrees();
        lifecycle.submit(bid);
        assertThat(lifecycle.openTasks(bid)).containsExactly("userTask_ReviewPlan");
    }

    /** Each of these would get past the board or finance, or do money twice. */
    @Test
    void nobodyIsPutPastTheBoardOrFinance() {
        BidId bid = lifecycle.submitted();
        for (String target : List.of(
                "userTask_AcceptAward",
                "serviceTask_CommitFunds",
                "callActivity_DecideBid",
                "callActivity_ReleaseFirstInstalment",
                "endEvent_FirstInstalmentReleased",
                "gateway_IsBidApproved",
                "serviceTask_CloseBid",
                "userTask_ReviewPlan",
                "noSuchStep")) {
            notMoved(bid, "userTask_ReviewPlan", target, "error.workflow.token.notPermitted");
        }
        lifecycle.recommend(bid);
        notMoved(bid, "userTask_OpenBallot", "endEvent_BidDecided", "error.workflow.token.notPermitted");
        notMoved(bid, "userTask_OpenBallot", "userTask_CastVote", "error.workflow.token.notPermitted");
        notMoved(bid, "callActivity_DecideBid", "serviceTask_CommitFunds", "error.workflow.token.CALLS");
        lifecycle.openBallot(bid);
        notMoved(bid, "userTask_CastVote", "userTask_OpenBallot", "error.workflow.token.VOTES");
        notMoved(bid, "userTask_CastVote", "serviceTask_CountBallot", "error.workflow.token.VOTES");
        Lifecycle.VOTERS.subList(0, 4).forEach(voter -> lifecycle.vote(bid, voter, VoteChoice.APPROVE));
        notMoved(bid, "userTask_AcceptAward", "serviceTask_CommitFunds", "error.workflow.token.notPermitted");
        notMoved(bid, "userTask_AcceptAward", "userTask_RevisePlan", "error.workflow.token.notPermitted");
        notMoved(
                bid,
                "userTask_AcceptAward",
                "callActivity_ReleaseFirstInstalment",
                "error.workflow.token.notPermitted");
        fixtures.accept(bid, Lifecycle.SLUG);
        notMoved(bid, "userTask_RequestRelease", "userTask_ApproveRelease", "error.workflow.token.notPermitted");
        notMoved(bid, "userTask_RequestRelease", "endEvent_InstalmentReleased", "error.workflow.token.notPermitted");
        fixtures.release(bid, 1);
        notMoved(bid, "timerEvent_MarchWindowOpened", "callActivity_ReportInMarch", "error.workflow.token.WAITS");
        LedgerAssertions.holds(jdbc);
        agrees();
    }

    @Test
    void aMoveByHandNeedsAReasonAPersonWhoMayAndABidThatStandsThere() {
        BidId bid = lifecycle.submitted();
        Place place = place(bid, "userTask_ReviewPlan");
        logIn.as("admin");
        assertThatThrownBy(() -> tokens.move(bid, place.instance(), place.step(), "userTask_RevisePlan", ""))
                .isInstanceOf(ValidationFailed.class);
        refused(
                "admin",
                () -> tokens.move(bid, place.instance(), "userTask_DraftPlan", "userTask_ReviewPlan", "Because"),
                "error.workflow.token.elsewhere");
        refused(
                "admin",
                () -> tokens.move(bid, "another", place.step(), "userTask_RevisePlan", "Because"),
                "error.workflow.token.elsewhere");
        for (String other : List.of(Lifecycle.ADVISER, Lifecycle.CHAIR, Lifecycle.APPROVER, "editor", "auditor")) {
            logIn.as(other);
            assertThatThrownBy(() -> tokens.move(bid, place.instance(), place.step(), "userTask_RevisePlan", "Because"))
                    .as(other)
                    .isInstanceOf(AccessRefused.class);
            assertThatThrownBy(() -> tokens.places(bid)).as(other).isInstanceOf(AccessRefused.class);
        }
    }

    private void notMoved(BidId bid, String from, String to, String key) {
        List<String> before = lifecycle.openTasks(bid);
        Place place = place(bid, from);
        refused("admin", () -> tokens.move(bid, place.instance(), from, to, "Because"), key);
        assertThat(lifecycle.openTasks(bid)).isEqualTo(before);
    }

    private static Definition signOffIn(String name, String after) {
        return Definition.read(Definitions.shipped(name))
                .apply(new AddStep(after, StepKind.TASK, "Second look", Map.of()));
    }
}

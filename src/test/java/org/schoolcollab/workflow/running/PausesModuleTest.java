package org.schoolcollab.workflow.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidWithdrawal;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.inbox.TaskDesk;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.workflow.Definitions;
import org.schoolcollab.workflow.Lifecycle;
import org.schoolcollab.workflow.move.BidMoves;
import org.schoolcollab.workflow.move.Trial;
import org.schoolcollab.workflow.running.BidTokens.Place;
import org.springframework.beans.factory.annotation.Autowired;

/** Bids are paused and let go on; and every refusal. */
class PausesModuleTest extends RunningScenes {

    @Autowired
    BidPauses pauses;

    @Autowired
    PausedBids paused;

    @Autowired
    BidMoves moves;

    @Autowired
    BidWithdrawal withdrawal;

    @Autowired
    TaskDesk desk;

    @Test
    void aPausedBidStandsInNobodysQueueAndItsTimersWait() {
        BidId bid = lifecycle.submitted();
        String task = lifecycle.openTask(bid).getId();
        logIn.run(Lifecycle.ADVISER, () -> desk.claim(task));
        logIn.as("admin");
        pauses.pause(bid, "The school may merge");
        assertThat(lifecycle.openItems(bid)).isEmpty();
        assertThat(paused.of(bid)).hasValueSatisfying(pause -> {
            assertThat(pause.reason()).isEqualTo("The school may merge");
            assertThat(pause.at()).isEqualTo(clock.instant());
        });
        assertThat(counted()).isZero();
        agrees();
        jobs.runUntil(clock.instant().plus(Duration.ofDays(30)));
        assertThat(reminded(bid)).isZero();
        refused(Lifecycle.ADVISER, () -> lifecycle.recommend(bid), "error.inbox.paused");
        refused(Lifecycle.ADVISER, () -> desk.giveBack(task), "error.inbox.paused");
        refused(Lifecycle.LEAD, () -> withdrawal.withdraw(bid, "We merge"), "error.inbox.paused");

        logIn.as("admin");
        pauses.resume(bid, "It does not");
        assertThat(lifecycle.openItems(bid)).containsExactly("userTask_ReviewPlan");
        assertThat(lifecycle.openTask(bid).getAssignee()).isNotNull();
        assertThat(counted()).isEqualTo(1);
        agrees();
        jobs.runDue();
        assertThat(reminded(bid)).isEqualTo(1);
        lifecycle.recommend(bid);
        assertThat(lifecycle.status(bid)).isEqualTo(BidStatus.BEFORE_BOARD);
        assertThat(details(bid, "process.paused"))
                .contains("The school may merge")
                .contains("\"before.process\":\"under way\"")
                .contains("\"after.process\":\"paused\"");
        assertThat(details(bid, "process.resumed")).contains("\"after.process\":\"under way\"");
    }

    @Test
    void aPausedVoteTakesNoVotesAndGoesOnWithThoseItHad() {
        BidId bid = lifecycle.ballotOpen();
        lifecycle.vote(bid, Lifecycle.VOTERS.getFirst(), VoteChoice.APPROVE);
        logIn.run("publisher", () -> pauses.pause(bid, "A complaint"));
        refused(
                Lifecycle.VOTERS.get(1),
                () -> lifecycle.vote(bid, Lifecycle.VOTERS.get(1), VoteChoice.APPROVE),
                "error.inbox.paused");
        logIn.run("publisher", () -> pauses.resume(bid, "Settled"));
        assertThat(lifecycle.openTasks(bid)).hasSize(5);
        agrees();
        Lifecycle.VOTERS.subList(1, 4).forEach(voter -> lifecycle.vote(bid, voter, VoteChoice.APPROVE));
        assertThat(lifecycle.status(bid)).isEqualTo(BidStatus.AWARDED);
    }

    @Test
    void pausingHasItsRefusals() {
        BidId bid = lifecycle.submitted();
        refused("admin", () -> pauses.resume(bid, "Why not"), "error.workflow.pause.notPaused");
        logIn.as("admin");
        assertThatThrownBy(() -> pauses.pause(bid, " ")).isInstanceOf(ValidationFailed.class);
        assertThatThrownBy(() -> pauses.pause(BidId.random(), "No such bid")).isInstanceOf(NotFound.class);
        pauses.pause(bid, "A complaint");
        refused("admin", () -> pauses.pause(bid, "Again"), "error.workflow.pause.already");
        for (String other : List.of(Lifecycle.LEAD, Lifecycle.CHAIR, Lifecycle.OFFICER, "editor", "auditor")) {
            logIn.as(other);
            assertThatThrownBy(() -> pauses.resume(bid, "Mine")).as(other).isInstanceOf(AccessRefused.class);
        }
        Place place = logIn.as("admin", () -> tokens.places(bid)).getFirst();
        refused(
                "admin",
                () -> tokens.move(bid, place.instance(), place.step(), "userTask_DraftPlan", "Back"),
                "error.workflow.token.paused");
        repository
                .createDeployment()
                .addBytes(
                        "life.bpmn",
                        Definitions.shipped("bid-lifecycle")
                                .replace("Carries one bid", "Takes one bid")
                                .getBytes(StandardCharsets.UTF_8))
                .deploy();
        logIn.as("admin");
        var plan = moves.plan("bidLifecycle", 1, 2);
        assertThat(moves.tryOne(plan, moves.bids(plan).getFirst()))
                .satisfies(trial -> assertThat(trial.result()).isEqualTo(Trial.Result.CANNOT))
                .satisfies(trial -> assertThat(trial.reasonKey()).isEqualTo("error.workflow.move.paused"));
        pauses.resume(bid, "Settled");
        lifecycle.returnPlan(bid);
        lifecycle.withdraw(bid);
        refused("admin", () -> pauses.pause(bid, "Too late"), "error.workflow.pause.ended");
    }

    private int counted() {
        return jdbc.sql("select coalesce(sum(open_count), 0) from inbox_counter")
                .query(Integer.class)
                .single();
    }
}

package org.schoolcollab.workflow.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.flowable.engine.ManagementService;
import org.flowable.engine.TaskService;
import org.flowable.task.api.Task;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.outcome.OutcomeProcess.Kind;
import org.schoolcollab.security.People;
import org.schoolcollab.testing.Jobs;
import org.schoolcollab.workflow.Definitions;
import org.schoolcollab.workflow.Lifecycle;
import org.schoolcollab.workflow.Reconciliation;
import org.schoolcollab.workflow.editing.Definition;
import org.schoolcollab.workflow.editing.Edit.AddStep;
import org.schoolcollab.workflow.editing.Edit.Rename;
import org.schoolcollab.workflow.editing.StepKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a move to another version does with a bid at its step, and where it may not go. */
class BidMovesModuleTest extends BidMoveScenes {

    @Autowired
    Jobs jobs;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    org.schoolcollab.inbox.TaskDesk desk;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aMovedTaskHasTheNewDeadlineCountedFromTheDayItWasOpened() {
        BidId bid = lifecycle.recommended();
        deploy("boardVote", Definitions.voteWithFiveDays());
        MoveReport report = moveAll("boardVote");
        assertThat(report.bids()).extracting(Trial::result).containsExactly(Trial.Result.MOVED);
        assertThat(version(bid, "boardVote")).isEqualTo(2);
        Instant due = Instant.parse("2014-06-23T22:59:59Z");
        assertThat(lifecycle.openTask(bid).getDueDate().toInstant()).isEqualTo(due);
        assertThat(jdbc.sql("select due_at from inbox_work_item where bid_id = ? and state = 'OPEN'")
                        .param(bid.toString())
                        .query(Timestamp.class)
                        .single()
                        .toInstant())
                .isEqualTo(due);
        agrees();
        lifecycle.openBallot(bid);
        assertThat(lifecycle.openTasks(bid)).hasSize(6).containsOnly("userTask_CastVote");
    }

    @Test
    void whoClaimedATaskKeepsIt() {
        BidId bid = lifecycle.recommended();
        String task = lifecycle.openTask(bid).getId();
        logIn.run(Lifecycle.CHAIR, () -> desk.claim(task));
        deploy("boardVote", Definitions.voteWithFiveDays());
        moveAll("boardVote");
        assertThat(lifecycle.openTask(bid).getId()).isEqualTo(task);
        assertThat(lifecycle.openTask(bid).getAssignee()).isNotNull();
        agrees();
    }

    @Test
    void aReviewThatNobodyMayDoStaysInTheQueueOfTheAdministrators() {
        BidId bid = lifecycle.submitted();
        transaction.executeWithoutResult(status -> people.setEnabled(
                people.principal("adviser.south").orElseThrow().actor().id(), false));
        List<String> queues = queues(bid);
        assertThat(queues).hasSize(2).anyMatch(group -> group.startsWith("ADMINISTRATOR"));
        deploy(
                "bidLifecycle",
                Definitions.shipped("bid-lifecycle").replace("name=\"Review plan\"", "name=\"Read plan\""));

        moveAll("bidLifecycle");

        assertThat(version(bid, "bidLifecycle")).isEqualTo(2);
        assertThat(queues(bid)).isEqualTo(queues);
        agrees();
    }

    private List<String> queues(BidId bid) {
        return jdbc.sql("select group_key from inbox_work_item where bid_id = ? and state = 'OPEN' order by group_key")
                .param(bid.toString())
                .query(String.class)
                .list();
    }

    @Test
    void aTaskForAnotherGroupLeavesTheOldQueueAndAppearsInTheNew() {
        deploy("boardVote", Definitions.voteWithSignOff());
        BidId bid = lifecycle.agreed();
        deploy(
                "boardVote",
                Definitions.voteWithSignOff()
                        .replace(
                                "name=\"Chair's sign-off\" flowable:candidateGroups=\"${decisionLeads.groups(execution)}\"",
                                "name=\"Finance's sign-off\" flowable:candidateGroups=\"FINANCE_OFFICER\""));
        move(new MovePlan("boardVote", 2, 3, Map.of()));
        assertThat(jdbc.sql("select group_key from inbox_work_item where bid_id = ? and state = 'OPEN'")
                        .param(bid.toString())
                        .query(String.class)
                        .list())
                .containsExactly("FINANCE_OFFICER");
        agrees();
    }

    @Test
    void aVoteInWhichSomeHaveVotedStaysUntilItIsOver() {
        BidId bid = lifecycle.ballotOpen();
        lifecycle.vote(bid, Lifecycle.VOTERS.get(0), VoteChoice.APPROVE);
        lifecycle.vote(bid, Lifecycle.VOTERS.get(1), VoteChoice.APPROVE);
        List<String> voters = assignees(bid);
        assertThat(voters).hasSize(4);
        deploy("boardVote", Definitions.voteWithFiveDays());
        MoveReport report = moveAll("boardVote");
        assertThat(report.bids()).extracting(Trial::reasonKey).containsExactly("error.workflow.move.partlyDone");
        assertThat(version(bid, "boardVote")).isEqualTo(1);
        assertThat(assignees(bid)).isEqualTo(voters);
        agrees();
        lifecycle.vote(bid, Lifecycle.VOTERS.get(2), VoteChoice.APPROVE);
        lifecycle.vote(bid, Lifecycle.VOTERS.get(3), VoteChoice.APPROVE);
        assertThat(lifecycle.openTasks(bid)).containsExactly("userTask_AcceptAward");
    }

    /** The engine would forget that the chair can end the vote, and the time at which it ends. */
    @Test
    void aVoteInWhichNobodyHasVotedStaysToo() {
        BidId bid = lifecycle.ballotOpen();
        List<String> voters = assignees(bid);
        List<String> waits = waits(bid);
        deploy("boardVote", Definitions.voteWithFiveDays());
        assertThat(moveAll("boardVote").bids())
                .extracting(Trial::reasonKey)
                .containsExactly("error.workflow.move.partlyDone");
        assertThat(version(bid, "boardVote")).isEqualTo(1);
        assertThat(assignees(bid)).hasSize(6).isEqualTo(voters);
        assertThat(waits(bid)).isEqualTo(waits);
        agrees();
        Lifecycle.VOTERS.subList(0, 4).forEach(voter -> lifecycle.vote(bid, voter, VoteChoice.APPROVE));
        assertThat(lifecycle.openTasks(bid)).containsExactly("userTask_AcceptAward");
    }

    @Test
    void whoWaitsForSomeDaysWaitsOnlyForWhatIsLeftOfThem() {
        Definition waiting = Definition.read(Definitions.shipped("bid-lifecycle"))
                .apply(new AddStep("userTask_DraftPlan", StepKind.WAIT, "Let it rest", Map.of()));
        deploy("bidLifecycle", waiting.xml());
        BidId bid = lifecycle.submitted();
        List<String> waits = waits(bid);
        assertThat(lifecycle.openTasks(bid)).isEmpty();
        assertThat(waits).anyMatch(wait -> wait.startsWith("timerEvent_LetItRest 2014-06-23"));
        jobs.runUntil(Instant.parse("2014-06-18T09:00:00Z"));
        deploy(
                "bidLifecycle",
                waiting.apply(new Rename("timerEvent_LetItRest", "Rest")).xml());
        assertThat(move(new MovePlan("bidLifecycle", 2, 3, Map.of())).bids())
                .extracting(Trial::result)
                .containsExactly(Trial.Result.MOVED);
        assertThat(waits(bid)).isEqualTo(waits);
        agrees();
        jobs.runUntil(Instant.parse("2014-06-24T00:00:00Z"));
        assertThat(lifecycle.openTasks(bid)).containsExactly("userTask_ReviewPlan");
    }

    @Test
    void aStepThatIsGoneNeedsAnotherAndMayNotBeAnyOther() {
        deploy("boardVote", Definitions.voteWithSignOff());
        BidId bid = lifecycle.agreed();
        deploy("boardVote", Definitions.shipped("board-vote"));
        logIn.as("admin");
        MovePlan plan = moves.plan("boardVote", 2, 3);
        assertThat(plan.mapping()).isEmpty();
        assertThat(tried(plan)).satisfiesExactly(trial -> {
            assertThat(trial.result()).isEqualTo(Trial.Result.NEEDS_MAPPING);
            assertThat(trial.reason()).isEqualTo("Chair's sign-off");
            assertThat(trial.steps()).containsExactly("Chair's sign-off");
        });
        assertThat(tried(plan.mapped("userTask_ChairSignOff", "userTask_OpenBallot")))
                .extracting(Trial::result)
                .containsExactly(Trial.Result.CANNOT);
        assertThat(moves.places("boardVote", 2, 3).getFirst().targets())
                .extracting(MovePlan.Target::step)
                .containsExactly("endEvent_BidDecided");
        MovePlan agreed = plan.mapped("userTask_ChairSignOff", "endEvent_BidDecided");
        assertThat(tried(agreed)).extracting(Trial::result).containsExactly(Trial.Result.CAN_MOVE);
        assertThat(lifecycle.openTasks(bid)).containsExactly("userTask_ChairSignOff");
        move(agreed);
        assertThat(lifecycle.openTasks(bid)).containsExactly("userTask_AcceptAward");
        assertThat(lifecycle.award(bid)).hasSize(1);
        agrees();
    }

    /** From each version to the next at every place where a bid can wait: it stands whole on the new one and goes on to its end. */
    @Test
    void theLifecycleMovesAtEveryPlaceWhereABidWaits() {
        jdbc.sql("update programme_round set first_instalment_percent = 100").update();
        BidId bid = lifecycle.drafted();
        int version = 1;
        version = step(bid, version);
        lifecycle.submit(bid);
        version = step(bid, version);
        lifecycle.returnPlan(bid);
        version = step(bid, version);
        lifecycle.submit(bid);
        lifecycle.recommend(bid);
        version = step(bid, version);
        lifecycle.openBallot(bid);
        version = step(bid, version);
        Lifecycle.VOTERS.subList(0, 4).forEach(voter -> lifecycle.vote(bid, voter, VoteChoice.APPROVE));
        version = step(bid, version);
        lifecycle.accept(bid);
        version = step(bid, version);
        lifecycle.requestRelease(bid, 1);
        version = step(bid, version);
        lifecycle.approveRelease(bid, 1);
        version = step(bid, version);
        jobs.runUntil(Instant.parse("2015-03-01T08:00:00Z"));
        version = step(bid, version);
        lifecycle.writeReport(bid, Kind.MARCH);
        version = step(bid, version);
        lifecycle.acceptReport(bid, Kind.MARCH);
        version = step(bid, version);
        jobs.runUntil(Instant.parse("2015-10-01T07:00:00Z"));
        version = step(bid, version);
        assertThat(lifecycle.openTasks(bid)).containsExactly("userTask_WriteOctoberReport");
        assertThat(version).isGreaterThan(12);
    }

    /** Publishes another version of the lifecycle, moves the bid there, and looks whether anything is missing or more than before. */
    private int step(BidId bid, int version) {
        List<String> before = lifecycle.openTasks(bid);
        List<String> waits = waits(bid);
        deploy(
                "bidLifecycle",
                Definitions.shipped("bid-lifecycle")
                        .replace("Carries one bid", "Version " + version + " carries one bid"));
        MoveReport report = move(new MovePlan("bidLifecycle", version, version + 1, Map.of()));
        assertThat(report.bids())
                .allSatisfy(trial -> assertThat(trial.result())
                        .as("%s at %s: %s", trial.reasonKey(), before, trial.reason())
                        .isEqualTo(Trial.Result.MOVED));
        assertThat(version(bid, "bidLifecycle")).isEqualTo(version + 1);
        assertThat(lifecycle.openTasks(bid)).isEqualTo(before);
        assertThat(waits(bid)).as("timers and messages at %s", before).isEqualTo(waits);
        agrees();
        return version + 1;
    }

    /** Timers with their dates, and messages that are waited for. */
    private List<String> waits(BidId bid) {
        List<String> waits = new java.util.ArrayList<>();
        management
                .createTimerJobQuery()
                .list()
                .forEach(job ->
                        waits.add(job.getElementId() + " " + job.getDuedate().toInstant()));
        runtime.createEventSubscriptionQuery()
                .list()
                .forEach(message -> waits.add(message.getActivityId() + " " + message.getEventName()));
        return waits.stream().sorted().toList();
    }

    private void agrees() {
        logIn.as("auditor");
        assertThat(reconciliation.differences()).isEmpty();
    }

    private List<String> assignees(BidId bid) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(bid.toString())
                .taskDefinitionKey("userTask_CastVote")
                .list()
                .stream()
                .map(Task::getAssignee)
                .sorted()
                .toList();
    }
}

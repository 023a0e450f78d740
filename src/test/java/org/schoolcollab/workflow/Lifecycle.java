package org.schoolcollab.workflow;

import java.util.List;
import java.util.Map;
import org.flowable.engine.HistoryService;
import org.flowable.engine.ManagementService;
import org.flowable.engine.TaskService;
import org.flowable.task.api.Task;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSubmission;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.BidWithdrawal;
import org.schoolcollab.board.BallotOpening;
import org.schoolcollab.board.CastingVote;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.board.Voting;
import org.schoolcollab.ledger.AcceptanceProcess;
import org.schoolcollab.ledger.ReleaseProcess;
import org.schoolcollab.outcome.OutcomeProcess;
import org.schoolcollab.review.PlanReview;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.review.ReviewProcess;
import org.schoolcollab.shared.Money;
import org.schoolcollab.testing.LogIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries a bid of the Deal Learning Alliance (Dover, South) from step to step, for tests of the process: by the use cases where the
 * engine asks back (bid, board), elsewhere by the ports as the use cases call them.
 */
@Component
public class Lifecycle {

    public static final String SLUG = "deal-learning-alliance";
    public static final String LEAD = "lead." + SLUG;
    public static final String ADVISER = "adviser.south";
    public static final String CHAIR = "chair.south";
    public static final String OFFICER = "finance.officer";
    public static final String APPROVER = "finance.approver";
    public static final List<String> VOTERS =
            List.of("board1.south", "board2.south", "board3.south", "board4.south", "board5.south", CHAIR);

    private final BidFixtures fixtures;
    private final BidSubmission submission;
    private final BidWithdrawal withdrawal;
    private final BidProgress progress;
    private final BidRegister register;
    private final ReviewProcess reviews;
    private final PlanReview planReviews;
    private final BallotOpening ballots;
    private final Voting voting;
    private final CastingVote castingVotes;
    private final AcceptanceProcess acceptances;
    private final ReleaseProcess releases;
    private final OutcomeProcess outcomes;
    private final TaskService tasks;
    private final ManagementService management;
    private final HistoryService history;
    private final JdbcClient jdbc;
    private final LogIn logIn;
    private final TransactionTemplate transaction;

    Lifecycle(
            BidFixtures fixtures,
            BidSubmission submission,
            BidWithdrawal withdrawal,
            BidProgress progress,
            BidRegister register,
            ReviewProcess reviews,
            PlanReview planReviews,
            BallotOpening ballots,
            Voting voting,
            CastingVote castingVotes,
            AcceptanceProcess acceptances,
            ReleaseProcess releases,
            OutcomeProcess outcomes,
            TaskService tasks,
            ManagementService management,
            HistoryService history,
            JdbcClient jdbc,
            LogIn logIn,
            TransactionTemplate transaction) {
        this.fixtures = fixtures;
        this.submission = submission;
        this.withdrawal = withdrawal;
        this.progress = progress;
        this.register = register;
        this.reviews = reviews;
        this.planReviews = planReviews;
        this.ballots = ballots;
        this.voting = voting;
        this.castingVotes = castingVotes;
        this.acceptances = acceptances;
        this.releases = releases;
        this.outcomes = outcomes;
        this.tasks = tasks;
        this.management = management;
        this.history = history;
        this.jdbc = jdbc;
        this.logIn = logIn;
        this.transaction = transaction;
    }

    /** A bid whose plan is written and not submitted. */
    public BidId drafted() {
        return fixtures.completeDraft(SLUG);
    }

    public BidId submitted() {
        BidId bid = drafted();
        submit(bid);
        return bid;
    }

    public BidId recommended() {
        BidId bid = submitted();
        recommend(bid);
        return bid;
    }

    public BidId ballotOpen() {
        BidId bid = recommended();
        openBallot(bid);
        return bid;
    }

    public BidId tied() {
        BidId bid = ballotOpen();
        VOTERS.subList(0, 3).forEach(voter -> vote(bid, voter, VoteChoice.APPROVE));
        VOTERS.subList(3, 6).forEach(voter -> vote(bid, voter, VoteChoice.REFUSE));
        return bid;
    }

    public BidId agreed() {
        BidId bid = ballotOpen();
        VOTERS.subList(0, 4).forEach(voter -> vote(bid, voter, VoteChoice.APPROVE));
        return bid;
    }

    public BidId awarded() {
        BidId bid = agreed();
        accept(bid);
        return bid;
    }

    public BidId releaseRequested() {
        BidId bid = awarded();
        requestRelease(bid, 1);
        return bid;
    }

    public BidId inDelivery() {
        BidId bid = releaseRequested();
        approveRelease(bid, 1);
        return bid;
    }

    public void submit(BidId bid) {
        fixtures.consented(bid);
        logIn.run(LEAD, () -> {
            fixtures.answerPoints(bid);
            submission.submit(bid);
        });
    }

    public void returnPlan(BidId bid) {
        logIn.run(ADVISER, () -> planReviews.returnForChanges(bid, ReviewDraft.returning("Baselines are missing")));
    }

    public void recommend(BidId bid) {
        act(ADVISER, () -> reviews.recommended(progress.recommended(bid, Money.ofPounds(20_000))));
    }

    public void openBallot(BidId bid) {
        logIn.run(CHAIR, () -> ballots.open(bid, Money.ofPounds(20_000)));
    }

    public void vote(BidId bid, String voter, VoteChoice choice) {
        logIn.run(voter, () -> voting.cast(bid, choice, choice == VoteChoice.REFUSE ? "Too dear" : ""));
    }

    public void castingVote(BidId bid, VoteChoice choice) {
        logIn.run(CHAIR, () -> castingVotes.give(bid, choice, "The plan is sound"));
    }

    public void withdraw(BidId bid) {
        logIn.run(LEAD, () -> withdrawal.withdraw(bid, "The lead school is merging"));
    }

    public void accept(BidId bid) {
        act(LEAD, () -> acceptances.accepted(register.get(bid)));
    }

    public void requestRelease(BidId bid, int instalment) {
        act(OFFICER, () -> releases.requested(register.get(bid), instalment));
    }

    public void approveRelease(BidId bid, int instalment) {
        act(
                APPROVER,
                () -> releases.approved(instalment == 1 ? progress.inDelivery(bid) : register.get(bid), instalment));
    }

    public void rejectRelease(BidId bid, int instalment) {
        act(APPROVER, () -> releases.rejected(register.get(bid), instalment));
    }

    public void writeReport(BidId bid, OutcomeProcess.Kind kind) {
        act(LEAD, () -> outcomes.submitted(register.get(bid), kind));
    }

    public void returnReport(BidId bid, OutcomeProcess.Kind kind) {
        act(ADVISER, () -> outcomes.returned(register.get(bid), kind));
    }

    public void acceptReport(BidId bid, OutcomeProcess.Kind kind) {
        act(ADVISER, () -> outcomes.accepted(register.get(bid), kind));
    }

    public void act(String person, Runnable step) {
        logIn.run(person, () -> transaction.executeWithoutResult(status -> step.run()));
    }

    /** Keys of the bid's open tasks as the engine has them. */
    public List<String> openTasks(BidId bid) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(bid.toString())
                .orderByTaskDefinitionKey()
                .asc()
                .list()
                .stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    /** The one open task of the bid. */
    public Task openTask(BidId bid) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(bid.toString())
                .singleResult();
    }

    /** Keys of the bid's open work items as the inbox has them. */
    public List<String> openItems(BidId bid) {
        return jdbc.sql("select task_key from inbox_work_item where bid_id = ? and state = 'OPEN' order by task_key")
                .param(bid.toString())
                .query(String.class)
                .list();
    }

    public BidStatus status(BidId bid) {
        BidSummary now = register.get(bid);
        return now.status();
    }

    /** The element at which the bid's process ended, null while it runs. */
    public String end(BidId bid) {
        var instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(bid.toString())
                .processDefinitionKey("bidLifecycle")
                .singleResult();
        return instance.getEndActivityId();
    }

    public long timers() {
        return management.createTimerJobQuery().count();
    }

    /** What the bid's award is worth and how it stands, by column of ledger_award; empty where there is none. */
    public List<Map<String, Object>> award(BidId bid) {
        return jdbc.sql("select agreed_pence, status from ledger_award where bid_id = ?")
                .param(bid.toString())
                .query()
                .listOfRows();
    }
}

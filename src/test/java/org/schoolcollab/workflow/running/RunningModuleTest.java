package org.schoolcollab.workflow.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RepositoryService;
import org.flowable.job.api.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidWithdrawal;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.inbox.TaskDesk;
import org.schoolcollab.ledger.LedgerAssertions;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.testing.Jobs;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.Definitions;
import org.schoolcollab.workflow.Lifecycle;
import org.schoolcollab.workflow.Reconciliation;
import org.schoolcollab.workflow.Reconciliation.Kind;
import org.schoolcollab.workflow.editing.Definition;
import org.schoolcollab.workflow.editing.Edit.AddStep;
import org.schoolcollab.workflow.editing.StepKind;
import org.schoolcollab.workflow.move.BidMoves;
import org.schoolcollab.workflow.move.Trial;
import org.schoolcollab.workflow.running.BidTokens.Place;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Processes under way: paused and let go on, put to another step, failed jobs, differences put right; and every refusal. */
@PortalTest
class RunningModuleTest {

    private static final String SIGN_OFF = "userTask_SecondLook";

    @Autowired
    BidPauses pauses;

    @Autowired
    PausedBids paused;

    @Autowired
    BidTokens tokens;

    @Autowired
    StuckJobs stuck;

    @Autowired
    PuttingRight puttingRight;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    BidMoves moves;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidWithdrawal withdrawal;

    @Autowired
    TaskDesk desk;

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService repository;

    @Autowired
    Jobs jobs;

    @Autowired
    PortalClock clock;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

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

    private void notMoved(BidId bid, String from, String to, String key) {
        List<String> before = lifecycle.openTasks(bid);
        Place place = place(bid, from);
        refused("admin", () -> tokens.move(bid, place.instance(), from, to, "Because"), key);
        assertThat(lifecycle.openTasks(bid)).isEqualTo(before);
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

    @Test
    void severalFailedJobsAreTriedAgainAtOnce() {
        BidId bid = lifecycle.submitted();
        List<Job> timers = management.createTimerJobQuery().list();
        timers.forEach(timer -> management.moveJobToDeadLetterJob(timer.getId()));
        logIn.as("admin");
        List<String> ids = stuck.all().stream().map(StuckJobs.Stuck::job).toList();
        assertThat(ids).hasSize(2);
        assertThat(stuck.retry(List.of(ids.getFirst(), ids.getLast(), ids.getLast(), "gone")))
                .isEqualTo(2);
        assertThat(stuck.all()).isEmpty();
        assertThat(management.createJobQuery().count()).isEqualTo(2);
        assertThat(jdbc.sql("select details from audit_record where bid_id = ? and action = 'process.jobRetried'")
                        .param(bid.toString())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allSatisfy(details -> assertThat(details)
                        .contains("\"before.job\":\"stuck\"")
                        .contains("\"after.job\":\"to be tried now\""));
        assertThatThrownBy(() -> stuck.retry(ids)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> stuck.retry(List.of())).isInstanceOf(NotFound.class);
    }

    @Test
    void aFailedJobIsTriedAtAnotherMoment() {
        BidId bid = lifecycle.submitted();
        String timer = management
                .createTimerJobQuery()
                .elementId("boundaryEvent_ReviewPlanSoonDue")
                .singleResult()
                .getId();
        management.moveJobToDeadLetterJob(timer);
        logIn.as("admin");
        String job = stuck.all().getFirst().job();
        assertThatThrownBy(() -> stuck.dueAt(job, null)).isInstanceOf(ValidationFailed.class);
        assertThatThrownBy(() -> stuck.dueAt(job, clock.instant())).isInstanceOf(ValidationFailed.class);
        Instant due = clock.instant().plus(Duration.ofHours(2));
        stuck.dueAt(job, due);
        assertThat(stuck.all()).isEmpty();
        assertThat(management
                        .createTimerJobQuery()
                        .elementId("boundaryEvent_ReviewPlanSoonDue")
                        .singleResult()
                        .getDuedate()
                        .toInstant())
                .isEqualTo(due);
        jobs.runUntil(due);
        assertThat(reminded(bid)).isEqualTo(1);
        assertThat(details(bid, "process.jobPostponed")).contains("\"after.due\":\"" + due + "\"");
        assertThatThrownBy(() -> stuck.dueAt(job, due.plus(Duration.ofDays(1)))).isInstanceOf(NotFound.class);
    }

    @Test
    void aNoteStaysWithTheJobHoweverOftenItFails() {
        BidId bid = lifecycle.submitted();
        String timer = management
                .createTimerJobQuery()
                .elementId("boundaryEvent_ReviewPlanOverdue")
                .singleResult()
                .getId();
        management.moveJobToDeadLetterJob(timer);
        logIn.as("admin");
        stuck.note(stuck.all().getFirst().job(), "The mail server was down");
        assertThatThrownBy(() -> stuck.note(stuck.all().getFirst().job(), " ")).isInstanceOf(ValidationFailed.class);
        stuck.retry(List.of(stuck.all().getFirst().job()));
        management.moveJobToDeadLetterJob(
                management.createJobQuery().singleResult().getId());
        assertThat(stuck.all())
                .singleElement()
                .satisfies(again -> assertThat(again.note()).isEqualTo("The mail server was down"));
        stuck.note(stuck.all().getFirst().job(), "It still is");
        assertThat(stuck.all().getFirst().note()).isEqualTo("It still is");
        assertThat(jdbc.sql("select details from audit_record where bid_id = ? and action = 'process.jobNoted'"
                                + " order by position desc limit 1")
                        .param(bid.toString())
                        .query(String.class)
                        .single())
                .contains("\"before.note\":\"The mail server was down\"")
                .contains("\"after.note\":\"It still is\"");
        logIn.as("auditor");
        assertThat(stuck.all()).hasSize(1);
        assertThatThrownBy(() -> stuck.note(stuck.all().getFirst().job(), "Mine"))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> stuck.retry(List.of("any"))).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> stuck.dueAt("any", null)).isInstanceOf(AccessRefused.class);
    }

    static final Map<Kind, String> DAMAGE = Map.of(
            Kind.TASK_WITHOUT_ITEM, "update inbox_work_item set state = 'GONE'",
            Kind.ITEM_WITHOUT_TASK, "update inbox_work_item set task_id = 'none'",
            Kind.ANOTHER_ASSIGNEE,
                    "update inbox_work_item set claimed_by = (select id from security_person limit 1), claimed_at = now()",
            Kind.ANOTHER_GROUP, "update inbox_work_item set group_key = 'ADVISER:AREA:NORTH'",
            Kind.ANOTHER_DEADLINE, "update inbox_work_item set due_at = '2020-01-01'",
            Kind.MISCOUNTED, "update inbox_counter set open_count = open_count + 3");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TASK_WITHOUT_ITEM",
                "ITEM_WITHOUT_TASK",
                "ANOTHER_ASSIGNEE",
                "ANOTHER_GROUP",
                "ANOTHER_DEADLINE",
                "MISCOUNTED"
            })
    void whatDiffersIsPutRightFromTheEngine(String name) {
        BidId bid = lifecycle.submitted();
        Kind kind = Kind.valueOf(name);
        jdbc.sql(DAMAGE.getOrDefault(kind, "") + (kind == Kind.MISCOUNTED ? "" : " where state = 'OPEN'"))
                .update();
        logIn.as("admin");
        assertThat(reconciliation.differences())
                .extracting(Reconciliation.Difference::kind)
                .contains(kind);
        for (int round = 0; round < 6 && !reconciliation.differences().isEmpty(); round++) {
            var difference = reconciliation.differences().getFirst();
            puttingRight.putRight(difference.kind(), difference.subject());
        }
        agrees();
        assertThat(lifecycle.openItems(bid)).containsExactly("userTask_ReviewPlan");
        assertThat(jdbc.sql(
                                "select count(*) from audit_record where action in ('process.queuePutRight', 'process.recounted')")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThatThrownBy(() -> logIn.run("admin", () -> puttingRight.putRight(kind, "none")))
                .isInstanceOf(NotFound.class);
        logIn.as("auditor");
        assertThatThrownBy(() -> puttingRight.putRight(kind, "none")).isInstanceOf(AccessRefused.class);
    }

    private Place place(BidId bid, String step) {
        return logIn.as("admin", () -> tokens.places(bid)).stream()
                .filter(place -> place.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private void refused(String person, ThrowingCallable act, String key) {
        logIn.as(person);
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }

    private static Definition signOffIn(String name, String after) {
        return Definition.read(Definitions.shipped(name))
                .apply(new AddStep(after, StepKind.TASK, "Second look", Map.of()));
    }

    private void deploy(String key, Definition definition) {
        repository
                .createDeployment()
                .addBytes(key + ".bpmn", definition.xml().getBytes(StandardCharsets.UTF_8))
                .deploy();
    }

    private void agrees() {
        assertThat(logIn.as("auditor", reconciliation::differences)).isEmpty();
    }

    private int counted() {
        return jdbc.sql("select coalesce(sum(open_count), 0) from inbox_counter")
                .query(Integer.class)
                .single();
    }

    private int reminded(BidId bid) {
        return jdbc.sql("select count(*) from inbox_work_item where bid_id = ? and reminded_at is not null")
                .param(bid.toString())
                .query(Integer.class)
                .single();
    }

    private String details(BidId bid, String action) {
        return jdbc.sql("select details from audit_record where bid_id = ? and action = ?")
                .params(bid.toString(), action)
                .query(String.class)
                .single();
    }
}

package org.schoolcollab.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.flowable.engine.ManagementService;
import org.flowable.job.api.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.inbox.InboxCounts;
import org.schoolcollab.inbox.InboxQueries;
import org.schoolcollab.outcome.OutcomeProcess.Kind;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.testing.Jobs;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reminders and escalations of every task, and people who are at one task at once, on a clock that stands until it is moved. */
@PortalTest
class TimersProcessTest {

    private static final Instant MARCH = Instant.parse("2015-03-01T08:00:00Z");
    private static final Instant OCTOBER = Instant.parse("2015-10-01T07:00:00Z");

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    Jobs jobs;

    @Autowired
    org.schoolcollab.bid.BidSubmission submission;

    @Autowired
    ManagementService management;

    @Autowired
    PortalClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InboxQueries inbox;

    @Autowired
    LogIn logIn;

    @Autowired
    People people;

    @Autowired
    org.schoolcollab.inbox.TaskDesk desk;

    @Autowired
    org.springframework.transaction.support.TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userTask_DraftPlan",
                "userTask_ReviewPlan",
                "userTask_RevisePlan",
                "userTask_OpenBallot",
                "userTask_CastVote",
                "userTask_GiveCastingVote",
                "userTask_AcceptAward",
                "userTask_RequestRelease",
                "userTask_ApproveRelease",
                "userTask_WriteMarchReport",
                "userTask_AcceptMarchReport",
                "userTask_WriteOctoberReport",
                "userTask_AcceptOctoberReport"
            })
    void remindsBeforeAndEscalatesAfterTheDeadline(String task) {
        BidId bid = at(task);
        assertThat(lifecycle.openTasks(bid)).contains(task);
        List<Job> timers = management.createTimerJobQuery().orderByJobDuedate().asc().list().stream()
                .filter(job -> job.getElementId().startsWith("boundaryEvent_" + task.substring("userTask_".length())))
                .toList();
        assertThat(timers).hasSize(2);
        Instant reminder = timers.getFirst().getDuedate().toInstant();
        Instant overdue = timers.getLast().getDuedate().toInstant();
        int open = lifecycle.openTasks(bid).size();

        jobs.runUntil(reminder.minusMillis(1));
        assertThat(marked(bid, "reminded_at")).isZero();
        jobs.runUntil(reminder);
        assertThat(marked(bid, "reminded_at")).isEqualTo(open);
        assertThat(marked(bid, "escalated_at")).isZero();
        jobs.runUntil(overdue.minusMillis(1));
        assertThat(marked(bid, "escalated_at")).isZero();
        jobs.runUntil(overdue);
        assertThat(marked(bid, "escalated_at")).isEqualTo(open);
        assertThat(lifecycle.openTasks(bid)).hasSize(open).containsOnly(task);
        assertThat(lifecycle.openItems(bid)).hasSize(open).containsOnly(task);
        assertThat(actions(bid)).contains("task.reminded", "task.escalated");
        for (String count : List.of("escalated_count", "reminded_count")) {
            assertThat(jdbc.sql("select sum(" + count + ") from inbox_counter")
                            .query(Integer.class)
                            .single())
                    .as(count)
                    .isEqualTo(open);
        }
    }

    @Test
    void whatIsDoneInTimeIsNeitherRemindedOfNorEscalated() {
        BidId bid = lifecycle.submitted();
        lifecycle.recommend(bid);
        lifecycle.withdraw(bid);
        jobs.runUntil(clock.instant().plus(Duration.ofDays(60)));
        assertThat(actions(bid)).doesNotContain("task.reminded", "task.escalated");
    }

    @Test
    void deadlinesFollowTheRules() {
        BidId bid = lifecycle.drafted();
        assertThat(due(bid)).isEqualTo(LocalDate.of(2014, 7, 18));
        lifecycle.submit(bid);
        assertThat(due(bid)).isEqualTo(LocalDate.of(2014, 6, 30));
        lifecycle.recommend(bid);
        assertThat(due(bid)).isEqualTo(LocalDate.of(2014, 6, 30));
        lifecycle.openBallot(bid);
        assertThat(due(bid)).isEqualTo(LocalDate.of(2014, 6, 30));
        Lifecycle.VOTERS
                .subList(0, 4)
                .forEach(voter -> lifecycle.vote(bid, voter, org.schoolcollab.board.VoteChoice.APPROVE));
        assertThat(due(bid)).isEqualTo(LocalDate.of(2014, 6, 30));
        lifecycle.accept(bid);
        assertThat(due(bid)).isEqualTo(LocalDate.of(2014, 6, 23));
        lifecycle.requestRelease(bid, 1);
        assertThat(due(bid)).isEqualTo(LocalDate.of(2014, 6, 23));
        lifecycle.approveRelease(bid, 1);
        jobs.runUntil(MARCH);
        assertThat(due(bid)).isEqualTo(LocalDate.of(2015, 3, 31));
    }

    @Test
    void anEscalatedTaskThatIsDoneIsCountedNoMore() {
        BidId bid = lifecycle.submitted();
        jobs.runUntil(clock.instant().plus(Duration.ofDays(20)));
        assertThat(logIn.as(Lifecycle.ADVISER, inbox::counts)).isEqualTo(new InboxCounts(1, 0, 1, 1));
        lifecycle.recommend(bid);
        assertThat(logIn.as(Lifecycle.ADVISER, inbox::counts)).isEqualTo(new InboxCounts(0, 0, 0, 0));
    }

    @Test
    void whatAColleagueHasClaimedIsRefusedWithWhoAndWhen() {
        BidId bid = lifecycle.submitted();
        secondAdviser();
        logIn.run(
                "adviser.second",
                () -> desk.reassign(
                        lifecycle.openTask(bid).getId(),
                        people.principal("adviser.second").orElseThrow().actor().id(),
                        "I know the schools"));
        assertThatThrownBy(() -> lifecycle.recommend(bid))
                .isInstanceOfSatisfying(
                        StepClaimed.class,
                        refusal -> assertThat(refusal.arguments())
                                .containsExactly("Second adviser", "16 June 2014, 10:00"));
        assertThat(lifecycle.openTasks(bid)).containsExactly("userTask_ReviewPlan");
        assertThat(lifecycle.status(bid)).isEqualTo(org.schoolcollab.bid.BidStatus.IN_REVIEW);
    }

    @Test
    void whatSomebodyHasDoneIsRefusedWithWhoAndWhen() {
        BidId bid = lifecycle.releaseRequested();
        String officer =
                people.principal(Lifecycle.OFFICER).orElseThrow().actor().name();
        assertThatThrownBy(() -> lifecycle.requestRelease(bid, 1))
                .isInstanceOfSatisfying(
                        StepNotOpen.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly(officer, "16 June 2014, 10:00"));
    }

    @Test
    void whoSubmitsAfterAColleagueIsToldWhoWasQuicker() {
        BidId bid = lifecycle.submitted();
        String place = jdbc.sql("select collaboration_id from bid_bid where id = ?")
                .param(bid.toString())
                .query(String.class)
                .single();
        transaction.executeWithoutResult(status -> people.add(
                "lead.second",
                "Second lead",
                null,
                "-",
                true,
                List.of(new RoleGrant(
                        Role.COLLABORATION_LEAD, Scope.collaboration(java.util.UUID.fromString(place))))));
        String first = people.principal(Lifecycle.LEAD).orElseThrow().actor().name();
        assertThatThrownBy(() -> logIn.run("lead.second", () -> submission.submit(bid)))
                .isInstanceOfSatisfying(
                        StepNotOpen.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly(first, "16 June 2014, 10:00"));
        assertThatThrownBy(() -> lifecycle.submit(bid)).isInstanceOf(org.schoolcollab.bid.BidNotInStage.class);
    }

    private BidId at(String task) {
        BidId bid = switch (task) {
            case "userTask_DraftPlan" -> lifecycle.drafted();
            case "userTask_ReviewPlan" -> lifecycle.submitted();
            case "userTask_RevisePlan" -> lifecycle.submitted();
            case "userTask_OpenBallot" -> lifecycle.recommended();
            case "userTask_CastVote" -> lifecycle.ballotOpen();
            case "userTask_GiveCastingVote" -> lifecycle.tied();
            case "userTask_AcceptAward" -> lifecycle.agreed();
            case "userTask_RequestRelease" -> lifecycle.awarded();
            case "userTask_ApproveRelease" -> lifecycle.releaseRequested();
            default -> inDeliveryWithOneInstalment();
        };
        switch (task) {
            case "userTask_RevisePlan" -> lifecycle.returnPlan(bid);
            case "userTask_WriteMarchReport" -> jobs.runUntil(MARCH);
            case "userTask_AcceptMarchReport" -> {
                jobs.runUntil(MARCH);
                lifecycle.writeReport(bid, Kind.MARCH);
            }
            case "userTask_WriteOctoberReport" -> toOctober(bid);
            case "userTask_AcceptOctoberReport" -> {
                toOctober(bid);
                lifecycle.writeReport(bid, Kind.OCTOBER);
            }
            default -> {
                // Already there.
            }
        }
        return bid;
    }

    private BidId inDeliveryWithOneInstalment() {
        jdbc.sql("update programme_round set first_instalment_percent = 100").update();
        return lifecycle.inDelivery();
    }

    private void toOctober(BidId bid) {
        jobs.runUntil(MARCH);
        lifecycle.writeReport(bid, Kind.MARCH);
        lifecycle.acceptReport(bid, Kind.MARCH);
        jobs.runUntil(OCTOBER);
    }

    private void secondAdviser() {
        transaction.executeWithoutResult(status -> people.add(
                "adviser.second",
                "Second adviser",
                null,
                "-",
                true,
                List.of(new RoleGrant(Role.ADVISER, Scope.district("dover")))));
    }

    private LocalDate due(BidId bid) {
        Instant due = jdbc.sql("select max(due_at) from inbox_work_item where bid_id = ? and state = 'OPEN'")
                .param(bid.toString())
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
        return LocalDate.ofInstant(due, PortalClock.LONDON);
    }

    private int marked(BidId bid, String column) {
        return jdbc.sql("select count(*) from inbox_work_item where bid_id = ? and state = 'OPEN' and " + column
                        + " is not null")
                .param(bid.toString())
                .query(Integer.class)
                .single();
    }

    private List<String> actions(BidId bid) {
        return jdbc.sql("select action from audit_record where bid_id = ?")
                .param(bid.toString())
                .query(String.class)
                .list();
    }
}

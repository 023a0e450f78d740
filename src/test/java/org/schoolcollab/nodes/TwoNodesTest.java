package org.schoolcollab.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.schoolcollab.bench.Clones;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.crash.Aftermath;
import org.schoolcollab.crash.MoneyActs;
import org.schoolcollab.crash.MoneyActs.Act;
import org.schoolcollab.crash.MoneyActs.Next;
import org.schoolcollab.testing.KnownState;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two processes of the application on one database do the same at once, and one of them is killed. Bids are copies of one; from their
 * decision on everything is done by the nodes.
 */
@PortalTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTest {

    private static final Nodes NODES = new Nodes("two", Nodes.QUICK);
    private static final boolean NIGHTLY = Boolean.getBoolean("portal.nightly");
    private static final int DUPLICATES = 64;
    private static final int KEYS = NIGHTLY ? 100 : 30;

    /** Each for 21,000 of an envelope of 400,000. */
    private static final int BIDS_OF_THE_DRAIN = 32;

    private static final int FIT = 19;
    private static final int BIDS_WITH_TIMERS = 20;

    @Autowired
    MoneyActs acts;

    @Autowired
    Aftermath aftermath;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    private Node one;
    private Node other;
    private int tasks;

    @AfterAll
    static void end() {
        NODES.close();
    }

    @BeforeEach
    void bothAreUp() {
        List<Node> both = NODES.up(2);
        one = both.getFirst();
        other = both.getLast();
        clocks(KnownState.NOW);
    }

    @Test
    @Order(1)
    void sixtyFourDuplicatesOfEachKeyOverBothNodesHappenOnce() throws SQLException {
        Next vote = acts.decidedByTheNextVote(3_000);
        List<String> bids = withCopies(vote.bid(), KEYS);
        assertThat(bothDo(
                        Node.order("each", Node.words(vote), bids),
                        Node.order("each", Node.words(vote), bids.reversed())))
                .containsEntry("done", KEYS)
                .hasSize(2);
        List<String> first = bids.subList(0, KEYS / 2);
        List<String> rest = bids.subList(KEYS / 2, KEYS);
        bothDo(Node.order("accept", List.of(), first), Node.order("accept", List.of(), rest));
        Next request = new Next(Act.REQUEST, vote.bid(), "finance.officer", "");
        assertThat(bothDo(
                        Node.order("each", Node.words(request), bids),
                        Node.order("each", Node.words(request), bids.reversed())))
                .containsEntry("done", KEYS)
                .hasSize(2);
        aftermath.booksAgree("after the requests");

        for (String bid : bids) {
            List<String> approval = Node.words(new Next(Act.APPROVE, BidId.of(bid), "finance.approver", ""));
            String[] crowd = Node.order("crowd", List.of(String.valueOf(DUPLICATES / 2)), approval);
            assertThat(bothDo(crowd, crowd))
                    .containsOnly(Map.entry("done", 1), Map.entry("error.ledger.alreadyReleased", DUPLICATES - 1));
        }
        assertThat(jdbc.sql("select count(*) from ledger_release")
                        .query(Integer.class)
                        .single())
                .isEqualTo(KEYS);
        assertThat(jdbc.sql("select count(*) from audit_record where action = 'ledger.approved'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(KEYS);
        aftermath.booksAgree("after " + DUPLICATES + " approvals of each release");
    }

    @Test
    @Order(2)
    void anEnvelopeDrainedFromBothNodesIsNeverOverspent() throws SQLException {
        Next vote = acts.decidedByTheNextVote(21_000);
        List<String> bids = withCopies(vote.bid(), BIDS_OF_THE_DRAIN);
        Map<String, Integer> outcomes = bothDo(
                Node.order("each", Node.words(vote), bids), Node.order("each", Node.words(vote), bids.reversed()));
        assertThat(outcomes).containsEntry("done", BIDS_OF_THE_DRAIN).hasSize(2);
        assertThat(jdbc.sql("select count(*) from bid_bid where status = 'AWARDED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(FIT);
        assertThat(jdbc.sql("select count(*) from ledger_entry where kind = 'COMMITTED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(FIT);
        aftermath.booksAgree("after the drain");
    }

    @Test
    @Order(3)
    void timersFireOnceWithTheExecutorOfBothNodesOn() throws SQLException {
        withCopies(fixtures.submittedBid("hythe-hub"), BIDS_WITH_TIMERS);
        tasks = openTasks();
        Instant overdue = timer("max");
        clocks(overdue);
        bothDo(Node.order("executor", List.of("on")), Node.order("executor", List.of("on")));
        TestDatabase.instance()
                .await(
                        "select 1 from dual where not exists (select 1 from ACT_RU_JOB) and not exists (select 1 from ACT_RU_TIMER_JOB)",
                        60);
        bothDo(Node.order("executor", List.of("off")), Node.order("executor", List.of("off")));
        assertMarkedOnce("reminded", tasks);
        assertMarkedOnce("escalated", tasks);
        assertThat(jdbc.sql("select count(*) from ACT_RU_DEADLETTER_JOB")
                        .query(Integer.class)
                        .single())
                .isZero();
        aftermath.booksAgree("after the timers");
    }

    @Test
    @Order(4)
    void theWorkOfANodeKilledInTheMiddleIsTakenOver() throws SQLException {
        NODES.spare(1);
        Instant reminder = remindersDue();
        Next payment = paymentBesideThem();
        killedAtWork(one, payment, reminder);
        // The other looks for work, whoever had the right to: the jobs are still the dead one's.
        ok(other, "executor", "on");
        TestDatabase.instance()
                .await(
                        "select 1 from ACT_GE_PROPERTY where NAME_ in ('acquireTimerJobsLock', 'acquireAsyncJobsLock') and VALUE_ is null having count(*) = 2",
                        60);
        assertThat(reminded()).isZero();
        ok(
                other,
                "clock-stands",
                reminder.plus(Duration.ofMinutes(4)).plusSeconds(1).toString());
        takenOver(payment, 60);
    }

    static List<Boolean> inRealTime() {
        return NIGHTLY ? List.of(true) : List.of();
    }

    /** With the settings as shipped, by the machine's clock. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("inRealTime")
    @Order(5)
    void withinFiveMinutes(boolean real) throws SQLException {
        try (Nodes nodes = new Nodes("real-time", Map.of())) {
            one = nodes.up(2).getFirst();
            other = nodes.up(2).getLast();
            Instant reminder = remindersDue();
            Next payment = paymentBesideThem();
            killedAtWork(one, payment, reminder);
            long killed = System.nanoTime();
            Instant now = lastLock();
            ok(other, "clock-runs", now.toString());
            ok(other, "executor", "on");
            takenOver(payment, 300);
            System.out.printf("taken over %d s after the kill%n", (System.nanoTime() - killed) / 1_000_000_000L);
        }
    }

    @Test
    @Order(6)
    void aPaymentFileWhoseMakerIsKilledAfterTheCommitIsNotMadeAgain() {
        Next export = acts.prepare(Act.EXPORT);
        int commit = acts.statementsToCommit(export);
        assertThat(one.ask(Node.order("break", List.of(String.valueOf(commit), "after"), Node.words(export))))
                .isEqualTo("there");
        one.kill();
        aftermath.happenedOnce(export, "after the commit");
        Node restarted = NODES.up(2).getLast();
        assertThat(restarted).isNotSameAs(other);
        ok(restarted, "clock-stands", KnownState.NOW.toString());
        assertThat(restarted.ask(Node.order(
                        "each", Node.words(export), List.of(export.bid().toString()))))
                .isEqualTo("error.ledger.export.nothingLeft=1");
        aftermath.happenedOnce(export, "asked again");
    }

    /** Bids whose reminders all come due at the instant answered. */
    private Instant remindersDue() throws SQLException {
        withCopies(fixtures.submittedBid("deal-learning-alliance"), BIDS_WITH_TIMERS);
        tasks = openTasks();
        return timer("min");
    }

    /** A payment to be approved, without jobs of its own. */
    private Next paymentBesideThem() {
        Next payment = acts.prepare(Act.APPROVE);
        jdbc.sql("delete from ACT_RU_TIMER_JOB where ELEMENT_ID_ not like 'boundaryEvent_ReviewPlan%'")
                .update();
        return payment;
    }

    /**
     * Stops a node in the middle of its jobs, with more of them in its queue, the right to look for work in its hands and a payment
     * written but not committed; then kills it.
     */
    private void killedAtWork(Node node, Next payment, Instant reminder) throws SQLException {
        clocks(reminder);
        ok(node, "trap", "update inbox_work_item set reminded_at");
        ok(node, "executor", "on");
        assertThat(node.answer()).isEqualTo("caught");
        TestDatabase.instance()
                .await(
                        "select 1 from ACT_RU_JOB where LOCK_OWNER_ is not null having count(*) >= " + BIDS_WITH_TIMERS,
                        60);
        ok(node, "look-for-work");
        int commit = acts.statementsToCommit(payment);
        assertThat(node.ask(Node.order("break", List.of(String.valueOf(commit), "before"), Node.words(payment))))
                .isEqualTo("there");
        node.kill();
        assertThat(acts.happened(payment)).isZero();
        assertThat(reminded()).isZero();
    }

    /** The other node has done all of it, once. */
    private void takenOver(Next payment, int withinSeconds) throws SQLException {
        String[] again =
                Node.order("each", Node.words(payment), List.of(payment.bid().toString()));
        assertThat(other.ask(again)).isEqualTo("done=1");
        assertThat(other.ask(again)).isEqualTo("error.ledger.alreadyReleased=1");
        assertThat(acts.happened(payment)).isEqualTo(1);
        TestDatabase.instance()
                .await(
                        "select 1 from inbox_work_item where reminded_at is not null having count(*) >= " + tasks,
                        withinSeconds);
        ok(other, "executor", "off");
        assertMarkedOnce("reminded", tasks);
        aftermath.booksAgree("after the jobs were taken over");
    }

    private Instant lastLock() {
        return jdbc.sql("select max(LOCK_EXP_TIME_) from ACT_RU_JOB")
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant()
                .minus(Duration.ofMinutes(4));
    }

    private void clocks(Instant time) {
        bothDo(
                Node.order("clock-stands", List.of(time.toString())),
                Node.order("clock-stands", List.of(time.toString())));
    }

    private static void ok(Node node, String... order) {
        assertThat(node.ask(order)).isEqualTo("ok");
    }

    /** The bid and copies of it, so many together. */
    private static List<String> withCopies(BidId bid, int together) throws SQLException {
        try (Connection root = TestDatabase.instance().root()) {
            List<String> bids = new ArrayList<>(List.of(bid.toString()));
            bids.addAll(new Clones(root, bid.toString()).addBeside(root, together - 1));
            return bids;
        }
    }

    /** Both get their order before either has answered; what they did, added up. */
    private Map<String, Integer> bothDo(String[] first, String[] second) {
        one.tell(first);
        other.tell(second);
        Map<String, Integer> together = new HashMap<>();
        for (Node node : List.of(one, other)) {
            String answer = node.answer();
            if (!answer.equals("ok")) {
                Node.outcomes(answer).forEach((outcome, times) -> together.merge(outcome, times, Integer::sum));
            }
        }
        return together;
    }

    private int openTasks() {
        return jdbc.sql("select count(*) from inbox_work_item where state = 'OPEN'")
                .query(Integer.class)
                .single();
    }

    private int reminded() {
        return jdbc.sql("select count(*) from inbox_work_item where reminded_at is not null")
                .query(Integer.class)
                .single();
    }

    private Instant timer(String which) {
        return jdbc.sql("select " + which + "(DUEDATE_) from ACT_RU_TIMER_JOB")
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
    }

    private void assertMarkedOnce(String how, int tasks) {
        assertThat(jdbc.sql("select count(*) from inbox_work_item where " + how + "_at is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(tasks);
        assertThat(jdbc.sql("select count(*) from audit_record where action = 'task." + how + "'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(tasks);
    }
}

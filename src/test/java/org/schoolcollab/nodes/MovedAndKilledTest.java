package org.schoolcollab.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flowable.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bench.Clones;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.inbox.TaskDesk;
import org.schoolcollab.testing.KnownState;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.testing.TestDatabase;
import org.schoolcollab.workflow.Deadlines;
import org.schoolcollab.workflow.Definitions;
import org.schoolcollab.workflow.Reconciliation;
import org.schoolcollab.workflow.editing.Definition;
import org.schoolcollab.workflow.editing.Edit.SetProperty;
import org.schoolcollab.workflow.editing.StepProperty;
import org.schoolcollab.workflow.move.BidMoves;
import org.schoolcollab.workflow.move.MoveId;
import org.schoolcollab.workflow.move.MoveReport;
import org.schoolcollab.workflow.move.MoveRun;
import org.schoolcollab.workflow.move.Trial;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many bids moved in one go by a process of the application that is killed with SIGKILL in the middle, and another one that finishes it:
 * at every moment each bid is on the one version or on the other, whole. 500 bids in {@code ./portal nightly}.
 */
@PortalTest
class MovedAndKilledTest {

    private static final Nodes NODES = new Nodes("moves", Nodes.QUICK);
    private static final int BIDS = Boolean.getBoolean("portal.nightly") ? 500 : 60;
    private static final int REVIEW_DAYS = 7;

    /** A bid's process and what hangs on it; each column is one thing that has to fit the version. */
    private record Whole(
            int versions,
            int version,
            int tasks,
            Instant due,
            int timers,
            Instant reminder,
            Instant escalation,
            int items,
            Instant itemDue,
            int claimed,
            int messages,
            String report,
            int timeline) {}

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidMoves moves;

    @Autowired
    MoveRun run;

    @Autowired
    TaskDesk desk;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    RepositoryService repository;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @AfterAll
    static void end() {
        NODES.close();
    }

    @Test
    void eachBidIsOnTheOneVersionOrTheOther() throws SQLException {
        NODES.spare(1);
        List<String> bids = reviewed();
        repository
                .createDeployment()
                .addBytes(
                        "bid-lifecycle.bpmn",
                        Definition.read(Definitions.shipped("bid-lifecycle"))
                                .apply(new SetProperty(
                                        "userTask_ReviewPlan", StepProperty.DEADLINE, String.valueOf(REVIEW_DAYS)))
                                .xml()
                                .getBytes(StandardCharsets.UTF_8))
                .deploy();
        logIn.as("admin");
        MoveId move = moves.begin(moves.plan("bidLifecycle", 1, 2), "A shorter review");
        Node node = NODES.up(1).getFirst();
        assertThat(node.ask("clock-stands", KnownState.NOW.toString())).isEqualTo("ok");

        long begun = System.nanoTime();
        node.tell("move", move.toString());
        TestDatabase.instance()
                .await("select 1 from workflow_move_bid where status = 'MOVED' having count(*) >= " + BIDS / 3, BIDS);
        node.kill();
        long killed = System.nanoTime();
        int moved = whole(bids);
        assertThat(moved).isBetween(BIDS / 3, BIDS - 1);
        assertThat(moves.report(move).status()).isEqualTo(MoveReport.Status.RUNNING);
        print("before the kill", moved, killed - begun);

        long again = System.nanoTime();
        run.take(move);
        print("after it", BIDS - moved, System.nanoTime() - again);
        assertThat(whole(bids)).isEqualTo(BIDS);
        assertThat(moves.report(move).status()).isEqualTo(MoveReport.Status.DONE);
        assertThat(moves.report(move).bids()).hasSize(BIDS).allMatch(trial -> trial.result() == Trial.Result.MOVED);
        logIn.as("auditor");
        assertThat(reconciliation.differences()).isEmpty();
    }

    /** Bids in review, claimed by their adviser, with a reminder and an escalation to come. */
    private List<String> reviewed() throws SQLException {
        BidId bid = fixtures.submittedBid("hythe-hub");
        String task = jdbc.sql("select task_id from inbox_work_item where bid_id = ? and state = 'OPEN'")
                .param(bid.toString())
                .query(String.class)
                .single();
        logIn.run("adviser.south", () -> desk.claim(task));
        List<String> bids = new ArrayList<>(List.of(bid.toString()));
        try (Connection root = TestDatabase.instance().root()) {
            bids.addAll(new Clones(root, bid.toString()).addBeside(root, BIDS - 1));
        }
        return bids;
    }

    /** Looks at each bid; answers how many are on the new version. */
    private int whole(List<String> bids) {
        Instant now = KnownState.NOW;
        Map<Integer, Whole> expected = Map.of(
                1, on(1, Deadlines.end(now, 10), Deadlines.morning(now, 8), "WAITING", 0),
                2, on(2, Deadlines.end(now, REVIEW_DAYS), Deadlines.morning(now, REVIEW_DAYS - 2), "MOVED", 1));
        int onNew = 0;
        for (String bid : bids) {
            Whole found = look(bid);
            assertThat(found).as(bid).isEqualTo(expected.get(found.version()));
            onNew += found.version() == 2 ? 1 : 0;
        }
        return onNew;
    }

    private static Whole on(int version, Instant due, Instant reminder, String report, int timeline) {
        return new Whole(1, version, 1, due, 2, reminder, due, 1, due, 1, 1, report, timeline);
    }

    private Whole look(String bid) {
        return jdbc.sql("""
                        select (select count(distinct d) from (
                            select PROC_DEF_ID_ as d, PROC_INST_ID_ as i from ACT_RU_EXECUTION
                            union all select PROC_DEF_ID_, PROC_INST_ID_ from ACT_RU_TASK
                            union all select PROC_DEF_ID_, PROCESS_INSTANCE_ID_ from ACT_RU_TIMER_JOB
                            union all select PROC_DEF_ID_, PROC_INST_ID_ from ACT_RU_EVENT_SUBSCR
                            union all select PROC_DEF_ID_, PROC_INST_ID_ from ACT_HI_PROCINST) kept where i = e.ID_),
                          (select VERSION_ from ACT_RE_PROCDEF where ID_ = e.PROC_DEF_ID_),
                          (select count(*) from ACT_RU_TASK where PROC_INST_ID_ = e.ID_),
                          (select max(DUE_DATE_) from ACT_RU_TASK where PROC_INST_ID_ = e.ID_),
                          (select count(*) from ACT_RU_TIMER_JOB where PROCESS_INSTANCE_ID_ = e.ID_),
                          (select min(DUEDATE_) from ACT_RU_TIMER_JOB where PROCESS_INSTANCE_ID_ = e.ID_),
                          (select max(DUEDATE_) from ACT_RU_TIMER_JOB where PROCESS_INSTANCE_ID_ = e.ID_),
                          (select count(*) from inbox_work_item where bid_id = e.BUSINESS_KEY_ and state = 'OPEN'),
                          (select max(due_at) from inbox_work_item where bid_id = e.BUSINESS_KEY_ and state = 'OPEN'),
                          (select count(claimed_by) from inbox_work_item where bid_id = e.BUSINESS_KEY_ and state = 'OPEN'),
                          (select count(*) from ACT_RU_EVENT_SUBSCR where PROC_INST_ID_ = e.ID_),
                          (select status from workflow_move_bid where instance_id = e.ID_),
                          (select count(*) from audit_record where bid_id = e.BUSINESS_KEY_ and action = 'process.moved')
                        from ACT_RU_EXECUTION e where e.BUSINESS_KEY_ = ? and e.ID_ = e.PROC_INST_ID_""")
                .param(bid)
                .query((row, n) -> new Whole(
                        row.getInt(1),
                        row.getInt(2),
                        row.getInt(3),
                        instant(row.getTimestamp(4)),
                        row.getInt(5),
                        instant(row.getTimestamp(6)),
                        instant(row.getTimestamp(7)),
                        row.getInt(8),
                        instant(row.getTimestamp(9)),
                        row.getInt(10),
                        row.getInt(11),
                        row.getString(12),
                        row.getInt(13)))
                .single();
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp.toInstant();
    }

    private static void print(String when, int bids, long nanos) {
        System.out.printf("moved %d of %d bids %s, %.1f bids/s%n", bids, BIDS, when, bids / (nanos / 1e9));
    }
}

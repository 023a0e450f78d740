package org.schoolcollab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.flowable.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.inbox.InboxFilter;
import org.schoolcollab.inbox.InboxFilter.View;
import org.schoolcollab.inbox.InboxQueries;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.testing.TestDatabase;
import org.schoolcollab.workflow.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first page of 50 with the counts, from the inbox and from Flowable's TaskService, over the same open tasks: 1,000 and then
 * 100,000, the two in turn within one run. Not part of the suites; run by {@code ./portal bench inbox}. The person is an adviser of two
 * districts who has claimed four tasks. Row reads are MariaDB's Handler_read counters of the one connection that read.
 */
@PortalTest
class InboxBench {

    private static final int PAGE = 50;
    private static final int ROUNDS = 301;
    private static final int SLOW_ROUNDS = 7;
    private static final String PERSON = "adviser.bench";
    private static final List<String> GROUPS = List.of("ADVISER:district:dover", "ADVISER:district:shepway");

    private record Cost(double medianMs, long statements, long rows) {}

    @Autowired
    InboxQueries inbox;

    @Autowired
    TaskService tasks;

    @Autowired
    People people;

    @Autowired
    LogIn logIn;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void measures() throws Exception {
        BidId bid = lifecycle.submitted();
        transaction.executeWithoutResult(status -> people.add(
                PERSON,
                "Adviser of two districts",
                null,
                "-",
                true,
                List.of(
                        new RoleGrant(Role.ADVISER, Scope.district("dover")),
                        new RoleGrant(Role.ADVISER, Scope.district("shepway")))));
        logIn.as(PERSON);
        String me = people.principal(PERSON).orElseThrow().actor().id().toString();

        fill(bid, me, 0, 1_000);
        Cost[] small = measure(me);
        fill(bid, me, 1_000, 100_000);
        Cost[] large = measure(me);

        long rows = Math.max(small[0].rows(), large[0].rows());
        System.out.printf(
                Locale.ROOT,
                "1,000 open: inbox %.2f ms, %d rows; TaskService %.2f ms, %d statements, %d rows%n",
                small[0].medianMs(),
                small[0].rows(),
                small[1].medianMs(),
                small[1].statements(),
                small[1].rows());
        System.out.printf(
                Locale.ROOT,
                "100,000 open: inbox %.2f ms, %d rows; TaskService %.2f ms, %d statements, %d rows%n",
                large[0].medianMs(),
                large[0].rows(),
                large[1].medianMs(),
                large[1].statements(),
                large[1].rows());
        System.out.printf(
                Locale.ROOT,
                "{\"statements\": %d, \"rows_read_per_page\": %.2f, \"growth_100k_over_1k\": %.2f,"
                        + " \"times_faster_than_taskservice\": %.1f, \"median_ms_100k\": %.2f}%n",
                Math.max(small[0].statements(), large[0].statements()),
                rows / (double) PAGE,
                large[0].medianMs() / small[0].medianMs(),
                large[1].medianMs() / large[0].medianMs(),
                large[0].medianMs());
    }

    /** Both arms in turn; the inbox's more often, since it takes so little. */
    private Cost[] measure(String me) {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int warmUp = 0; warmUp < 200; warmUp++) {
            readInbox();
        }
        readTaskService(me);
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(milliseconds(this::readInbox));
            if (round % (ROUNDS / SLOW_ROUNDS) == 0) {
                theirs.add(milliseconds(() -> readTaskService(me)));
            }
        }
        return new Cost[] {
            cost(ours, this::readInbox), cost(theirs, () -> readTaskService(me)),
        };
    }

    /** What the screen reads: the first page and the counts of the views. */
    private void readInbox() {
        assertThat(inbox.page(InboxFilter.of(View.GROUP), null, PAGE).items()).hasSize(PAGE);
        assertThat(inbox.counts().mine()).isEqualTo(4);
    }

    /** The same from the engine: the page, my group's count and mine. */
    private void readTaskService(String me) {
        assertThat(tasks.createTaskQuery()
                        .taskCandidateGroupIn(GROUPS)
                        .orderByTaskDueDate()
                        .asc()
                        .listPage(0, PAGE))
                .hasSize(PAGE);
        assertThat(tasks.createTaskQuery().taskCandidateGroupIn(GROUPS).count()).isPositive();
        assertThat(tasks.createTaskQuery().taskAssignee(me).count()).isEqualTo(4);
    }

    private static double milliseconds(Runnable read) {
        long start = System.nanoTime();
        read.run();
        return (System.nanoTime() - start) / 1_000_000.0;
    }

    /** Statements and rows of one reading, within one transaction so that one connection serves it all. */
    private Cost cost(List<Double> times, Runnable read) {
        Collections.sort(times);
        long[] counts = transaction.execute(status -> {
            long statements = status("Com_select");
            long rows = status("Handler_read%");
            read.run();
            // The question itself is a statement, and reads rows of its own.
            long more = status("Com_select");
            long rowsAfter = status("Handler_read%");
            long own = status("Handler_read%") - rowsAfter;
            return new long[] {more - statements, rowsAfter - rows - 2 * own};
        });
        return new Cost(times.get(times.size() / 2), counts[0], Math.max(0, counts[1]));
    }

    private long status(String name) {
        return jdbc
                .sql("show session status where variable_name like ? and variable_name not like '%retry%'")
                .param(name)
                .query((row, n) -> row.getLong("Value"))
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Open tasks with their work items, alike in both: from number {@code from} up to {@code to}. */
    private void fill(BidId bid, String me, int from, int to) throws Exception {
        try (Connection owner = TestDatabase.instance().owner();
                Statement sql = owner.createStatement()) {
            String numbers = "seq_%d_to_%d".formatted(from + 1, to);
            String group = "if(seq %% 2 = 0, '%s', '%s')".formatted(GROUPS.getFirst(), GROUPS.getLast());
            String assignee = "if(seq <= 4, '" + me + "', null)";
            String task = """
                    (select * from ACT_RU_TASK where TASK_DEF_KEY_ = 'userTask_ReviewPlan' and ID_ not like 'bench%' limit 1) t""";
            sql.execute("""
                    insert into ACT_RU_TASK (ID_, REV_, EXECUTION_ID_, PROC_INST_ID_, PROC_DEF_ID_, NAME_, TASK_DEF_KEY_, ASSIGNEE_,
                      PRIORITY_, CREATE_TIME_, DUE_DATE_, CATEGORY_, SUSPENSION_STATE_, TENANT_ID_, FORM_KEY_, IS_COUNT_ENABLED_,
                      VAR_COUNT_, ID_LINK_COUNT_, SUB_TASK_COUNT_)
                    select concat('bench-', seq), 1, t.EXECUTION_ID_, t.PROC_INST_ID_, t.PROC_DEF_ID_, t.NAME_, t.TASK_DEF_KEY_, %s,
                      t.PRIORITY_, t.CREATE_TIME_, t.DUE_DATE_ + interval seq second, t.CATEGORY_, t.SUSPENSION_STATE_, t.TENANT_ID_,
                      t.FORM_KEY_, t.IS_COUNT_ENABLED_, 0, 1, 0
                    from %s, %s""".formatted(assignee, numbers, task));
            sql.execute("""
                    insert into ACT_RU_IDENTITYLINK (ID_, REV_, GROUP_ID_, TYPE_, TASK_ID_)
                    select concat('bench-', seq), 1, %s, 'candidate', concat('bench-', seq) from %s""".formatted(group, numbers));
            sql.execute("""
                    insert into inbox_work_item (task_id, group_key, state, bid_id, stage, task_key, form, collaboration_id,
                      collaboration_name, round_id, round_name, area_code, district_name, amount_pence, member_count, revision,
                      created_at, due_at, claimed_by, claimed_name, claimed_at)
                    select concat('bench-', seq), %s, 'OPEN', bid_id, stage, task_key, form, collaboration_id,
                      collaboration_name, round_id, round_name, area_code, district_name, amount_pence + seq, member_count, revision,
                      created_at, due_at + interval seq second, %s, if(seq <= 4, 'Adviser of two districts', null),
                      if(seq <= 4, created_at, null)
                    from %s, (select * from inbox_work_item where bid_id = '%s' and state = 'OPEN' and task_id not like 'bench%%') w""".formatted(group, assignee, numbers, bid));
            sql.execute("delete from inbox_counter");
            sql.execute("""
                    insert into inbox_counter (group_key, person_key, open_count, escalated_count)
                    select group_key, coalesce(cast(claimed_by as char(36)), ''), count(*), 0 from inbox_work_item where state = 'OPEN'
                    group by group_key, coalesce(cast(claimed_by as char(36)), '')""");
            for (String table : List.of("inbox_work_item", "ACT_RU_TASK", "ACT_RU_IDENTITYLINK")) {
                sql.execute("analyze table " + table);
            }
        }
    }
}

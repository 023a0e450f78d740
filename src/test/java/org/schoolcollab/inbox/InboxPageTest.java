package org.schoolcollab.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.inbox.InboxFilter.Sort;
import org.schoolcollab.inbox.InboxFilter.View;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.testing.TestDatabase;
import org.schoolcollab.workflow.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Pages of a queue that an adviser of three districts reads, each district a queue of its own. The task that is copied is assigned. */
@PortalTest
class InboxPageTest {

    private static final int PAGE = 50;
    private static final List<String> DISTRICTS = List.of("dover", "shepway", "ashford");

    @Autowired
    InboxQueries queries;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private BidId bid;

    @BeforeEach
    void aTaskToCopy() {
        bid = lifecycle.submitted();
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void pagesFollowEachOtherWithoutGapOrRepetition(Sort sort) {
        copies(120, 1);
        logIn.as(Lifecycle.ADVISER);
        InboxFilter filter = new InboxFilter(View.GROUP, null, null, null, null, false, "", sort);
        List<WorkItem> all = new ArrayList<>();
        InboxPage page = queries.page(filter, null, 25);
        while (true) {
            all.addAll(page.items());
            if (page.next() == null) {
                break;
            }
            page = queries.page(filter, page.next(), 25);
        }
        Set<Long> ids = new HashSet<>(all.stream().map(WorkItem::id).toList());
        assertThat(all).hasSize(120);
        assertThat(ids).hasSize(120);
        assertThat(all)
                .isSortedAccordingTo(
                        switch (sort) {
                            case DUE -> Comparator.comparing(item -> String.valueOf(item.due()));
                            case AGE -> Comparator.comparing(WorkItem::created);
                            case AMOUNT ->
                                Comparator.comparing(WorkItem::amount).reversed();
                        });
    }

    /** However the work is spread: evenly, or each district's work due long after that of the one before. */
    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void aPageWithItsCountsReadsAtMostThreeTimesItsRows(int apart) {
        copies(600, apart);
        logIn.as(Lifecycle.ADVISER);
        InboxFilter filter = InboxFilter.of(View.GROUP);
        assertThat(rowsRead(() ->
                        assertThat(queries.page(filter, null, PAGE).items()).hasSize(PAGE)))
                .isLessThanOrEqualTo(3L * PAGE);
        InboxPage first = queries.page(filter, null, PAGE);
        assertThat(rowsRead(() -> assertThat(
                                queries.page(filter, first.next(), PAGE).items())
                        .hasSize(PAGE)))
                .isLessThanOrEqualTo(3L * PAGE);
    }

    @Test
    void aShortQueueIsReadToItsEnd() {
        copies(7, 1);
        logIn.as(Lifecycle.ADVISER);
        InboxPage page = queries.page(InboxFilter.of(View.GROUP), null, PAGE);
        assertThat(page.items()).hasSize(7);
        assertThat(page.next()).isNull();
    }

    /** Rows that the database read, the counts included, by its own counters of the one connection that read. */
    private long rowsRead(Runnable read) {
        return transaction.execute(status -> {
            long before = handlerReads();
            read.run();
            queries.counts();
            long after = handlerReads();
            // The question itself reads rows of its own.
            return after - before - (handlerReads() - after);
        });
    }

    private long handlerReads() {
        return jdbc
                .sql(
                        "show session status where variable_name like 'Handler_read%' and variable_name not like '%retry%'")
                .query((row, n) -> row.getLong("Value"))
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private void copies(int count, int daysApart) {
        insert(count, daysApart);
        try (Connection owner = TestDatabase.instance().owner();
                Statement sql = owner.createStatement()) {
            sql.execute("analyze table inbox_work_item");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void insert(int count, int daysApart) {
        for (int i = 0; i < count; i++) {
            int district = i % DISTRICTS.size();
            jdbc.sql("""
                            insert into inbox_work_item (task_id, group_key, state, bid_id, stage, task_key, form, collaboration_id,
                              collaboration_name, round_id, round_name, area_code, district_name, amount_pence, member_count, revision,
                              created_at, due_at)
                            select ?, ?, state, bid_id, stage, task_key, form, collaboration_id, collaboration_name, round_id,
                              round_name, area_code, district_name, ?, member_count, revision, created_at + interval ? hour,
                              due_at + interval ? day
                            from inbox_work_item where bid_id = ? and state = 'OPEN' and task_id not like 'copy-%'""")
                    .params(
                            "copy-" + i,
                            "ADVISER:district:" + DISTRICTS.get(district),
                            (i % 7) * 1000,
                            i % 5,
                            i % 3 + district * daysApart,
                            bid.toString())
                    .update();
        }
    }
}

package org.schoolcollab.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.flowable.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.Reconciliation.Difference;
import org.schoolcollab.workflow.Reconciliation.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The check finds each kind of difference that is planted, and nothing where all is well. */
@PortalTest
class ReconciliationTest {

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LogIn logIn;

    @Test
    void findsNothingWhileBidsMoveOn() {
        BidId bid = lifecycle.submitted();
        assertThat(found()).isEmpty();
        lifecycle.recommend(bid);
        lifecycle.openBallot(bid);
        assertThat(found()).isEmpty();
        Lifecycle.VOTERS
                .subList(0, 4)
                .forEach(voter -> lifecycle.vote(bid, voter, org.schoolcollab.board.VoteChoice.APPROVE));
        assertThat(found()).isEmpty();
        lifecycle.accept(bid);
        lifecycle.requestRelease(bid, 1);
        lifecycle.approveRelease(bid, 1);
        assertThat(found()).isEmpty();
    }

    @Test
    void findsATaskThatNobodyIsShown() {
        lifecycle.submitted();
        jdbc.sql("delete from inbox_work_item where state = 'OPEN'").update();
        assertThat(kinds()).contains(Kind.TASK_WITHOUT_ITEM, Kind.MISCOUNTED);
    }

    @Test
    void findsAnItemThatTheEngineDoesNotHave() {
        BidId bid = lifecycle.submitted();
        lifecycle.recommend(bid);
        jdbc.sql(
                        "update inbox_work_item set state = 'OPEN', done_by = null, done_at = null where task_key = 'userTask_ReviewPlan'")
                .update();
        assertThat(kinds()).contains(Kind.ITEM_WITHOUT_TASK);
    }

    @Test
    void findsAnotherAssigneeGroupAndDeadline() {
        BidId bid = lifecycle.submitted();
        jdbc.sql("""
                        update ACT_RU_TASK set ASSIGNEE_ = 'somebody', DUE_DATE_ = DUE_DATE_ + interval 1 day where ID_ = ?""").param(lifecycle.openTask(bid).getId()).update();
        jdbc.sql("update ACT_RU_IDENTITYLINK set GROUP_ID_ = 'ADVISER:district:swale' where TYPE_ = 'candidate'")
                .update();
        assertThat(kinds()).containsExactlyInAnyOrder(Kind.ANOTHER_ASSIGNEE, Kind.ANOTHER_GROUP, Kind.ANOTHER_DEADLINE);
    }

    @Test
    void findsMiscountedGroups() {
        lifecycle.submitted();
        jdbc.sql("update inbox_counter set open_count = open_count + 1 where group_key like 'ADVISER%'")
                .update();
        assertThat(kinds()).containsExactly(Kind.MISCOUNTED);
    }

    @Test
    void findsABidWhoseStatusAndProcessDisagree() {
        BidId bid = lifecycle.submitted();
        jdbc.sql("update bid_bid set status = 'DRAFTING' where id = ?")
                .param(bid.toString())
                .update();
        assertThat(found())
                .containsExactly(
                        new Difference(Kind.STATUS_AND_PROCESS, bid.toString(), "DRAFTING", "userTask_ReviewPlan"));
    }

    @Test
    void findsAnEndedBidWhoseProcessRunsOn() {
        BidId bid = lifecycle.submitted();
        jdbc.sql("update bid_bid set status = 'WITHDRAWN' where id = ?")
                .param(bid.toString())
                .update();
        assertThat(kinds()).containsExactly(Kind.STATUS_AND_PROCESS);
    }

    @Test
    void isForThoseWhoLookAfterProcesses() {
        assertThatThrownBy(() -> logIn.as(Lifecycle.LEAD, reconciliation::differences))
                .isInstanceOf(AccessRefused.class);
        assertThat(logIn.as("auditor", reconciliation::differences)).isEmpty();
    }

    private List<Difference> found() {
        return logIn.as("admin", reconciliation::differences);
    }

    private List<Kind> kinds() {
        return found().stream().map(Difference::kind).toList();
    }
}

package org.schoolcollab.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.Stage;
import org.schoolcollab.inbox.InboxFilter.Sort;
import org.schoolcollab.inbox.InboxFilter.View;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class InboxTest {

    private static final String COLLEAGUE = "adviser.colleague";

    @Autowired
    InboxQueries queries;

    @Autowired
    TaskDesk desk;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    LogIn logIn;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void aSecondAdviserOfDover() {
        transaction.executeWithoutResult(status -> people.add(
                COLLEAGUE,
                "Colleague of Dover",
                null,
                "-",
                true,
                List.of(new RoleGrant(Role.ADVISER, Scope.district("dover")))));
    }

    @Test
    void aTaskWaitsForItsGroupAndForNobodyElse() {
        BidId bid = waiting();
        assertThat(bidsSeenBy(Lifecycle.ADVISER, View.GROUP)).containsExactly(bid);
        assertThat(bidsSeenBy("adviser.north", View.GROUP)).isEmpty();
        assertThat(bidsSeenBy(Lifecycle.LEAD, View.GROUP)).isEmpty();
        assertThat(bidsSeenBy(Lifecycle.OFFICER, View.GROUP)).isEmpty();
        assertThat(countsOf(Lifecycle.ADVISER)).isEqualTo(new InboxCounts(0, 1, 0, 0));
        assertThat(countsOf("adviser.north")).isEqualTo(new InboxCounts(0, 0, 0, 0));
    }

    @Test
    void aClaimedTaskIsMineAndStillSeenByTheGroup() {
        BidId bid = waiting();
        String task = lifecycle.openTask(bid).getId();
        logIn.run(Lifecycle.ADVISER, () -> desk.claim(task));
        assertThat(bidsSeenBy(Lifecycle.ADVISER, View.MINE)).containsExactly(bid);
        assertThat(bidsSeenBy(Lifecycle.ADVISER, View.GROUP)).isEmpty();
        assertThat(countsOf(Lifecycle.ADVISER)).isEqualTo(new InboxCounts(1, 0, 0, 0));
        assertThat(countsOf(COLLEAGUE)).isEqualTo(new InboxCounts(0, 1, 0, 0));
        assertThat(lifecycle.openTask(bid).getAssignee())
                .isEqualTo(idOf(Lifecycle.ADVISER).toString());
        assertThat(actions(bid)).contains("task.claimed");
    }

    @Test
    void theSecondToClaimIsToldWhoClaimedItAndWhen() {
        String task = lifecycle.openTask(waiting()).getId();
        logIn.run(COLLEAGUE, () -> desk.claim(task));
        assertThatThrownBy(() -> logIn.run(Lifecycle.ADVISER, () -> desk.claim(task)))
                .isInstanceOfSatisfying(
                        TaskTaken.class,
                        refusal -> assertThat(refusal.arguments())
                                .containsExactly("Colleague of Dover", "16 June 2014, 10:00"));
    }

    @Test
    void aTaskThatIsDoneSaysWhoDidItAndWhen() {
        BidId bid = waiting();
        String task = lifecycle.openTask(bid).getId();
        lifecycle.recommend(bid);
        assertThatThrownBy(() -> logIn.run(COLLEAGUE, () -> desk.claim(task)))
                .isInstanceOfSatisfying(
                        TaskTaken.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("error.inbox.done"));
        WorkItem item = logIn.as(COLLEAGUE, () -> queries.item(task));
        assertThat(item.state()).isEqualTo(WorkItem.State.DONE);
        assertThat(item.doneName())
                .isEqualTo(people.find(idOf(Lifecycle.ADVISER)).orElseThrow().displayName());
        assertThat(bidsSeenBy(Lifecycle.ADVISER, View.DONE)).containsExactly(bid);
        assertThat(bidsSeenBy(COLLEAGUE, View.DONE)).isEmpty();
    }

    @Test
    void aWithdrawnBidsTaskIsGone() {
        BidId bid = waiting();
        String task = lifecycle.openTask(bid).getId();
        lifecycle.withdraw(bid);
        assertThatThrownBy(() -> logIn.run(Lifecycle.ADVISER, () -> desk.claim(task)))
                .isInstanceOf(TaskRefused.class)
                .hasMessageContaining("gone");
        assertThat(countsOf(Lifecycle.ADVISER)).isEqualTo(new InboxCounts(0, 0, 0, 0));
    }

    @Test
    void givenBackItWaitsForTheGroupAgain() {
        BidId bid = waiting();
        String task = lifecycle.openTask(bid).getId();
        logIn.run(Lifecycle.ADVISER, () -> desk.claim(task));
        assertThatThrownBy(() -> logIn.run(COLLEAGUE, () -> desk.giveBack(task)))
                .isInstanceOf(TaskTaken.class);
        logIn.run(Lifecycle.ADVISER, () -> desk.giveBack(task));
        assertThat(countsOf(Lifecycle.ADVISER)).isEqualTo(new InboxCounts(0, 1, 0, 0));
        assertThat(lifecycle.openTask(bid).getAssignee()).isNull();
        assertThatThrownBy(() -> logIn.run(Lifecycle.ADVISER, () -> desk.giveBack(task)))
                .isInstanceOf(TaskRefused.class);
    }

    @Test
    void anotherGroupsTaskIsRefusedAndTheAttemptRecorded() {
        String task = lifecycle.openTask(waiting()).getId();
        assertThatThrownBy(() -> logIn.run("adviser.north", () -> desk.claim(task)))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> logIn.as("adviser.north", () -> queries.item(task)))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> logIn.as(Lifecycle.LEAD, () -> desk.candidates(task)))
                .isInstanceOf(AccessRefused.class);
        assertThat(jdbc.sql("select count(*) from audit_record where action = 'access.refused'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void anAdviserHandsATaskToAColleagueWithAReason() {
        BidId bid = waiting();
        String task = lifecycle.openTask(bid).getId();
        assertThatThrownBy(() -> logIn.run(Lifecycle.ADVISER, () -> desk.reassign(task, idOf(COLLEAGUE), " ")))
                .isInstanceOf(ValidationFailed.class);
        assertThatThrownBy(() ->
                        logIn.run(Lifecycle.ADVISER, () -> desk.reassign(task, idOf("adviser.north"), "Holidays")))
                .isInstanceOf(TaskRefused.class);
        logIn.run(Lifecycle.ADVISER, () -> desk.reassign(task, idOf(COLLEAGUE), "Holidays 🏖"));
        assertThat(bidsSeenBy(COLLEAGUE, View.MINE)).containsExactly(bid);
        assertThat(actions(bid)).contains("task.reassigned");
    }

    @Test
    void anAdministratorHandsOnWhatOthersHaveClaimed() {
        BidId bid = waiting();
        String task = lifecycle.openTask(bid).getId();
        logIn.run(Lifecycle.ADVISER, () -> desk.claim(task));
        logIn.run("admin", () -> desk.reassign(task, idOf(COLLEAGUE), "Long illness"));
        assertThat(bidsSeenBy(COLLEAGUE, View.MINE)).containsExactly(bid);
        assertThatThrownBy(() -> logIn.run("admin", () -> desk.claim(task))).isInstanceOf(AccessRefused.class);
    }

    @Test
    void whoOnlySharesAFinanceQueueCannotHandOnAColleaguesTask() {
        BidId bid = lifecycle.awarded();
        String task = lifecycle.openTask(bid).getId();
        transaction.executeWithoutResult(status -> people.add(
                "finance.second",
                "Second officer",
                null,
                "-",
                true,
                List.of(new RoleGrant(Role.FINANCE_OFFICER, Scope.all()))));
        logIn.run(Lifecycle.OFFICER, () -> desk.claim(task));
        assertThatThrownBy(() ->
                        logIn.run("finance.second", () -> desk.reassign(task, idOf("finance.second"), "I am quicker")))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void aVoteIsOnePersonsAlone() {
        BidId bid = lifecycle.ballotOpen();
        assertThat(bidsSeenBy("board3.south", View.MINE)).containsExactly(bid);
        assertThat(countsOf("board3.south")).isEqualTo(new InboxCounts(1, 0, 0, 0));
        String task = logIn.as(
                "board3.south",
                () -> queries.page(InboxFilter.of(View.MINE), null, 10)
                        .items()
                        .getFirst()
                        .taskId());
        assertThatThrownBy(() -> logIn.run("board3.south", () -> desk.giveBack(task)))
                .isInstanceOf(TaskRefused.class);
        assertThatThrownBy(() -> logIn.run("board4.south", () -> desk.claim(task)))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> logIn.run("admin", () -> desk.reassign(task, idOf("board4.south"), "Holidays")))
                .isInstanceOf(TaskRefused.class);
    }

    @Test
    void filtersNarrowTheQueue() {
        waiting();
        assertThat(found(filter(Stage.REVIEW, null, null, false, ""))).isEqualTo(1);
        assertThat(found(filter(Stage.BOARD, null, null, false, ""))).isZero();
        assertThat(found(filter(null, "SOUTH", null, false, ""))).isEqualTo(1);
        assertThat(found(filter(null, "NORTH", null, false, ""))).isZero();
        assertThat(found(filter(null, null, UUID.randomUUID(), false, ""))).isZero();
        assertThat(found(filter(null, null, null, true, ""))).isZero();
        assertThat(found(filter(null, null, null, false, "deal LEARN"))).isEqualTo(1);
        assertThat(found(filter(null, null, null, false, "hythe"))).isZero();
        assertThat(found(filter(null, null, null, false, "%"))).isZero();
    }

    private static InboxFilter filter(
            @Nullable Stage stage, @Nullable String area, @Nullable UUID round, boolean overdue, String text) {
        return new InboxFilter(View.GROUP, stage, area, round, null, overdue, text, Sort.DUE);
    }

    private int found(InboxFilter filter) {
        return logIn.as(
                Lifecycle.ADVISER, () -> queries.page(filter, null, 50).items().size());
    }

    private List<BidId> bidsSeenBy(String person, View view) {
        return logIn.as(
                person,
                () -> queries.page(InboxFilter.of(view), null, 50).items().stream()
                        .map(WorkItem::bid)
                        .toList());
    }

    /** A review that its adviser has given back to the district. */
    private BidId waiting() {
        BidId bid = lifecycle.submitted();
        logIn.run(Lifecycle.ADVISER, () -> desk.giveBack(lifecycle.openTask(bid).getId()));
        return bid;
    }

    private InboxCounts countsOf(String person) {
        return logIn.as(person, queries::counts);
    }

    private PersonId idOf(String username) {
        return people.principal(username).orElseThrow().actor().id();
    }

    private List<String> actions(BidId bid) {
        return jdbc.sql("select action from audit_record where bid_id = ?")
                .param(bid.toString())
                .query(String.class)
                .list();
    }
}

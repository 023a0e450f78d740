package org.schoolcollab.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.admin.GovernorAdministration;
import org.schoolcollab.admin.PeopleAdministration;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.inbox.InboxFilter;
import org.schoolcollab.inbox.InboxQueries;
import org.schoolcollab.inbox.TaskDesk;
import org.schoolcollab.inbox.WorkItem;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.Reconciliation;
import org.springframework.beans.factory.annotation.Autowired;

/** Work stands in the queue of whoever may do it now: roles, ties and rules that change later move it. */
@PortalTest
class StepsFollowLeadersModuleTest extends BoardScenes {

    private static final String CHAIRS = "BOARD_CHAIR:area:SOUTH";
    private static final RoleGrant CHAIR = new RoleGrant(Role.BOARD_CHAIR, Scope.area("SOUTH"));
    private static final RoleGrant MEMBER = new RoleGrant(Role.BOARD_MEMBER, Scope.area("SOUTH"));

    @Autowired
    PeopleAdministration administration;

    @Autowired
    GovernorAdministration governors;

    @Autowired
    RulesOfTheBoard rules;

    @Autowired
    InboxQueries inbox;

    @Autowired
    TaskDesk desk;

    @Autowired
    Reconciliation reconciliation;

    @AfterEach
    void inboxAndEngineAgree() {
        assertThat(logIn.as("auditor", reconciliation::differences)).isEmpty();
    }

    @Test
    void aBoardWithoutAChairIsLedByItsMembersUntilThereIsOneAgain() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        assertThat(queues(bid)).containsExactly(CHAIRS);

        roles("chair.south", MEMBER);
        assertThat(queues(bid))
                .containsExactlyInAnyOrder(
                        own("board2.south"),
                        own("board3.south"),
                        own("board4.south"),
                        own("board5.south"),
                        own("chair.south"));

        roles("board4.south", MEMBER, CHAIR);
        assertThat(queues(bid)).containsExactly(CHAIRS);
        assertThat(group("board4.south")).contains(bid);
        assertThat(group("chair.south")).isEmpty();
        logIn.run("board4.south", () -> opening.open(bid, Money.ofPounds(20_000)));
    }

    @Test
    void aChairWhoBecomesAGovernorHandsTheStepOnAndGetsItBackAfterIt() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        EstablishmentId school =
                EstablishmentId.of(headOf("head.hythe-hub").scope().key());
        logIn.run("admin", () -> governors.add(person("chair.south"), school, LocalDate.of(2012, 9, 1)));
        assertThat(queues(bid)).doesNotContain(CHAIRS).contains(own("board2.south"));

        logIn.run("admin", () -> rules.change(viceChair("board3.south")));
        assertThat(queues(bid)).containsExactly(own("board3.south"));

        logIn.run(
                "admin",
                () -> governors.end(
                        governors.of(person("chair.south")).getFirst().id(), LocalDate.of(2014, 6, 15)));
        assertThat(queues(bid)).containsExactly(CHAIRS);
    }

    @Test
    void aDisabledChairHoldsNothingUp() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        logIn.run("chair.south", () -> desk.claim(task(bid)));

        logIn.run("admin", () -> administration.disable(person("chair.south")));
        assertThat(queues(bid)).contains(own("board2.south")).doesNotContain(CHAIRS, own("chair.south"));
        logIn.run("admin", () -> administration.enable(person("chair.south")));

        assertThat(queues(bid)).containsExactly(CHAIRS);
        assertThat(claimedBy(bid)).isEmpty();
    }

    @Test
    void aTieThatNobodyCanBreakOnceTheChairIsGoneIsCountedAsItIs() {
        BidId bid = tied();
        logIn.run("chair.south", () -> desk.claim(task(bid)));

        roles("chair.south", MEMBER);

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.REFUSED);
    }

    @Test
    void aTieWaitsForAnotherChair() {
        BidId bid = tied();
        roles("board2.south", MEMBER, CHAIR);
        roles("chair.south", MEMBER);
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);

        refusal("chair.south", () -> castingVote.give(bid, VoteChoice.APPROVE, ""), "error.board.chairOpens");
        logIn.run("board2.south", () -> castingVote.give(bid, VoteChoice.APPROVE, ""));
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.AWARDED);
    }

    @Test
    void stepsOfOtherBoardsStayWhereTheyAre() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        logIn.run("chair.south", () -> desk.claim(task(bid)));

        roles("chair.east", new RoleGrant(Role.BOARD_MEMBER, Scope.area("EAST")));

        assertThat(queues(bid)).containsExactly(CHAIRS);
        assertThat(claimedBy(bid)).containsExactly("Chair, South Area Board (demo)");
    }

    @Test
    void whoeverLosesARoleGivesBackWhatTheyHadClaimedInIt() {
        BidId bid = fixtures.awardedBid("hythe-hub");
        logIn.run("finance.officer", () -> desk.claim(task(bid)));
        roles("forum", new RoleGrant(Role.FINANCE_OFFICER, Scope.all()));
        assertThat(group("forum")).contains(bid);
        assertThat(claimedBy(bid)).hasSize(1);

        roles("finance.officer", new RoleGrant(Role.AUDITOR, Scope.all()));

        assertThat(claimedBy(bid)).isEmpty();
        assertThat(group("finance.officer")).doesNotContain(bid);
        assertThat(logIn.as("finance.officer", inbox::counts).mine()).isZero();
        logIn.run("forum", () -> desk.claim(task(bid)));
        assertThat(jdbc.sql("select count(*) from audit_record where action = 'task.freed'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aRoleThatStaysKeepsItsClaims() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        logIn.run("adviser.south", () -> desk.claim(task(bid)));

        roles("adviser.south", new RoleGrant(Role.ADVISER, Scope.district("shepway")));

        assertThat(claimedBy(bid)).containsExactly("Adviser, Ashford, Dover and Shepway (demo)");
    }

    private void roles(String username, RoleGrant... grants) {
        logIn.run("admin", () -> administration.changeGrants(person(username), Set.of(grants)));
    }

    private RulesOfTheBoard.Typed viceChair(String username) {
        return new RulesOfTheBoard.Typed("SOUTH", 50, 3, Majority.SIMPLE, person(username), null);
    }

    private String own(String username) {
        return person(username).ownGroup();
    }

    /** Bids with work that this person shares with others, as read now. */
    private List<BidId> group(String username) {
        return logIn.as(username, () -> inbox.page(InboxFilter.of(InboxFilter.View.GROUP), null, 50)).items().stream()
                .map(WorkItem::bid)
                .toList();
    }

    private List<String> queues(BidId bid) {
        return open(bid, "group_key");
    }

    private List<String> claimedBy(BidId bid) {
        return open(bid, "coalesce(claimed_name, '')").stream()
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private String task(BidId bid) {
        return new ArrayList<>(open(bid, "task_id")).getFirst();
    }

    private List<String> open(BidId bid, String column) {
        return jdbc.sql("select " + column + " from inbox_work_item where bid_id = ? and state = 'OPEN'")
                .param(bid.toString())
                .query(String.class)
                .list();
    }
}

package org.schoolcollab.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.inbox.InboxFilter;
import org.schoolcollab.inbox.InboxFilter.View;
import org.schoolcollab.inbox.InboxQueries;
import org.schoolcollab.inbox.TaskDesk;
import org.schoolcollab.inbox.WorkItem;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.Reconciliation;
import org.schoolcollab.workflow.running.BidPauses;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who reviews a bid that was submitted: the demo's adviser of the area, and colleagues of theirs. */
@PortalTest
class ReviewAssignmentModuleTest {

    private static final String ADVISER = "adviser.south";
    private static final String COLLEAGUE = TwoAdvisers.COLLEAGUE;
    private static final LocalDate TODAY = LocalDate.of(2014, 6, 16);

    @Autowired
    PlanReview review;

    @Autowired
    AdviserAbsences absences;

    @Autowired
    InboxQueries inbox;

    @Autowired
    TaskDesk desk;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    BidRegister bids;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    LogIn logIn;

    @Autowired
    People people;

    @Autowired
    TwoAdvisers advisers;

    @Autowired
    PortalClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    BidPauses pauses;

    @Test
    void whatIsSubmittedGoesToTheAdviserOfTheDistrictWithTheFewestOpenReviews() {
        advisers.add();
        BidId first = fixtures.submittedBid("hythe-hub");
        BidId second = fixtures.submittedBid("deal-learning-alliance");

        assertThat(Set.of(reviewerOf(first), reviewerOf(second))).containsExactlyInAnyOrder(ADVISER, COLLEAGUE);
        assertThat(mine(reviewerOf(first))).containsExactly(first);
        assertThat(group(reviewerOf(second))).as("the group still sees it").containsExactly(first);
        assertThat(actions(first)).contains("review.assigned");
        assertThat(logIn.as("admin", reconciliation::differences)).isEmpty();
    }

    @Test
    void refusesAnotherAdviserOfTheDistrictUntilTheReviewIsReassigned() {
        advisers.add();
        BidId bid = fixtures.submittedBid("hythe-hub");
        String other = reviewerOf(bid).equals(ADVISER) ? COLLEAGUE : ADVISER;
        logIn.as(other);

        assertThatThrownBy(() -> review.draft(bid)).isInstanceOf(ReviewIsWithAnother.class);
        assertThatThrownBy(() -> review.saveDraft(bid, ReviewDraft.empty())).isInstanceOf(ReviewIsWithAnother.class);
        assertThatThrownBy(() -> review.recommend(bid, BidFixtures.completeReview(Money.ofPounds(1))))
                .isInstanceOf(ReviewIsWithAnother.class);

        desk.reassign(task(bid), idOf(other), "I know these schools");
        review.recommend(bid, BidFixtures.completeReview(Money.ofPounds(20_000)));
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
        assertThat(actions(bid)).contains("task.reassigned");
    }

    @Test
    void anAdviserWithAnInterestInAMemberSchoolCannotBeAssigned() {
        advisers.add();
        BidId draft = fixtures.completeDraft("hythe-hub");
        headsAMember(ADVISER, "head.hythe-hub");
        logIn.run("lead.hythe-hub", () -> fixtures.submit(draft));

        assertThat(reviewerOf(draft)).isEqualTo(COLLEAGUE);
        logIn.as(COLLEAGUE);
        assertThat(desk.candidates(task(draft))).isEmpty();
        assertThatThrownBy(() -> desk.reassign(task(draft), idOf(ADVISER), "Please"))
                .hasMessageContaining("notInGroup");
        desk.giveBack(task(draft));
        logIn.as(ADVISER);
        assertThatThrownBy(() -> desk.claim(task(draft))).isInstanceOf(AdviserHasAnInterest.class);
    }

    @Test
    void whereNobodyIsLeftTheAdministratorSeesItAndHandsItOn() {
        BidId bid = fixtures.completeDraft("hythe-hub");
        headsAMember(ADVISER, "head.hythe-hub");
        logIn.run("lead.hythe-hub", () -> fixtures.submit(bid));

        assertThat(assignee(bid)).isEmpty();
        assertThat(group("admin")).containsExactly(bid);
        assertThat(actions(bid)).contains("review.nobodyLeft");
        logIn.as("admin");
        assertThatThrownBy(() -> desk.claim(task(bid))).isInstanceOf(NoAdviserOfTheDistrict.class);
        advisers.add();
        assertThat(desk.candidates(task(bid)))
                .extracting(People.Person::username)
                .containsExactly(COLLEAGUE);
        desk.reassign(task(bid), idOf(COLLEAGUE), "New adviser");

        assertThat(reviewerOf(bid)).isEqualTo(COLLEAGUE);
        assertThat(group("admin")).isEmpty();
        assertThat(logIn.as("admin", reconciliation::differences)).isEmpty();
    }

    @Test
    void whoReturnedAPlanReviewsItAgain() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        logIn.run(ADVISER, () -> review.returnForChanges(bid, ReviewDraft.returning("Baselines are missing")));
        advisers.add();
        fixtures.answerAndSubmit(bid, "hythe-hub");

        assertThat(reviewerOf(bid)).isEqualTo(ADVISER);
    }

    @Test
    void newReviewsGoToTheDeputyWhoMayAlsoDoWhatIsOpen() {
        BidId before = fixtures.submittedBid("hythe-hub");
        advisers.add();
        logIn.run(ADVISER, () -> absences.enter(idOf(ADVISER), idOf(COLLEAGUE), TODAY, TODAY.plusDays(4)));
        BidId during = fixtures.submittedBid("deal-learning-alliance");

        assertThat(reviewerOf(during)).isEqualTo(COLLEAGUE);
        logIn.as(COLLEAGUE);
        review.recommend(before, BidFixtures.completeReview(Money.ofPounds(20_000)));
        assertThat(bids.get(before).status()).isEqualTo(BidStatus.BEFORE_BOARD);
        assertThat(actions(before)).containsSubsequence("review.takenOver", "review.recommended");
    }

    @Test
    void afterTheAbsenceTheDeputyMayNotActForTheOtherAnyMore() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        advisers.add();
        logIn.run(ADVISER, () -> absences.enter(idOf(ADVISER), idOf(COLLEAGUE), TODAY, TODAY));
        clock.advance(Duration.ofDays(1));
        logIn.as(COLLEAGUE);

        assertThatThrownBy(() -> review.draft(bid)).isInstanceOf(ReviewIsWithAnother.class);
    }

    @Test
    void anAbsenceThatHasBegunEndsWithYesterdayAndOneThatHasNotNeverHappens() {
        advisers.add();
        logIn.as(ADVISER);
        Absence begun = absences.enter(idOf(ADVISER), idOf(COLLEAGUE), TODAY, TODAY.plusDays(9));
        Absence later = absences.enter(idOf(ADVISER), idOf(COLLEAGUE), TODAY.plusDays(20), TODAY.plusDays(22));
        clock.advance(Duration.ofDays(2));
        logIn.as(ADVISER);
        absences.end(begun.id());
        absences.end(later.id());

        assertThat(jdbc.sql("select to_day from review_absence")
                        .query(LocalDate.class)
                        .list())
                .containsExactly(TODAY.plusDays(1));
        assertThat(absences.list()).isEmpty();
    }

    @Test
    void refusesDeputiesOfOtherDistrictsDaysInThePastAndTwoAtOnce() {
        advisers.add();
        logIn.as(ADVISER);
        PersonId north = idOf("adviser.north");

        assertThat(gaps(() -> absences.enter(idOf(ADVISER), north, TODAY.minusDays(1), null)))
                .containsExactlyInAnyOrder("from", "to", "deputy");
        absences.enter(idOf(ADVISER), idOf(COLLEAGUE), TODAY, TODAY.plusDays(3));
        assertThat(gaps(() -> absences.enter(idOf(ADVISER), idOf(COLLEAGUE), TODAY.plusDays(3), TODAY.plusDays(5))))
                .containsExactly("deputy");
        logIn.as(COLLEAGUE);
        assertThat(gaps(() -> absences.enter(idOf(COLLEAGUE), idOf(ADVISER), TODAY.plusDays(1), TODAY.plusDays(1))))
                .containsExactly("deputy");
        assertThatThrownBy(() -> absences.enter(idOf(ADVISER), idOf(COLLEAGUE), TODAY, TODAY))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void whoeverStopsBeingAnAdviserLeavesReviewsThatAreAssignedAnew() {
        advisers.add();
        BidId bid = fixtures.submittedBid("hythe-hub");
        String before = reviewerOf(bid);
        String other = before.equals(ADVISER) ? COLLEAGUE : ADVISER;

        transaction.executeWithoutResult(status -> people.replaceGrants(idOf(before), Set.of()));

        assertThat(reviewerOf(bid)).isEqualTo(other);
        assertThat(mine(other)).containsExactly(bid);
        assertThat(actions(bid)).endsWith("review.assigned", "task.freed", "review.assigned");
        assertThat(logIn.as("admin", reconciliation::differences)).isEmpty();
        logIn.as(other);
        review.recommend(bid, BidFixtures.completeReview(Money.ofPounds(20_000)));
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
    }

    @Test
    void whereTheLastAdviserLosesTheLogInTheAdministratorSeesTheReview() {
        BidId bid = fixtures.submittedBid("hythe-hub");

        transaction.executeWithoutResult(status -> people.setEnabled(idOf(ADVISER), false));

        assertThat(assignee(bid)).isEmpty();
        assertThat(group("admin")).containsExactly(bid);
        assertThat(actions(bid)).endsWith("task.freed", "review.nobodyLeft");
        assertThat(logIn.as("admin", reconciliation::differences)).isEmpty();
        advisers.add();
        logIn.run("admin", () -> desk.reassign(task(bid), idOf(COLLEAGUE), "New adviser"));
        assertThat(reviewerOf(bid)).isEqualTo(COLLEAGUE);
        assertThat(group("admin")).isEmpty();
    }

    @Test
    void aReviewOfAPausedBidIsAssignedAnewToo() {
        advisers.add();
        BidId bid = fixtures.submittedBid("hythe-hub");
        String before = reviewerOf(bid);
        logIn.run("admin", () -> pauses.pause(bid, "The council asks something"));

        transaction.executeWithoutResult(status -> people.replaceGrants(idOf(before), Set.of()));

        logIn.run("admin", () -> pauses.resume(bid, "Answered"));
        assertThat(reviewerOf(bid)).isEqualTo(before.equals(ADVISER) ? COLLEAGUE : ADVISER);
        assertThat(logIn.as("admin", reconciliation::differences)).isEmpty();
    }

    private static List<String> gaps(org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(step);
        assertThat(thrown).isInstanceOf(ValidationFailed.class);
        return ((ValidationFailed) java.util.Objects.requireNonNull(thrown))
                .problems().stream().map(ValidationFailed.Problem::field).toList();
    }

    private void headsAMember(String adviser, String head) {
        RoleGrant grant = people.grantsOf(idOf(head)).stream()
                .filter(one -> one.role() == Role.HEADTEACHER)
                .findFirst()
                .orElseThrow();
        transaction.executeWithoutResult(status -> people.grant(idOf(adviser), grant));
    }

    private PersonId idOf(String username) {
        return people.principal(username).orElseThrow().actor().id();
    }

    private Optional<String> assignee(BidId bid) {
        return jdbc.sql("""
                        select p.username from inbox_work_item i join security_person p on p.id = i.claimed_by
                        where i.bid_id = ? and i.state = 'OPEN'""").param(bid.toString()).query(String.class).optional();
    }

    private String reviewerOf(BidId bid) {
        return assignee(bid).orElseThrow();
    }

    private String task(BidId bid) {
        return jdbc.sql("select distinct task_id from inbox_work_item where bid_id = ? and state = 'OPEN'")
                .param(bid.toString())
                .query(String.class)
                .single();
    }

    private List<BidId> mine(String person) {
        return seen(person, View.MINE);
    }

    private List<BidId> group(String person) {
        return seen(person, View.GROUP);
    }

    private List<BidId> seen(String person, View view) {
        return logIn.as(
                person,
                () -> inbox.page(InboxFilter.of(view), null, 50).items().stream()
                        .map(WorkItem::bid)
                        .toList());
    }

    private List<String> actions(BidId bid) {
        return jdbc.sql("select action from audit_record where bid_id = ? order by id")
                .param(bid.toString())
                .query(String.class)
                .list();
    }
}

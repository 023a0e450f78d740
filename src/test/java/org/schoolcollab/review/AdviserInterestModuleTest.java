package org.schoolcollab.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.board.InterestDeclaration;
import org.schoolcollab.inbox.TaskDesk;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.Reconciliation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Rule 1 of the domain, "or is declared": an adviser who says so takes no part. */
@PortalTest
class AdviserInterestModuleTest {

    private static final String ADVISER = "adviser.south";
    private static final String COLLEAGUE = TwoAdvisers.COLLEAGUE;

    @Autowired
    AdviserInterest interest;

    @Autowired
    InterestDeclaration boardInterest;

    @Autowired
    List<DeclaredInterests> declared;

    @Autowired
    ReviewerRules rules;

    @Autowired
    PlanReview review;

    @Autowired
    TaskDesk desk;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    BidRegister bids;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    People people;

    @Autowired
    TwoAdvisers advisers;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theReviewGoesToAnotherAdviserAndNeverComesBack() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        advisers.add();
        logIn.as(ADVISER);

        interest.declare(bid, "My sister teaches there 🏫");

        assertThat(reviewers(bid)).containsExactly(COLLEAGUE);
        assertThat(jdbc.sql("select words from review_interest where bid_id = ?")
                        .param(bid.toString())
                        .query(String.class)
                        .single())
                .isEqualTo("My sister teaches there 🏫");
        assertThat(actions(bid)).endsWith("review.interestDeclared", "task.freed", "review.assigned");
        assertThatThrownBy(() -> review.draft(bid))
                .isInstanceOf(AdviserHasAnInterest.class)
                .hasMessageContaining("DECLARED");
        logIn.as(COLLEAGUE);
        assertThat(desk.candidates(taskOf(bid))).isEmpty();
        assertThat(logIn.as("admin", reconciliation::differences)).isEmpty();
    }

    @Test
    void whereNobodyElseIsThereTheAdministratorsSeeIt() {
        BidId bid = fixtures.submittedBid("hythe-hub");

        logIn.run(ADVISER, () -> interest.declare(bid, "I was head there"));

        assertThat(reviewers(bid)).isEmpty();
        assertThat(actions(bid)).endsWith("review.interestDeclared", "task.freed", "review.nobodyLeft");
        assertThat(logIn.as("admin", reconciliation::differences)).isEmpty();
    }

    @Test
    void whoDeclaredItWhileThePlanWasWrittenIsNotAssigned() {
        BidId bid = fixtures.completeDraft("hythe-hub");
        advisers.add();
        logIn.run(ADVISER, () -> interest.declare(bid, "I was head there"));

        logIn.run("lead.hythe-hub", () -> fixtures.submit(bid));

        assertThat(reviewers(bid)).containsExactly(COLLEAGUE);
    }

    @Test
    void anInterestDeclaredToTheBoardKeepsFromTheReviewToo() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        RoleGrant adviser = advisers.districts().iterator().next();
        transaction.executeWithoutResult(status -> {
            advisers.districts().forEach(grant -> people.grant(idOf("board3.south"), grant));
        });
        assertThat(adviser.role()).isEqualTo(Role.ADVISER);
        assertThat(rules.keptFrom(idOf("board3.south"), bids.get(bid))).isEmpty();

        logIn.run("board3.south", () -> boardInterest.declare(bid, ""));

        assertThat(rules.keptFrom(idOf("board3.south"), bids.get(bid)))
                .hasValueSatisfying(refused -> assertThat(refused).isInstanceOf(AdviserHasAnInterest.class));
    }

    @Test
    void refusesDeclarationsWithoutWordsTwiceTooLateAndOfOtherDistricts() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        logIn.as(ADVISER);
        assertThatThrownBy(() -> interest.declare(bid, " ")).isInstanceOf(ValidationFailed.class);
        logIn.as("adviser.north");
        assertThatThrownBy(() -> interest.declare(bid, "From afar")).isInstanceOf(AccessRefused.class);
        assertThat(declared).noneMatch(interests -> interests.has(bid, idOf(ADVISER)));
        logIn.as(ADVISER);
        interest.declare(bid, "I was head there");
        assertThatThrownBy(() -> interest.declare(bid, "Again")).isInstanceOf(AdviserHasAnInterest.class);

        BidId recommended = fixtures.recommendedBid("deal-learning-alliance");
        logIn.as(ADVISER);
        assertThatThrownBy(() -> interest.declare(recommended, "Too late")).isInstanceOf(BidNotInStage.class);
    }

    private PersonId idOf(String username) {
        return people.principal(username).orElseThrow().actor().id();
    }

    private String taskOf(BidId bid) {
        return jdbc.sql("select distinct task_id from inbox_work_item where bid_id = ? and state = 'OPEN'")
                .param(bid.toString())
                .query(String.class)
                .single();
    }

    private List<String> reviewers(BidId bid) {
        return jdbc.sql("""
                        select distinct p.username from inbox_work_item i join security_person p on p.id = i.claimed_by
                        where i.bid_id = ? and i.state = 'OPEN'""").param(bid.toString()).query(String.class).list();
    }

    private List<String> actions(BidId bid) {
        return jdbc.sql("select action from audit_record where bid_id = ? order by id")
                .param(bid.toString())
                .query(String.class)
                .list();
    }
}

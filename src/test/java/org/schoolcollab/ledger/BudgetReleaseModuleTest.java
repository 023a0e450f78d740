package org.schoolcollab.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidWithdrawal;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class BudgetReleaseModuleTest {

    private static final String SLUG = "hythe-hub";

    @Autowired
    BudgetRelease release;

    @Autowired
    MoneyQueries money;

    @Autowired
    PaymentAdvice advices;

    @Autowired
    BidWithdrawal withdrawal;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidRegister bids;

    @Autowired
    People people;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void theLedgerHolds() {
        LedgerAssertions.holds(jdbc);
    }

    @Test
    void oneRequestsAnotherApprovesAndTheMoneyMoves() {
        BidId bid = fixtures.awardedBid(SLUG);
        as("finance.officer", () -> release.request(bid, 1));
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.AWARDED);

        as("finance.approver", () -> release.approve(bid, 1));

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.IN_DELIVERY);
        AwardView award = logIn.as("auditor", () -> money.award(bid)).orElseThrow();
        assertThat(award.released()).isEqualTo(Money.ofPounds(12_600));
        assertThat(award.outstanding()).isEqualTo(Money.ofPounds(8_400));
        assertThat(award.instalments())
                .extracting(AwardView.InstalmentView::status)
                .containsExactly(InstalmentStatus.RELEASED, InstalmentStatus.WAITING);
        assertThat(logIn.as("finance.officer", () -> money.journal(bid)))
                .extracting(JournalLine::kind)
                .containsExactly(EntryKind.COMMITTED, EntryKind.PLEDGED, EntryKind.RELEASED);
        assertThat(actions(bid)).endsWith("ledger.requested", "ledger.approved");
    }

    @Test
    void whoeverRequestedMayNeitherApproveNorReject() {
        BidId bid = fixtures.awardedBid(SLUG);
        grant("finance.officer", new RoleGrant(Role.FINANCE_APPROVER, Scope.all()));
        as("finance.officer", () -> release.request(bid, 1));

        refused("finance.officer", () -> release.approve(bid, 1), "error.ledger.samePerson");
        refused("finance.officer", () -> release.reject(bid, 1, "wrong"), "error.ledger.samePerson");
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.AWARDED);
    }

    @Test
    void whoLeadsTheCollaborationReleasesNothing() {
        BidId bid = fixtures.awardedBid(SLUG);
        grant(
                "finance.officer",
                new RoleGrant(
                        Role.COLLABORATION_LEAD,
                        Scope.collaboration(bids.get(bid).collaborationId().value())));

        refused("finance.officer", () -> release.request(bid, 1), "error.ledger.leads");
    }

    @Test
    void whoHeadsAMemberSchoolReleasesNothing() {
        BidId bid = fixtures.awardedBid(SLUG);
        as("finance.officer", () -> release.request(bid, 1));
        RoleGrant head = people.grantsOf(person("head." + SLUG)).stream()
                .filter(grant -> grant.role() == Role.HEADTEACHER)
                .findFirst()
                .orElseThrow();
        grant("finance.approver", head);

        refused("finance.approver", () -> release.approve(bid, 1), "error.ledger.heads");
        refused("finance.approver", () -> release.reject(bid, 1, "wrong"), "error.ledger.heads");
    }

    @Test
    void whoVotedOrReviewedReleasesNothing() {
        BidId bid = fixtures.awardedBid(SLUG);
        grant("board2.south", new RoleGrant(Role.FINANCE_OFFICER, Scope.all()));
        grant("adviser.south", new RoleGrant(Role.FINANCE_OFFICER, Scope.all()));

        refused("board2.south", () -> release.request(bid, 1), "error.ledger.tookPart");
        refused("adviser.south", () -> release.request(bid, 1), "error.ledger.tookPart");
    }

    @Test
    void aRequesterWhoTookASideSinceStopsTheApproval() {
        BidId bid = fixtures.awardedBid(SLUG);
        as("finance.officer", () -> release.request(bid, 1));
        grant(
                "finance.officer",
                new RoleGrant(
                        Role.COLLABORATION_LEAD,
                        Scope.collaboration(bids.get(bid).collaborationId().value())));

        refused("finance.approver", () -> release.approve(bid, 1), "error.ledger.leads");
        assertThat(count("select count(*) from ledger_release")).isZero();
    }

    @Test
    void approvingWhatNobodyRequestedIsRefused() {
        BidId bid = fixtures.awardedBid(SLUG);

        refused("finance.approver", () -> release.approve(bid, 1), "error.ledger.instalment.READY");
        refused("finance.approver", () -> release.reject(bid, 1, "wrong"), "error.ledger.instalment.READY");
    }

    @Test
    void aRejectedRequestIsMadeAgain() {
        BidId bid = fixtures.awardedBid(SLUG);
        as("finance.officer", () -> release.request(bid, 1));
        as("finance.approver", () -> release.reject(bid, 1, "The payee's name changed"));
        assertThat(logIn.as("finance.officer", () -> money.award(bid))
                        .orElseThrow()
                        .instalments()
                        .getFirst()
                        .sentBack())
                .isEqualTo("The payee's name changed");

        fixtures.release(bid, 1);

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.IN_DELIVERY);
    }

    @Test
    void aRejectionNeedsAReasonThatFits() {
        BidId bid = fixtures.awardedBid(SLUG);
        as("finance.officer", () -> release.request(bid, 1));

        refused("finance.approver", () -> release.reject(bid, 1, " "), "error.validation");
        refused("finance.approver", () -> release.reject(bid, 1, "x".repeat(2_001)), "error.validation");
    }

    @Test
    void theSecondInstalmentWaitsForTheAcceptedMarchReport() {
        BidId bid = fixtures.releasedBid(SLUG);

        refused("finance.officer", () -> release.request(bid, 2), "error.ledger.waits.AFTER_MARCH_REPORT");
    }

    @Test
    void bothInstalmentsTogetherAreTheAward() {
        BidId bid = fixtures.marchAccepted(SLUG);
        fixtures.release(bid, 2);

        AwardView award = logIn.as("auditor", () -> money.award(bid)).orElseThrow();
        assertThat(award.status()).isEqualTo(AwardStatus.RELEASED);
        assertThat(award.released()).isEqualTo(award.agreed());
        assertThat(award.next()).isEmpty();
    }

    @Test
    void onlyAwardedBidsHaveMoneyToRelease() {
        BidId bid = fixtures.recommendedBid(SLUG);

        refused("finance.officer", () -> release.request(bid, 1), "error.bid.notInStage.BEFORE_BOARD");
        assertThat(catchThrowable(() -> logIn.run("finance.officer", () -> release.request(BidId.random(), 1))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aWithdrawnBidGivesItsMoneyBackEvenWhenItsReleaseWasRequested() {
        BidId bid = fixtures.awardedBid(SLUG);
        as("finance.officer", () -> release.request(bid, 1));

        as("lead." + SLUG, () -> withdrawal.withdraw(bid, "Two schools left"));

        refused("finance.approver", () -> release.approve(bid, 1), "error.bid.notInStage.WITHDRAWN");
        assertThat(count("select committed_pence from ledger_envelope where area_code = 'SOUTH'"))
                .isZero();
        assertThat(count("select count(*) from ledger_entry where kind = 'RETURNED'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead.hythe-hub", "adviser.south", "board2.south", "admin", "auditor", "finance.approver"})
    void onlyFinanceOfficersRequest(String username) {
        BidId bid = fixtures.awardedBid(SLUG);

        assertThat(catchThrowable(() -> logIn.run(username, () -> release.request(bid, 1))))
                .isInstanceOf(AccessRefused.class);
        assertThat(count("select count(*) from audit_record where action = 'access.refused'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead.hythe-hub", "adviser.south", "chair.south", "admin", "auditor", "finance.officer"})
    void onlyFinanceApproversApprove(String username) {
        BidId bid = fixtures.awardedBid(SLUG);
        as("finance.officer", () -> release.request(bid, 1));

        assertThat(catchThrowable(() -> logIn.run(username, () -> release.approve(bid, 1))))
                .isInstanceOf(AccessRefused.class);
        assertThat(count("select count(*) from ledger_release")).isZero();
    }

    @Test
    void oneReleaseSubmittedThirtyTwoTimesAtOnceIsPaidOnce() throws Exception {
        BidId bid = fixtures.awardedBid(SLUG);

        List<String> requests = atOnce(32, "finance.officer", b -> release.request(b, 1), bid);
        assertThat(requests).filteredOn("done"::equals).hasSize(1);
        assertThat(requests).filteredOn("error.ledger.alreadyRequested"::equals).hasSize(31);

        List<String> approvals = atOnce(32, "finance.approver", b -> release.approve(b, 1), bid);
        assertThat(approvals).filteredOn("done"::equals).hasSize(1);
        assertThat(approvals).filteredOn("error.ledger.alreadyReleased"::equals).hasSize(31);

        assertThat(count("select count(*) from ledger_release")).isEqualTo(1);
        assertThat(count("select count(*) from ledger_entry where kind = 'RELEASED'"))
                .isEqualTo(1);
        assertThat(count("select released_pence from ledger_envelope where area_code = 'SOUTH'"))
                .isEqualTo(1_260_000);
    }

    @Test
    void theTableItselfRefusesASecondReleaseAndARequesterWhoApproves() {
        BidId bid = fixtures.releasedBid(SLUG);
        fixtures.release(fixtures.awardedBid("deal-learning-alliance"), 1);
        assertThat(bid).isNotNull();
        String copy = """
                insert into ledger_release (id, instalment_id, amount_pence, payee_school_id, payee_name, payee_kind, attempt,
                  previous_attempt, reference, requested_by, requested_at, approved_by, approved_at, entry_id, idempotency_key)
                select uuid(), %s, 1, r.payee_school_id, 'x', 'ACADEMY', %s, 'x', r.requested_by, r.requested_at, %s, r.approved_at,
                  (select id from ledger_entry where kind = 'COMMITTED' limit 1), 'x' from ledger_release r limit 1""";

        assertThatThrownBy(() -> asOwner(copy.formatted("r.instalment_id", "1, null", "r.approved_by")))
                .hasMessageContaining("uk_ledger_release_payment");
        assertThatThrownBy(() -> asOwner(copy.formatted("r.instalment_id", "2, 1", "r.approved_by")))
                .hasMessageContaining("fk_ledger_release_previous");
        assertThatThrownBy(() -> asOwner(copy.formatted(
                        "(select id from ledger_instalment where number = 2 limit 1)", "1, null", "r.requested_by")))
                .hasMessageContaining("ck_ledger_release_two_people");
        assertThatThrownBy(() -> asOwner("update ledger_release set amount_pence = 1"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> asOwner("delete from ledger_release")).hasMessageContaining("append-only");
    }

    @Test
    void thePaymentAdviceIsTheSameBytesEachTimeAndHoldsNoFormula() {
        BidId bid = fixtures.releasedBid(SLUG);
        jdbc.sql("update collaboration_collaboration set name = '=HYPERLINK(\"x\"), \"Hub\"' where slug = ?")
                .param(SLUG)
                .update();

        PaymentAdvice.Advice advice = logIn.as("finance.officer", () -> advices.of(bid, 1));
        byte[] again = logIn.as("finance.approver", () -> advices.of(bid, 1)).bytes();

        assertThat(advice.bytes()).isEqualTo(again);
        String[] lines = new String(again, StandardCharsets.UTF_8).split("\r\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[0])
                .isEqualTo(
                        "reference,round,collaboration,area,instalment,payee_school,payee_id,amount_gbp,requested_by,approved_by,approved_on");
        assertThat(lines[1])
                .contains(",\"'=HYPERLINK(\"\"x\"\"), \"\"Hub\"\"\",")
                .contains(",12600.00,")
                .contains(",Finance officer (demo),Finance approver (demo),2014-06-16");
    }

    @Test
    void thereIsNoAdviceBeforeTheReleaseNorForOthersThanFinance() {
        BidId bid = fixtures.awardedBid(SLUG);

        assertThat(catchThrowable(() -> logIn.run("finance.officer", () -> advices.of(bid, 1))))
                .isInstanceOf(NotFound.class);
        assertThat(catchThrowable(() -> logIn.run("lead." + SLUG, () -> advices.of(bid, 1))))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void theOverviewAddsUp() {
        fixtures.releasedBid(SLUG);

        MoneyOverview overview = logIn.as("auditor", () -> money.overview(null));

        assertThat(overview.round().name()).isEqualTo("2014/15");
        MoneyOverview.EnvelopeView total = overview.total();
        assertThat(total.given())
                .isEqualTo(Money.ofPounds(1_600_000))
                .isEqualTo(total.available().plus(total.committed()).plus(total.released()));
        assertThat(overview.awardTotal().released()).isEqualTo(total.released());
        assertThat(overview.awardTotal().waiting()).isEqualTo(total.committed());
    }

    @Test
    void theMoneyOfABidIsForWhoMaySeeTheBidAndItsJournalForFinance() {
        BidId bid = fixtures.awardedBid(SLUG);

        assertThat(logIn.as("lead." + SLUG, () -> money.award(bid))).isPresent();
        assertThat(catchThrowable(() -> logIn.run("lead." + SLUG, () -> money.journal(bid))))
                .isInstanceOf(AccessRefused.class);
        assertThat(catchThrowable(() -> logIn.run("lead.m7-partnership", () -> money.award(bid))))
                .isInstanceOf(AccessRefused.class);
        assertThat(catchThrowable(() -> logIn.run("lead." + SLUG, () -> money.overview(null))))
                .isInstanceOf(AccessRefused.class);
    }

    private interface Step {
        void take(BidId bid);
    }

    /** What each of so many threads was told: "done" or the key of the refusal. */
    private List<String> atOnce(int threads, String username, Step step, BidId bid) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<String> told = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<String>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                results.add(pool.submit(() -> {
                    logIn.as(username);
                    start.await();
                    return answer(step, bid);
                }));
            }
            start.countDown();
            for (Future<String> result : results) {
                told.add(Objects.requireNonNull(result.get()));
            }
        }
        return told;
    }

    private static String answer(Step step, BidId bid) {
        try {
            step.take(bid);
            return "done";
        } catch (BusinessRuleViolation refused) {
            return refused.messageKey();
        }
    }

    private void as(String username, Runnable step) {
        logIn.run(username, step);
    }

    private void refused(String username, ThrowingCallable step, String key) {
        logIn.as(username);
        assertThat(catchThrowable(step))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }

    private void grant(String username, RoleGrant grant) {
        transaction.executeWithoutResult(status -> people.grant(person(username), grant));
    }

    private PersonId person(String username) {
        return people.principal(username).orElseThrow().actor().id();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private List<String> actions(BidId bid) {
        return jdbc.sql("select action from audit_record where bid_id = ? order by id")
                .param(bid.toString())
                .query(String.class)
                .list();
    }

    private static void asOwner(String statement) throws Exception {
        try (Connection owner = TestDatabase.instance().owner();
                Statement sql = owner.createStatement()) {
            sql.executeUpdate(statement);
        }
    }
}

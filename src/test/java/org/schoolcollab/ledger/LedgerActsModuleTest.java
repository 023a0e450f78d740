package org.schoolcollab.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.collaboration.CollaborationDirectory.Member;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.ledger.AwardView.InstalmentView;
import org.schoolcollab.ledger.AwardView.ReleaseView;
import org.schoolcollab.ledger.domain.AwardShares;
import org.schoolcollab.ledger.domain.Releases;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.Reconciliation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What finance does with an award beside paying it, each through its use case and with the bid's process. */
@PortalTest
class LedgerActsModuleTest {

    private static final String SLUG = "hythe-hub";

    @Autowired
    BudgetRelease release;

    @Autowired
    InstalmentControl control;

    @Autowired
    Corrections corrections;

    @Autowired
    Virement virement;

    @Autowired
    MatchedFunding matched;

    @Autowired
    LedgerStatements statements;

    @Autowired
    MoneyQueries money;

    @Autowired
    AwardShares shares;

    @Autowired
    Releases releases;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidRegister bids;

    @Autowired
    CollaborationDirectory collaborations;

    @Autowired
    People people;

    @Autowired
    PortalClock clock;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void theLedgerHolds() throws Exception {
        LedgerAssertions.holds(jdbc);
        JournalChain.holds(jdbc);
        assertThat(logIn.as("admin", reconciliation::differences)).isEmpty();
    }

    @Test
    void anInstalmentOnHoldIsNeitherRequestedNorApproved() {
        BidId bid = fixtures.awardedBid(SLUG);
        officer(() -> control.hold(bid, 1, "The payee's account is being checked"));

        refused("finance.officer", () -> release.request(bid, 1), "error.ledger.act.onHold");
        refused("finance.officer", () -> control.hold(bid, 1, "again"), "error.ledger.act.onHold");
        assertThat(instalment(bid, 1).holdReason()).isEqualTo("The payee's account is being checked");
        officer(() -> control.endHold(bid, 1));
        refused("finance.officer", () -> control.endHold(bid, 1), "error.ledger.act.notOnHold");
        officer(() -> release.request(bid, 1));
        officer(() -> control.hold(bid, 1, "Wait"));
        refused("finance.approver", () -> release.approve(bid, 1), "error.ledger.act.onHold");
        officer(() -> control.endHold(bid, 1));
        approver(() -> release.approve(bid, 1));
        refused("finance.officer", () -> control.hold(bid, 1, "late"), "error.ledger.instalment.RELEASED");
        refused("finance.officer", () -> control.hold(bid, 2, " "), "error.validation");
    }

    @Test
    void aSecondInstalmentThatIsCancelledGoesBackAndTheBidGoesOnWithoutIt() {
        BidId bid = fixtures.releasedBid(SLUG);

        approver(() -> control.cancel(bid, 2, "The plan was cut"));

        assertThat(balance("available")).isEqualTo(Money.ofPounds(387_400));
        assertThat(award(bid).status()).isEqualTo(AwardStatus.RELEASED);
        assertThat(instalment(bid, 2).status()).isEqualTo(InstalmentStatus.CANCELLED);
        refused("finance.approver", () -> control.cancel(bid, 2, "again"), "error.ledger.instalment.CANCELLED");
        refused("finance.officer", () -> release.request(bid, 2), "error.ledger.instalment.CANCELLED");
    }

    @Test
    void aSecondInstalmentThatIsDueIsCancelledWithItsTask() {
        BidId bid = fixtures.marchAccepted(SLUG);

        approver(() -> control.cancel(bid, 2, "The plan was cut"));

        assertThat(award(bid).committed()).isEqualTo(Money.ZERO);
        assertThat(
                        count(
                                "select count(*) from inbox_work_item where state = 'OPEN' and task_key = 'userTask_RequestRelease'"))
                .isZero();
    }

    @Test
    void theFirstInstalmentIsNotCancelledBeforeItIsPaidNorOneThatIsRequested() {
        BidId bid = fixtures.awardedBid(SLUG);
        refused("finance.approver", () -> control.cancel(bid, 1, "no"), "error.ledger.act.firstInstalment");
        officer(() -> release.request(bid, 1));
        refused(
                "finance.approver",
                () -> virement.reduce(bid, Money.ofPounds(8_401), "no", UUID.randomUUID()),
                "error.ledger.act.atMost");
    }

    @Test
    void aFailedPaymentIsReversedByTwoPeopleAndPaidAgainUnderANewReference() {
        BidId bid = shared(7_000, 14_000);
        fixtures.release(bid, 1);
        ReleaseView failed = instalment(bid, 1).releases().get(1);
        assertThat(failed.amount()).isEqualTo(Money.ofPounds(8_400));

        UUID request = logIn.as("finance.officer", () -> corrections.requestReversal(failed.id(), "Account closed"));
        refused(
                "finance.officer",
                () -> corrections.requestReversal(failed.id(), "x"),
                "error.ledger.act.reversedAlready");
        grant("finance.officer", Role.FINANCE_APPROVER);
        refused("finance.officer", () -> corrections.approve(request), "error.ledger.act.samePerson");
        approver(() -> corrections.approve(request));
        refused("finance.approver", () -> corrections.approve(request), "error.ledger.act.decided");
        refused("finance.approver", () -> corrections.reject(request, "x"), "error.ledger.act.decided");
        refused(
                "finance.officer",
                () -> corrections.requestReversal(failed.id(), "x"),
                "error.ledger.act.reversedAlready");

        assertThat(instalment(bid, 1).status()).isEqualTo(InstalmentStatus.READY);
        assertThat(award(bid).released()).isEqualTo(Money.ofPounds(4_200));
        assertThat(
                        count(
                                "select count(*) from inbox_work_item where state = 'OPEN' and task_key = 'userTask_RequestRelease'"))
                .isPositive();
        fixtures.release(bid, 1);

        List<ReleaseView> paid = instalment(bid, 1).releases();
        assertThat(paid).extracting(ReleaseView::reversed).containsExactly(false, true, false);
        assertThat(paid.getLast().amount()).isEqualTo(Money.ofPounds(8_400));
        assertThat(paid.getLast().reference()).isEqualTo(failed.reference() + "-R2");
        assertThat(award(bid).released()).isEqualTo(Money.ofPounds(12_600));
        assertThat(logIn.as("auditor", corrections::all))
                .extracting(CorrectionView::status)
                .containsExactly(CorrectionView.Status.APPROVED);
    }

    @Test
    void aRefusedCorrectionMovesNothing() {
        BidId bid = fixtures.releasedBid(SLUG);
        UUID request = logIn.as(
                "finance.officer",
                () -> corrections.requestReversal(
                        instalment(bid, 1).releases().getFirst().id(), "Perhaps"));

        approver(() -> corrections.reject(request, "The bank paid after all"));

        assertThat(award(bid).released()).isEqualTo(Money.ofPounds(12_600));
        assertThat(count("select count(*) from ledger_entry where kind = 'REVERSED'"))
                .isZero();
    }

    @Test
    void unspentMoneyComesBackFromASchoolUpToWhatItHas() {
        BidId bid = shared(7_000, 14_000);
        fixtures.release(bid, 1);
        EstablishmentId school = schools(bid).getFirst().school();
        refused(
                "finance.officer",
                () -> corrections.requestClawback(bid, school, Money.ofPence(420_001), "too much"),
                "error.ledger.act.atMost");
        refused(
                "finance.officer",
                () -> corrections.requestClawback(bid, school, Money.ZERO, "x"),
                "error.ledger.act.amount");
        UUID first = logIn.as(
                "finance.officer", () -> corrections.requestClawback(bid, school, Money.ofPounds(4_000), "Unspent"));
        UUID second = logIn.as(
                "finance.officer", () -> corrections.requestClawback(bid, school, Money.ofPounds(4_000), "Unspent"));

        approver(() -> corrections.approve(first));

        refused("finance.approver", () -> corrections.approve(second), "error.ledger.act.atMost");
        assertThat(balance("available")).isEqualTo(Money.ofPounds(383_000));
        assertThat(award(bid).released()).isEqualTo(Money.ofPounds(8_600));
        ReleaseView payment = instalment(bid, 1).releases().getFirst();
        refused(
                "finance.officer",
                () -> corrections.requestReversal(payment.id(), "late"),
                "error.ledger.act.clawedBackAlready");
    }

    @Test
    void anAwardIsReducedFromItsLastInstalmentAndARepetitionIsNoSecondOne() {
        BidId bid = shared(7_000, 14_000);
        UUID key = UUID.randomUUID();

        assertThat(logIn.as("finance.approver", () -> virement.reduce(bid, Money.ofPounds(9_000), "Cut", key)))
                .isTrue();
        assertThat(logIn.as("finance.approver", () -> virement.reduce(bid, Money.ofPounds(9_000), "Cut", key)))
                .isFalse();
        refused(
                "finance.approver",
                () -> virement.reduce(bid, Money.ofPounds(9_001), "Cut", key),
                "error.ledger.act.keyUsed");
        refused(
                "finance.approver",
                () -> virement.reduce(bid, Money.ofPounds(12_000), "All", UUID.randomUUID()),
                "error.ledger.act.atMost");

        assertThat(instalment(bid, 2).status()).isEqualTo(InstalmentStatus.CANCELLED);
        assertThat(instalment(bid, 1).amount()).isEqualTo(Money.ofPounds(12_000));
        assertThat(award(bid).shares())
                .extracting(AwardView.ShareView::amount)
                .containsExactly(Money.ofPounds(4_000), Money.ofPounds(8_000));
        fixtures.release(bid, 1);
        assertThat(award(bid).status()).isEqualTo(AwardStatus.RELEASED);
    }

    @Test
    void aPartOfAShareMovesToAnotherSchoolBeforeItIsPaid() {
        BidId bid = shared(7_000, 14_000);
        fixtures.release(bid, 1);
        List<Member> schools = schools(bid);
        EstablishmentId from = schools.get(1).school();
        EstablishmentId to = schools.get(2).school();

        approver(() -> virement.moveShare(bid, from, to, Money.ofPounds(5_000), "The other school hosts it"));

        refused(
                "finance.approver",
                () -> virement.moveShare(bid, from, to, Money.ofPence(60_001), "more"),
                "error.ledger.act.atMost");
        refused(
                "finance.approver",
                () -> virement.moveShare(bid, from, from, Money.ofPounds(1), "x"),
                "error.ledger.act.noSuchSchool");
        refused(
                "finance.approver",
                () -> virement.moveShare(bid, from, new EstablishmentId(UUID.randomUUID()), Money.ofPounds(1), "x"),
                "error.ledger.shares.notAMember");
        assertThat(award(bid).shares())
                .extracting(AwardView.ShareView::amount)
                .containsExactly(Money.ofPounds(7_000), Money.ofPounds(9_000), Money.ofPounds(5_000));
    }

    @Test
    void sharesMustBeTheAwardAndOfMembersAndBeforeThePayment() {
        BidId bid = fixtures.awardedBid(SLUG);
        EstablishmentId one = schools(bid).getFirst().school();
        refusedShares(bid, "error.ledger.shares.sum", part(one, 20_999));
        refusedShares(bid, "error.ledger.shares.amount", part(one, 21_000), part(one, 21_000));
        refusedShares(bid, "error.ledger.shares.amount", part(one, 0));
        refusedShares(bid, "error.ledger.shares.notAMember", part(new EstablishmentId(UUID.randomUUID()), 21_000));
        officer(() -> release.request(bid, 1));
        refusedShares(bid, "error.ledger.shares.released", part(one, 21_000));
    }

    @Test
    void theSecondInstalmentWaitsForTheReportAndForProofOfAllMatchedFundingWhereTheRoundSaysSo() {
        jdbc.sql("update programme_round set later_needs_match_proof = true where name = '2014/15'")
                .update();
        BidId bid = fixtures.marchAccepted(SLUG);
        refused("finance.officer", () -> release.request(bid, 2), "error.ledger.act.matchNotProved");
        MatchView pledge = logIn.as("lead." + SLUG, () -> matched.of(bid)).getFirst();
        assertThat(pledge.pledged()).isEqualTo(Money.ofPounds(10_500));
        UUID key = UUID.randomUUID();

        assertThat(prove(bid, pledge, 10_000, key)).isTrue();
        assertThat(prove(bid, pledge, 10_000, key)).isFalse();
        refused("finance.officer", () -> release.request(bid, 2), "error.ledger.act.matchNotProved");
        refused(
                "finance.officer",
                () -> matched.evidence(bid, pledge.school(), Money.ofPounds(501), "seen", UUID.randomUUID()),
                "error.ledger.act.atMost");
        assertThat(prove(bid, pledge, 500, UUID.randomUUID())).isTrue();

        fixtures.release(bid, 2);
        assertThat(award(bid).status()).isEqualTo(AwardStatus.RELEASED);
    }

    @Test
    void balancesAreThoseOfAnyMoment() {
        BidId bid = fixtures.awardedBid(SLUG);
        Instant awarded = clock.instant();
        clock.advance(Duration.ofDays(1));
        fixtures.release(bid, 1);
        RoundId round = bids.get(bid).roundId();

        Map<Account, Money> then = logIn.as("auditor", () -> statements.balances(round, "SOUTH", awarded));
        Map<Account, Money> now = logIn.as("auditor", () -> statements.balances(round, "SOUTH", null));

        assertThat(then)
                .containsEntry(Account.COMMITTED, Money.ofPounds(21_000))
                .containsEntry(Account.RELEASED, Money.ZERO);
        assertThat(now)
                .containsEntry(Account.COMMITTED, Money.ofPounds(8_400))
                .containsEntry(Account.GRANT, Money.ofPounds(400_000));
        EstablishmentId school = schools(bid).getFirst().school();
        UUID award = UUID.fromString(
                jdbc.sql("select id from ledger_award").query(String.class).single());
        assertThat(logIn.as("auditor", () -> statements.balance(award, Account.RELEASED, school, awarded)))
                .isEqualTo(Money.ZERO);
        assertThat(logIn.as("auditor", () -> statements.balance(award, Account.RELEASED, school, null)))
                .isEqualTo(Money.ofPounds(12_600));
        assertThat(logIn.as("auditor", () -> statements.ofAward(bid, null)).lines())
                .extracting(StatementLine::kind)
                .containsExactly(EntryKind.COMMITTED, EntryKind.PLEDGED, EntryKind.RELEASED);
        assertThat(logIn.as("auditor", () -> statements.ofSchool(school, null)).balances())
                .containsEntry(Account.RELEASED, Money.ofPounds(12_600));
        assertThat(logIn.as("auditor", () -> statements.ofEnvelope(round, "SOUTH", awarded))
                        .lines())
                .hasSize(3);
        assertThat(logIn.as("auditor", () -> statements.ofRound(round, null)).lines())
                .hasSize(4);
    }

    @Test
    void theDatabaseRefusesASecondPaymentOfWhatWasNotReversed() {
        fixtures.releasedBid(SLUG);
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into ledger_release (id, instalment_id, amount_pence, payee_school_id, payee_name, payee_kind, attempt,
                          previous_attempt, reference, requested_by, requested_at, approved_by, approved_at, entry_id,
                          idempotency_key)
                        select uuid(), instalment_id, amount_pence, payee_school_id, payee_name, payee_kind, 2, 1, 'x', requested_by,
                          requested_at, approved_by, approved_at, (select id from ledger_entry where kind = 'COMMITTED'), 'x'
                        from ledger_release""").update()).hasMessageContaining("fk_ledger_release_previous");
    }

    private boolean prove(BidId bid, MatchView pledge, long pounds, UUID key) {
        return logIn.as(
                "finance.officer",
                () -> matched.evidence(bid, pledge.school(), Money.ofPounds(pounds), "Budget return seen", key));
    }

    /** An accepted award shared by the first two schools. */
    private BidId shared(long one, long two) {
        BidId bid = fixtures.awardedBid(SLUG);
        List<Member> schools = schools(bid);
        setShares(bid, part(schools.get(0).school(), one), part(schools.get(1).school(), two));
        return bid;
    }

    private void setShares(BidId bid, AcceptedShares.Part... parts) {
        transaction.executeWithoutResult(
                status -> shares.set(releases.locked(bid), bids.get(bid).collaborationId(), List.of(parts)));
    }

    private void refusedShares(BidId bid, String key, AcceptedShares.Part... parts) {
        refused("lead." + SLUG, () -> setShares(bid, parts), key);
    }

    private static AcceptedShares.Part part(EstablishmentId school, long pounds) {
        return new AcceptedShares.Part(school, Money.ofPounds(pounds));
    }

    private List<Member> schools(BidId bid) {
        return collaborations.membersAt(bids.get(bid).collaborationId(), clock.today());
    }

    private AwardView award(BidId bid) {
        return logIn.as("auditor", () -> money.award(bid)).orElseThrow();
    }

    private InstalmentView instalment(BidId bid, int number) {
        return award(bid).instalments().get(number - 1);
    }

    private Money balance(String column) {
        return Money.ofPence(count("select " + column + "_pence from ledger_envelope where area_code = 'SOUTH'"));
    }

    private void officer(Runnable step) {
        logIn.run("finance.officer", step);
    }

    private void approver(Runnable step) {
        logIn.run("finance.approver", step);
    }

    private void grant(String username, Role role) {
        transaction.executeWithoutResult(status ->
                people.grant(people.principal(username).orElseThrow().actor().id(), new RoleGrant(role, Scope.all())));
    }

    private void refused(String username, ThrowingCallable step, String key) {
        Throwable failure = logIn.as(username, () -> catchThrowable(step));
        assertThat(failure)
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}

package org.schoolcollab.ledger.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidWithdrawal;
import org.schoolcollab.ledger.BudgetRelease;
import org.schoolcollab.ledger.InstalmentControl;
import org.schoolcollab.ledger.LedgerAssertions;
import org.schoolcollab.ledger.Virement;
import org.schoolcollab.ledger.payment.BatchView.Result;
import org.schoolcollab.ledger.payment.DueInstalment.Block;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class BatchModuleTest {

    private static final String OFFICER = "finance.officer";
    private static final String APPROVER = "finance.approver";

    @Autowired
    Batches batches;

    @Autowired
    BatchRun run;

    @Autowired
    DueQueries due;

    @Autowired
    BudgetRelease release;

    @Autowired
    InstalmentControl control;

    @Autowired
    Virement virement;

    @Autowired
    BidWithdrawal withdrawal;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidRegister bids;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void theLedgerHolds() {
        LedgerAssertions.holds(jdbc);
    }

    @Test
    void oneRequestsABatchAnotherApprovesItAndEveryLineIsPaid() {
        BidId one = fixtures.awardedBid("hythe-hub");
        BidId two = fixtures.awardedBid("deal-learning-alliance");

        long batch = requested(one, two);
        assertThat(view(batch).toApprove()).hasSize(2);
        assertThat(payments()).isZero();
        logIn.run(APPROVER, () -> run.approve(batch));

        assertThat(view(batch).lines()).extracting(BatchView.Line::approval).containsOnly(Result.DONE);
        assertThat(BatchView.sum(view(batch).lines())).isEqualTo(Money.ofPounds(25_200));
        assertThat(payments()).isEqualTo(2);
        assertThat(jdbc.sql("select action from audit_record where subject_type = 'batch' order by position")
                        .query(String.class)
                        .list())
                .containsExactly("ledger.batchRequested", "ledger.batchApproved");
    }

    @Test
    void aLineStandsForTheAmountThatItNamesAndForNoOther() {
        BidId reduced = fixtures.awardedBid("hythe-hub");
        BidId same = fixtures.awardedBid("deal-learning-alliance");
        long batch = requested(reduced, same);
        logIn.run(APPROVER, () -> release.reject(reduced, 1, "Ask again"));
        logIn.run(APPROVER, () -> control.cancel(reduced, 2, "Not needed"));
        logIn.run(APPROVER, () -> virement.reduce(reduced, Money.ofPounds(600), "Not needed", UUID.randomUUID()));
        logIn.run(OFFICER, () -> release.request(reduced, 1));

        BatchView.Line changed = view(batch).lines().getFirst();
        assertThat(changed.amount()).isEqualTo(Money.ofPounds(12_600));
        assertThat(changed.open()).isEqualTo(Money.ofPounds(12_000));
        assertThat(view(batch).toApprove()).extracting(BatchView.Line::bid).containsExactly(same);
        logIn.run(APPROVER, () -> run.approve(batch));
        assertThat(payments()).isOne();
        assertThat(view(batch).lines().get(1).isChanged()).as("what is paid").isFalse();

        logIn.run(APPROVER, () -> release.reject(reduced, 1, "Ask again"));
        long another = requested(reduced);
        assertThat(view(another).toApprove())
                .extracting(BatchView.Line::amount)
                .containsExactly(Money.ofPounds(12_000));
    }

    @Test
    void aLineWhoseAmountChangesWhileItIsTakenIsRefusedAndSaysBothAmounts() {
        BidId bid = fixtures.awardedBid("hythe-hub");
        long batch = requested(bid);
        jdbc.sql("update ledger_batch_line set amount_pence = 1000000").update();

        assertThatThrownBy(() -> logIn.run(APPROVER, () -> lines.approve(batch, 1)))
                .isInstanceOf(BatchRefused.class)
                .hasMessageContaining("error.ledger.batch.changed");
        assertThat(payments()).isZero();
    }

    @Test
    void besideTheScreenItRunsAsThePersonWhoStartedIt() {
        // As a server makes it, before the way is settled in which the screens keep who is logged in.
        SecurityContextHolderStrategy settled = SecurityContextHolder.getContextHolderStrategy();
        BatchRun beside;
        try {
            SecurityContextHolder.setStrategyName(SecurityContextHolder.MODE_THREADLOCAL);
            beside = new BatchRun(batches, lines, true);
        } finally {
            SecurityContextHolder.setContextHolderStrategy(settled);
        }
        long batch = requested(fixtures.awardedBid("hythe-hub"), fixtures.awardedBid("deal-learning-alliance"));

        logIn.run(APPROVER, () -> beside.approve(batch));
        for (int wait = 0; beside.isRunning(batch) && wait < 6_000; wait++) {
            LockSupport.parkNanos(10_000_000);
        }
        beside.destroy();

        assertThat(view(batch).lines()).extracting(BatchView.Line::approval).containsOnly(Result.DONE);
        assertThat(payments()).isEqualTo(2);
    }

    @Test
    void aLineThatIsRefusedStopsNoneOfTheOthersAndSaysWhy() {
        BidId one = fixtures.awardedBid("hythe-hub");
        BidId two = fixtures.awardedBid("deal-learning-alliance");
        grant(
                OFFICER,
                new RoleGrant(
                        Role.COLLABORATION_LEAD,
                        Scope.collaboration(bids.get(one).collaborationId().value())));

        long batch = requested(one, two);

        BatchView.Line refused = view(batch).lines().getFirst();
        assertThat(refused.request()).isEqualTo(Result.REFUSED);
        assertThat(java.util.Objects.requireNonNull(refused.requestRefusal()).key())
                .isEqualTo("error.ledger.leads");
        assertThat(view(batch).lines().getLast().request()).isEqualTo(Result.DONE);
        logIn.run(APPROVER, () -> run.approve(batch));
        assertThat(view(batch).released()).extracting(BatchView.Line::bid).containsExactly(two);
    }

    @Test
    void runAgainItPaysNothingTwiceAndTriesOnlyWhatWasRefused() {
        BidId one = fixtures.awardedBid("hythe-hub");
        BidId two = fixtures.awardedBid("deal-learning-alliance");
        long batch = requested(one, two);
        logIn.run(OFFICER, () -> run.request(batch));
        logIn.run(APPROVER, () -> release.approve(two, 1));
        logIn.run(APPROVER, () -> run.approve(batch));
        assertThat(view(batch).lines())
                .extracting(BatchView.Line::approval)
                .containsExactly(Result.DONE, Result.BEFORE);

        assertThatThrownBy(() -> logIn.run(APPROVER, () -> run.approve(batch)))
                .isInstanceOfSatisfying(
                        BatchRefused.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("error.ledger.batch.notRequested"));
        assertThat(payments()).isEqualTo(2);
    }

    @Test
    void aBidWithdrawnMeanwhileDropsOutOfItsBatch() {
        BidId bid = fixtures.awardedBid("hythe-hub");
        long batch = requested(bid, fixtures.awardedBid("deal-learning-alliance"));
        logIn.run("lead.hythe-hub", () -> withdrawal.withdraw(bid, "We merge"));

        logIn.run(APPROVER, () -> run.approve(batch));

        BatchView.Line withdrawn = view(batch).lines().getFirst();
        assertThat(withdrawn.open()).isEqualTo(Money.ZERO);
        assertThat(withdrawn.approval()).isEqualTo(Result.OPEN);
        assertThat(payments()).isOne();
    }

    @Test
    void sentBackItCanBeRequestedAgain() {
        BidId bid = fixtures.awardedBid("hythe-hub");
        long batch = requested(bid);
        logIn.run(APPROVER, () -> run.sendBack(batch, "The cost centre is wrong"));
        assertThat(view(batch).lines().getFirst().approval()).isEqualTo(Result.SENT_BACK);
        assertThat(view(batch).toApprove()).isEmpty();

        logIn.run(OFFICER, () -> run.request(batch));
        logIn.run(APPROVER, () -> run.approve(batch));
        assertThat(payments()).isEqualTo(1);
    }

    @Test
    void whoRequestedTheBatchDoesNotDecideOnIt() {
        BidId bid = fixtures.awardedBid("hythe-hub");
        long batch = requested(bid);
        grant(OFFICER, new RoleGrant(Role.FINANCE_APPROVER, Scope.all()));

        refused(OFFICER, () -> run.approve(batch), "error.ledger.batch.samePerson");
        refused(OFFICER, () -> run.sendBack(batch, "No"), "error.ledger.batch.samePerson");
        assertThat(payments()).isZero();
    }

    @Test
    void aBatchHoldsOneToAHundredInstalmentsThatAreDue() {
        BidId agreed = fixtures.agreedBid("hythe-hub");
        refused(OFFICER, () -> batches.create(List.of()), "error.ledger.batch.empty");
        refused(OFFICER, () -> batches.create(refs(agreed)), "error.ledger.batch.notDue");
        List<InstalmentRef> many = Collections.nCopies(101, 0).stream()
                .map(none -> new InstalmentRef(BidId.random(), 1))
                .toList();
        refused(OFFICER, () -> batches.create(many), "error.ledger.batch.tooMany");
        assertThatThrownBy(() -> logIn.run(APPROVER, () -> batches.create(refs(agreed))))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> view(4711)).isInstanceOf(NotFound.class);
    }

    @Test
    void whatIsBlockedSaysWhy() {
        BidId agreed = fixtures.agreedBid("deal-learning-alliance");
        BidId released = fixtures.releasedBid("hythe-hub");

        List<DueInstalment> open = logIn.as("auditor", () -> due.open("SOUTH"));

        assertThat(open.stream()
                        .filter(i -> i.bid().equals(agreed))
                        .findFirst()
                        .orElseThrow()
                        .blocks())
                .containsExactly(Block.NOT_ACCEPTED);
        assertThat(open.stream()
                        .filter(i -> i.bid().equals(agreed))
                        .toList()
                        .get(1)
                        .blocks())
                .containsExactly(Block.NOT_ACCEPTED, Block.FIRST_NOT_RELEASED, Block.MARCH_REPORT);
        assertThat(open.stream().filter(i -> i.bid().equals(released)))
                .singleElement()
                .extracting(DueInstalment::blocks)
                .isEqualTo(List.of(Block.MARCH_REPORT));
        assertThat(logIn.as("auditor", () -> due.open("EAST"))).isEmpty();
    }

    @Test
    void approvedSixteenTimesAtOnceEachLineIsPaidOnce() throws Exception {
        long batch = requested(fixtures.awardedBid("hythe-hub"), fixtures.awardedBid("deal-learning-alliance"));
        CountDownLatch go = new CountDownLatch(1);
        List<Future<?>> runs = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 16; i++) {
                runs.add(threads.submit(() -> {
                    go.await();
                    logIn.as(APPROVER);
                    try {
                        for (int line = 1; line <= 2; line++) {
                            lines.approve(batch, line);
                        }
                    } catch (org.schoolcollab.shared.BusinessRuleViolation quicker) {
                        return quicker.messageKey();
                    }
                    return "done";
                }));
            }
            go.countDown();
            for (Future<?> result : runs) {
                assertThat(result.get()).isIn("done", "error.changedMeanwhile");
            }
        }
        assertThat(payments()).isEqualTo(2);
        assertThat(view(batch).lines()).extracting(BatchView.Line::approval).containsOnly(Result.DONE);
    }

    @Autowired
    BatchLines lines;

    private long requested(BidId... chosen) {
        return logIn.as(OFFICER, () -> {
            long batch = batches.create(refs(chosen));
            run.request(batch);
            return batch;
        });
    }

    private static List<InstalmentRef> refs(BidId... chosen) {
        return java.util.Arrays.stream(chosen)
                .map(bid -> new InstalmentRef(bid, 1))
                .toList();
    }

    private BatchView view(long batch) {
        return logIn.as("auditor", () -> batches.get(batch));
    }

    private long payments() {
        return jdbc.sql("select count(*) from ledger_release").query(Long.class).single();
    }

    private void grant(String username, RoleGrant grant) {
        PersonId person = people.principal(username).orElseThrow().actor().id();
        transaction.executeWithoutResult(status -> people.grant(person, grant));
    }

    private void refused(String username, Runnable act, String key) {
        assertThatThrownBy(() -> logIn.run(username, act))
                .isInstanceOfSatisfying(
                        BatchRefused.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }
}

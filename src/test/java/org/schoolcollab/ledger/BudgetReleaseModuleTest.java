package org.schoolcollab.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;

/** Releasing the instalments of an award. */
class BudgetReleaseModuleTest extends ReleaseScene {

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
}

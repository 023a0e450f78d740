package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.ChangedMeanwhile;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;

/** Submitting a plan, for the first time and again. */
class BidSubmissionModuleTest extends BidScene {

    @Test
    void refusesToSubmitAnotherPlanThanTheOneThatWasChecked() {
        BidId bid = fixtures.completeDraft(HYTHE);
        logIn.as("lead." + HYTHE);
        int checked = drafting.open(bid).draft().version();
        fixtures.write(bid, BidFixtures.completePlan(checked, "22000", "11000"));

        assertThatThrownBy(() -> submission.submit(bid, checked)).isInstanceOf(ChangedMeanwhile.class);
        assertThat(status(bid)).isEqualTo("DRAFTING");
    }

    @Test
    void submitsACompletePlanToTheAdviser() {
        BidId bid = fixtures.submittedBid(HYTHE);

        assertThat(status(bid)).isEqualTo("IN_REVIEW");
        assertThat(actions(bid))
                .containsExactly(
                        "bid.started", "bid.planSaved", "bid.consentGiven", "bid.submitted", "review.assigned");
        assertThat(jdbc.sql("select submitted_at from bid_bid where id = ?")
                        .param(bid.toString())
                        .query(java.sql.Timestamp.class)
                        .single()
                        .toInstant())
                .isEqualTo(clock.instant());
    }

    @Test
    void namesEveryGapOfAnIncompletePlanAndChangesNothing() {
        BidId bid = fixtures.draftBid(HYTHE);
        logIn.as("lead." + HYTHE);

        ValidationFailed refusal = catchThrowableOfType(ValidationFailed.class, () -> submission.submit(bid));

        assertThat(refusal.problems())
                .extracting(Problem::field)
                .containsExactly("priorities", "activities", "targets", "budget", "matchedBy", "schools.consents");
        assertThat(status(bid)).isEqualTo("DRAFTING");
        assertThat(actions(bid)).containsExactly("bid.started");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 10500, budget[0].amount, error.money.negative",
        "21000.123, 10500, budget[0].amount, error.money.decimals",
        "21000, -1, matchedAmount, error.money.negative",
        "21000, 10500.005, matchedAmount, error.money.decimals",
        "400000.01, 300000, budget, error.bid.plan.budget.envelope",
        "21000, 10499, matchedAmount, error.bid.plan.matched.less"
    })
    void refusesAmountsThatCannotBe(String pounds, String matched, String field, String key) {
        BidId bid = fixtures.completeDraft(HYTHE, pounds, matched);
        fixtures.consented(bid);
        logIn.as("lead." + HYTHE);

        ValidationFailed refusal = catchThrowableOfType(ValidationFailed.class, () -> submission.submit(bid));

        assertThat(refusal.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.messageKey()).isEqualTo(key);
        });
        assertThat(status(bid)).isEqualTo("DRAFTING");
    }

    @Test
    void refusesAFirstSubmissionAfterTheRoundHasClosed() {
        BidId bid = fixtures.completeDraft(HYTHE);
        clock.advance(Duration.ofDays(33));
        logIn.as("lead." + HYTHE);

        assertThatThrownBy(() -> submission.submit(bid)).isInstanceOf(RoundNotOpen.class);
        assertThat(status(bid)).isEqualTo("DRAFTING");
    }

    @Test
    void refusesToSubmitTwice() {
        BidId bid = fixtures.submittedBid(HYTHE);
        logIn.as("lead." + HYTHE);

        assertThatThrownBy(() -> submission.submit(bid)).isInstanceOf(BidNotInStage.class);
    }

    @ParameterizedTest
    @CsvSource({
        "lead.deal-learning-alliance",
        "head.hythe-hub",
        "adviser.south",
        "chair.south",
        "finance.officer",
        "admin"
    })
    void letsNobodyButItsLeadSaveSubmitOrWithdraw(String person) {
        BidId bid = fixtures.completeDraft(HYTHE);
        logIn.as(person);
        int before = refusals();

        assertThatThrownBy(() -> drafting.open(bid)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> drafting.change(bid, UUID.randomUUID(), List.of()))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> submission.gaps(bid)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> submission.submit(bid)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> withdrawal.withdraw(bid, "mischief")).isInstanceOf(AccessRefused.class);

        assertThat(refusals()).isEqualTo(before + 5);
        assertThat(status(bid)).isEqualTo("DRAFTING");
    }

    @Test
    void submitsAReturnedPlanAgainAfterTheRoundHasClosed() {
        BidId bid = fixtures.submittedBid(HYTHE);
        logIn.run("adviser.south", () -> review.returnForChanges(bid, returned("Name the schools")));
        assertThat(status(bid)).isEqualTo("RETURNED");
        clock.advance(Duration.ofDays(33));
        logIn.as("lead." + HYTHE);
        fixtures.answerPoints(bid);

        submission.submit(bid);

        assertThat(status(bid)).isEqualTo("IN_REVIEW");
        assertThat(number("select revision from bid_bid where id = ?", bid)).isEqualTo(2);
        assertThat(actions(bid))
                .endsWith("review.returned", "review.pointAnswered", "bid.resubmitted", "review.assigned");
    }

    private static ReviewDraft returned(String reasons) {
        return ReviewDraft.returning(reasons);
    }
}

package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolcollab.bid.PlanDraft.BudgetLine;
import org.schoolcollab.bid.PlanDraft.Item;
import org.schoolcollab.bid.PlanDraft.Target;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.collaboration.CollaborationId;
import org.schoolcollab.review.PlanReview;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.ChangedMeanwhile;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starting, drafting, submitting, withdrawing and listing bids, on the real database. */
@PortalTest
class BidModuleTest {

    private static final String HYTHE = "hythe-hub";

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidStart start;

    @Autowired
    PlanDrafting drafting;

    @Autowired
    BidSubmission submission;

    @Autowired
    BidWithdrawal withdrawal;

    @Autowired
    PlanReview review;

    @Autowired
    BidQueries queries;

    @Autowired
    BidPlans plans;

    @Autowired
    CollaborationDirectory collaborations;

    @Autowired
    PortalClock clock;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theLeadStartsABidWithAnEmptyPlanAndTheGuideOfTheDay() {
        BidId bid = fixtures.draftBid(HYTHE);

        assertThat(status(bid)).isEqualTo("DRAFTING");
        assertThat(number("select count(*) from bid_plan where bid_id = ?", bid))
                .isEqualTo(1);
        assertThat(number("select member_count from bid_bid where id = ?", bid)).isEqualTo(7);
        assertThat(number("select guide_pence from bid_bid where id = ?", bid))
                .isEqualTo(guideFromMembers(HYTHE).pence());
        assertThat(actions(bid)).containsExactly("bid.started");
    }

    private Money guideFromMembers(String slug) {
        return collaborations.membersAt(collaboration(slug), clock.today()).stream()
                .map(member -> switch (member.phase()) {
                    case SECONDARY -> Money.ofPounds(12_000);
                    case NURSERY, PRIMARY, SPECIAL, PRU -> Money.ofPounds(7_000);
                })
                .reduce(Money.ZERO, Money::plus);
    }

    @Test
    void refusesASecondBidInTheSameRound() {
        fixtures.draftBid(HYTHE);

        assertThatThrownBy(() -> fixtures.draftBid(HYTHE)).isInstanceOf(BidAlreadyStarted.class);
        assertThat(jdbc.sql("select count(*) from bid_bid").query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void refusesASecondBidEvenAfterTheFirstWasWithdrawn() {
        BidId bid = fixtures.draftBid(HYTHE);
        logIn.run("lead." + HYTHE, () -> withdrawal.withdraw(bid, "Too early"));

        assertThatThrownBy(() -> fixtures.draftBid(HYTHE)).isInstanceOf(BidAlreadyStarted.class);
    }

    @Test
    void refusesToStartWhenNoRoundTakesBids() {
        clock.advance(Duration.ofDays(33));

        assertThatThrownBy(() -> fixtures.draftBid(HYTHE)).isInstanceOf(RoundNotOpen.class);
    }

    @Test
    void refusesToStartForACollaborationOfAnotherLeadAndRecordsIt() {
        logIn.as("lead.deal-learning-alliance");

        assertThatThrownBy(() -> start.start(collaboration(HYTHE))).isInstanceOf(AccessRefused.class);
        assertThat(refusals()).isEqualTo(1);
    }

    @Test
    void savesADraftThatIsNotValid() {
        BidId bid = fixtures.draftBid(HYTHE);
        PlanDraft unfinished = new PlanDraft(
                1,
                List.of(Item.ofWords("Reading")),
                List.of(),
                List.of(new Target(null, "Writing", "", "seventy", "", null)),
                List.of(new BudgetLine(null, null, "Cover", "-5"), new BudgetLine(null, null, "", "")),
                false,
                "",
                "",
                "10.123",
                "");

        logIn.run("lead." + HYTHE, () -> drafting.save(bid, unfinished));

        PlanDraft stored = logIn.as("lead." + HYTHE, () -> drafting.open(bid).draft());
        assertThat(stored.targets())
                .singleElement()
                .extracting(Target::baseline)
                .isEqualTo("seventy");
        assertThat(stored.budget())
                .singleElement()
                .extracting(BudgetLine::amount)
                .isEqualTo("-5");
        assertThat(stored.matchedAmount()).isEqualTo("10.123");
        assertThat(number("select requested_pence from bid_bid where id = ?", bid))
                .isZero();
        assertThat(number("select version from bid_plan where bid_id = ?", bid)).isEqualTo(2);
    }

    @Test
    void keepsTheSumsOfTheDraftBesideTheBid() {
        BidId bid = fixtures.completeDraft(HYTHE, "21000.50", "10500.25");

        assertThat(number("select requested_pence from bid_bid where id = ?", bid))
                .isEqualTo(2_100_050);
        assertThat(number("select matched_pence from bid_bid where id = ?", bid))
                .isEqualTo(1_050_025);
    }

    @Test
    void keepsTheIdsOfLinesFromOneSaveToTheNext() {
        BidId bid = fixtures.completeDraft(HYTHE);
        Plan before = plans.plan(bid);

        logIn.run("lead." + HYTHE, () -> drafting.save(bid, drafting.open(bid).draft()));

        assertThat(plans.plan(bid)).isEqualTo(before);
    }

    @Test
    void doesNotTakeOverALineOfAnotherBid() {
        BidId other = fixtures.completeDraft("deal-learning-alliance");
        BidId bid = fixtures.draftBid(HYTHE);
        PlanDraft stolen = plans.draft(other).withVersion(1);

        logIn.run("lead." + HYTHE, () -> drafting.save(bid, stolen));

        assertThat(plans.draft(other).targets()).hasSize(1);
        assertThat(plans.draft(bid).targets().getFirst().id())
                .isNotEqualTo(plans.draft(other).targets().getFirst().id());
    }

    @Test
    void storesEmojiWelshLettersAndHtmlAsTheyWereTyped() {
        BidId bid = fixtures.draftBid(HYTHE);
        String words = "Darllen Ŵŷ 📚 <script>alert('x')</script> & <b>bold</b>";

        logIn.run(
                "lead." + HYTHE,
                () -> drafting.save(
                        bid,
                        new PlanDraft(
                                1,
                                List.of(Item.ofWords(words)),
                                List.of(),
                                List.of(),
                                List.of(),
                                false,
                                words,
                                "",
                                "",
                                "")));

        assertThat(plans.draft(bid).priorities().getFirst().words()).isEqualTo(words);
        assertThat(jdbc.sql("select support from bid_plan").query(String.class).single())
                .isEqualTo(words);
    }

    @Test
    void refusesTextsThatDoNotFitAndNamesEachField() {
        BidId bid = fixtures.draftBid(HYTHE);
        String tooLong = "x".repeat(10_000);
        PlanDraft typed = new PlanDraft(
                1,
                List.of(Item.ofWords(tooLong)),
                List.of(),
                List.of(),
                List.of(),
                false,
                tooLong,
                tooLong,
                "1",
                tooLong);
        logIn.as("lead." + HYTHE);

        ValidationFailed refusal = catchThrowableOfType(ValidationFailed.class, () -> drafting.save(bid, typed));

        assertThat(refusal.problems())
                .containsExactlyInAnyOrder(
                        Problem.of("priorities[0]", "error.text.tooLong", 10_000, 200),
                        Problem.of("support", "error.text.tooLong", 10_000, 2_000),
                        Problem.of("variance", "error.text.tooLong", 10_000, 2_000),
                        Problem.of("matchedBy", "error.text.tooLong", 10_000, 2_000));
        assertThat(plans.draft(bid)).isEqualTo(PlanDraft.empty().withVersion(1));
    }

    @Test
    void keepsATextThatJustFits() {
        BidId bid = fixtures.draftBid(HYTHE);
        String fits = "📚".repeat(PlanDraft.LONG_TEXT);

        logIn.run(
                "lead." + HYTHE,
                () -> drafting.save(
                        bid, new PlanDraft(1, List.of(), List.of(), List.of(), List.of(), false, fits, "", "", "")));

        assertThat(plans.draft(bid).support()).isEqualTo(fits);
    }

    @Test
    void refusesToSaveOverWhatSomebodyElseSavedMeanwhile() {
        BidId bid = fixtures.completeDraft(HYTHE);
        logIn.as("lead." + HYTHE);
        PlanDraft first = drafting.open(bid).draft();
        drafting.save(bid, first);

        assertThatThrownBy(() -> drafting.save(bid, BidFixtures.completePlan(first.version(), "1", "1")))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThat(plans.draft(bid).requested()).isEqualTo(Money.ofPounds(21_000));
    }

    @Test
    void refusesToSubmitAnotherPlanThanTheOneThatWasChecked() {
        BidId bid = fixtures.completeDraft(HYTHE);
        logIn.as("lead." + HYTHE);
        int checked = drafting.open(bid).draft().version();
        drafting.save(bid, BidFixtures.completePlan(checked, "22000", "11000"));

        assertThatThrownBy(() -> submission.submit(bid, checked)).isInstanceOf(ChangedMeanwhile.class);
        assertThat(status(bid)).isEqualTo("DRAFTING");
    }

    @Test
    void submitsACompletePlanToTheAdviser() {
        BidId bid = fixtures.submittedBid(HYTHE);

        assertThat(status(bid)).isEqualTo("IN_REVIEW");
        assertThat(actions(bid)).containsExactly("bid.started", "bid.planSaved", "bid.submitted");
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
                .containsExactly("priorities", "activities", "targets", "budget", "matchedBy");
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

    @Test
    void refusesToChangeThePlanWhileItIsWithTheAdviser() {
        BidId bid = fixtures.submittedBid(HYTHE);
        logIn.as("lead." + HYTHE);
        PlanDraft draft = drafting.open(bid).draft();

        assertThatThrownBy(() -> drafting.save(bid, draft)).isInstanceOf(BidNotInStage.class);
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
        PlanDraft draft = plans.draft(bid);
        logIn.as(person);
        int before = refusals();

        assertThatThrownBy(() -> drafting.open(bid)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> drafting.save(bid, draft)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> submission.gaps(bid)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> submission.submit(bid)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> withdrawal.withdraw(bid, "mischief")).isInstanceOf(AccessRefused.class);

        assertThat(refusals()).isEqualTo(before + 5);
        assertThat(status(bid)).isEqualTo("DRAFTING");
    }

    @Test
    void withdrawsForAReasonThatStaysInTheHistory() {
        BidId bid = fixtures.submittedBid(HYTHE);

        logIn.run("lead." + HYTHE, () -> withdrawal.withdraw(bid, "The lead school is leaving 😢"));

        assertThat(status(bid)).isEqualTo("WITHDRAWN");
        assertThat(actions(bid)).endsWith("bid.withdrawn");
        assertThat(jdbc.sql("select details from audit_record where action = 'bid.withdrawn'")
                        .query(String.class)
                        .single())
                .contains("leaving 😢", "IN_REVIEW", "WITHDRAWN");
    }

    @Test
    void asksForAReasonToWithdraw() {
        BidId bid = fixtures.draftBid(HYTHE);
        logIn.as("lead." + HYTHE);

        assertThatThrownBy(() -> withdrawal.withdraw(bid, "  ")).isInstanceOf(ValidationFailed.class);
        assertThatThrownBy(() -> withdrawal.withdraw(bid, "x".repeat(10_000))).isInstanceOf(ValidationFailed.class);
        assertThat(status(bid)).isEqualTo("DRAFTING");
    }

    @Test
    void refusesToWithdrawABidThatWasWithdrawnAlready() {
        BidId bid = fixtures.draftBid(HYTHE);
        logIn.as("lead." + HYTHE);
        withdrawal.withdraw(bid, "once");

        assertThatThrownBy(() -> withdrawal.withdraw(bid, "twice")).isInstanceOf(BidNotInStage.class);
    }

    @Test
    void saysThatAnUnknownBidDoesNotExist() {
        logIn.as("lead." + HYTHE);

        assertThatThrownBy(() -> queries.summary(BidId.random())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> drafting.open(BidId.random())).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @CsvSource({
        "lead.hythe-hub, true, true",
        "head.hythe-hub, true, true",
        "adviser.south, true, true",
        "finance.officer, true, true",
        "auditor, true, true",
        "admin, true, true",
        "chair.south, false, true",
        "board2.south, false, true",
        "lead.deal-learning-alliance, false, false",
        "adviser.east, false, false",
        "chair.east, false, false",
        "forum, false, false",
        "editor, false, false"
    })
    void showsABidToThoseItConcernsAndListsTheSame(String person, boolean draft, boolean submitted) {
        BidId bid = fixtures.completeDraft(HYTHE);
        assertThat(sees(person, bid)).isEqualTo(draft);
        assertThat(lists(person, bid)).isEqualTo(draft);

        logIn.run("lead." + HYTHE, () -> submission.submit(bid));

        assertThat(sees(person, bid)).isEqualTo(submitted);
        assertThat(lists(person, bid)).isEqualTo(submitted);
    }

    private boolean sees(String person, BidId bid) {
        return logIn.as(person, () -> {
            try {
                return queries.plan(bid) != null && queries.summary(bid) != null;
            } catch (AccessRefused refused) {
                return false;
            }
        });
    }

    private boolean lists(String person, BidId bid) {
        return logIn.as(person, () -> {
            List<BidSummary> found = queries.list(BidFilter.none(), BidSort.COLLABORATION, false, 0, 50);
            assertThat(queries.count(BidFilter.none())).isEqualTo(found.size());
            return found.stream().anyMatch(summary -> summary.id().equals(bid));
        });
    }

    @Test
    void findsByRoundAreaStatusAndText() {
        BidId hythe = fixtures.submittedBid(HYTHE);
        BidId canterbury = fixtures.completeDraft("canterbury-collaborative", "9000", "4500");
        logIn.as("auditor");
        BidSummary summary = queries.summary(hythe);

        assertThat(ids(new BidFilter(summary.roundId(), null, null, null))).containsExactly(canterbury, hythe);
        assertThat(ids(new BidFilter(null, "SOUTH", null, null))).containsExactly(hythe);
        assertThat(ids(new BidFilter(null, null, BidStatus.DRAFTING, null))).containsExactly(canterbury);
        assertThat(ids(new BidFilter(null, null, null, "hYTHE"))).containsExactly(hythe);
        assertThat(ids(new BidFilter(null, "EAST", null, "%"))).isEmpty();
    }

    private List<BidId> ids(BidFilter filter) {
        return queries.list(filter, BidSort.COLLABORATION, false, 0, 50).stream()
                .map(BidSummary::id)
                .toList();
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource(BidSort.class)
    void sortsByEveryColumnBothWaysAndPageByPage(BidSort sort) {
        fixtures.submittedBid(HYTHE);
        fixtures.completeDraft("canterbury-collaborative", "9000", "4500");
        fixtures.draftBid("m7-partnership");
        logIn.as("auditor");

        List<BidSummary> all = queries.list(BidFilter.none(), sort, false, 0, 50);
        assertThat(all).hasSize(3);
        assertThat(queries.list(BidFilter.none(), sort, false, 2, 1)).containsExactly(all.get(2));
        assertThat(queries.list(BidFilter.none(), sort, true, 0, 50)).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void offersToStartABidOnlyWhileThereIsNone() {
        logIn.as("lead." + HYTHE);
        assertThat(queries.startable())
                .singleElement()
                .satisfies(one -> assertThat(one.until()).isEqualTo(LocalDate.of(2014, 7, 18)));

        fixtures.draftBid(HYTHE);

        assertThat(queries.startable()).isEmpty();
        assertThat(logIn.as("adviser.south", queries::startable)).isEmpty();
    }

    @Test
    void submitsAReturnedPlanAgainAfterTheRoundHasClosed() {
        BidId bid = fixtures.submittedBid(HYTHE);
        logIn.run("adviser.south", () -> review.returnForChanges(bid, returned("Name the schools")));
        assertThat(status(bid)).isEqualTo("RETURNED");
        clock.advance(Duration.ofDays(33));
        logIn.as("lead." + HYTHE);

        submission.submit(bid);

        assertThat(status(bid)).isEqualTo("IN_REVIEW");
        assertThat(number("select revision from bid_bid where id = ?", bid)).isEqualTo(2);
        assertThat(actions(bid)).endsWith("review.returned", "bid.resubmitted");
    }

    private static ReviewDraft returned(String reasons) {
        return new ReviewDraft(Map.of(), "", null, "", reasons);
    }

    private CollaborationId collaboration(String slug) {
        return collaborations.findBySlug(slug).orElseThrow().id();
    }

    private String status(BidId bid) {
        return jdbc.sql("select status from bid_bid where id = ?")
                .param(bid.toString())
                .query(String.class)
                .single();
    }

    private long number(String sql, BidId bid) {
        return jdbc.sql(sql).param(bid.toString()).query(Long.class).single();
    }

    private List<String> actions(BidId bid) {
        return jdbc.sql("select action from audit_record where bid_id = ? order by id")
                .param(bid.toString())
                .query(String.class)
                .list();
    }

    private int refusals() {
        return jdbc.sql("select count(*) from audit_record where action = 'access.refused'")
                .query(Integer.class)
                .single();
    }
}

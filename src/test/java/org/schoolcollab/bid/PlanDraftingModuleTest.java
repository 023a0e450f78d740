package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.PlanDraft.BudgetLine;
import org.schoolcollab.bid.PlanDraft.Item;
import org.schoolcollab.bid.PlanDraft.Target;
import org.schoolcollab.shared.ChangedMeanwhile;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;

/** Writing a plan and saving it as a draft. */
class PlanDraftingModuleTest extends BidScene {

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
        assertThat(jdbc.sql("select json_value(content, '$.lines[*].fields.support') from bid_plan")
                        .query(String.class)
                        .single())
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
    void refusesToChangeThePlanWhileItIsWithTheAdviser() {
        BidId bid = fixtures.submittedBid(HYTHE);
        logIn.as("lead." + HYTHE);
        PlanDraft draft = drafting.open(bid).draft();

        assertThatThrownBy(() -> drafting.save(bid, draft)).isInstanceOf(BidNotInStage.class);
    }
}

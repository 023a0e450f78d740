package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.PlanDraft.BudgetLine;
import org.schoolcollab.bid.PlanDraft.Item;
import org.schoolcollab.bid.PlanDraft.Target;
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

        logIn.run("lead." + HYTHE, () -> fixtures.write(bid, unfinished));

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

        PlanSaved again = logIn.as("lead." + HYTHE, () -> fixtures.write(bid, plans.draft(bid)));

        assertThat(again.changed()).isFalse();
        assertThat(plans.plan(bid)).isEqualTo(before);
    }

    @Test
    void doesNotTouchALineOfAnotherBid() {
        BidId other = fixtures.completeDraft("deal-learning-alliance");
        PlanFields before = plans.fields(other);
        String line = before.lines(PlanSection.TARGETS).getFirst().id();
        BidId bid = fixtures.draftBid(HYTHE);

        PlanSaved saved = logIn.as(
                "lead." + HYTHE,
                () -> drafting.change(
                        bid,
                        UUID.randomUUID(),
                        List.of(
                                new PlanEdit.Type(PlanSection.TARGETS, line, "measure", "", "Stolen"),
                                new PlanEdit.Remove(PlanSection.TARGETS, line, Map.of()))));

        assertThat(saved.refused())
                .extracting(refused -> refused.problem().messageKey())
                .containsExactly("error.bid.plan.unknownLine");
        assertThat(plans.fields(other)).isEqualTo(before);
        assertThat(plans.fields(bid).lines()).isEmpty();
    }

    @Test
    void storesEmojiWelshLettersAndHtmlAsTheyWereTyped() {
        BidId bid = fixtures.draftBid(HYTHE);
        String words = "Darllen Ŵŷ 📚 <script>alert('x')</script> & <b>bold</b>";

        logIn.run(
                "lead." + HYTHE,
                () -> fixtures.write(
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

        PlanSaved saved = fixtures.write(bid, typed);

        assertThat(saved.refused())
                .extracting(PlanSaved.Refused::problem)
                .containsExactlyInAnyOrder(
                        Problem.of("words", "error.text.tooLong", 10_000, 200),
                        Problem.of("support", "error.text.tooLong", 10_000, 2_000),
                        Problem.of("variance", "error.text.tooLong", 10_000, 2_000),
                        Problem.of("matchedBy", "error.text.tooLong", 10_000, 2_000));
        assertThat(plans.draft(bid).matchedAmount()).isEqualTo("1");
        assertThat(plans.draft(bid).priorities()).isEmpty();
        assertThat(plans.draft(bid).support()).isEmpty();
    }

    @Test
    void keepsATextThatJustFits() {
        BidId bid = fixtures.draftBid(HYTHE);
        String fits = "📚".repeat(PlanDraft.LONG_TEXT);

        logIn.run(
                "lead." + HYTHE,
                () -> fixtures.write(
                        bid, new PlanDraft(1, List.of(), List.of(), List.of(), List.of(), false, fits, "", "", "")));

        assertThat(plans.draft(bid).support()).isEqualTo(fits);
    }

    @Test
    void refusesToChangeThePlanWhileItIsWithTheAdviser() {
        BidId bid = fixtures.submittedBid(HYTHE);
        logIn.as("lead." + HYTHE);

        assertThatThrownBy(() -> drafting.change(bid, UUID.randomUUID(), List.of()))
                .isInstanceOf(BidNotInStage.class);
    }
}

package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.PlanDraft.Item;
import org.schoolcollab.bid.ui.BidsView;
import org.schoolcollab.bid.ui.CaseView;
import org.schoolcollab.bid.ui.PlanView;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.shell.MoneyField;

/** Writing, checking and submitting a plan. */
class PlanViewTest extends BidScreen {

    @Test
    void theLeadWritesSavesChecksAndSubmitsAPlan() {
        BidId bid = fixtures.draftBid(HYTHE);
        plan(bid);

        tick("Priorities of the programme", "Improve teaching and learning");
        tick("Activities of the programme", "Shared development days");
        test(field(TextField.class, "What is measured")).setValue("Writing, percent at level 4 or above");
        test(field(TextField.class, "About whom")).setValue("Year 6");
        test(field(TextField.class, "Value now")).setValue("78");
        test(field(TextField.class, "Value to be reached")).setValue("84.5");
        test(field(DatePicker.class, "To be reached by")).setValue(LocalDate.of(2015, 7, 31));
        test(field(TextField.class, "What the money buys")).setValue("Cover");
        choose("For", "Staff release");
        test(field(MoneyField.class, "Amount")).setValue("21,000");
        assertThat(text()).contains("Total requested: £21,000", "At least 50% of the request: £10,500");
        test(field(MoneyField.class, "Matched funding from school budgets")).setValue("10500");
        test(field(TextArea.class, "Who pledges it")).setValue("All in equal parts");
        test(button("Check and submit")).click();
        assertThat(text()).contains("7 of 7 member schools have not agreed yet");
        fixtures.consented(bid);
        test(button("Check and submit")).click();

        assertThat(text()).contains("goes to the school improvement adviser for Shepway");
        test(button("Submit the plan for £21,000")).click();

        assertThat(jdbc.sql("select status from bid_bid").query(String.class).single())
                .isEqualTo("IN_REVIEW");
        assertThat(jdbc.sql("select requested_pence from bid_bid")
                        .query(Long.class)
                        .single())
                .isEqualTo(2_100_000);
        assertThat(getCurrentView()).isInstanceOf(CaseView.class);
        assertThat(text()).contains("In review", "Writing, percent at level 4 or above");
    }

    @Test
    void everyGapIsNamedOnTopAndAtItsField() {
        BidId bid = fixtures.draftBid(HYTHE);
        plan(bid);
        test(field(MoneyField.class, "Amount")).setValue("100.123");

        test(button("Check and submit")).click();

        assertThat(text())
                .contains(
                        "There is a problem",
                        "Choose at least one priority",
                        "Choose at least one activity",
                        "Add at least one target",
                        "Say what the money buys",
                        "Enter at most two decimals",
                        "Say which schools pledge the matched funding");
        assertThat(field(TextField.class, "What the money buys").isInvalid()).isTrue();
        assertThat(field(MoneyField.class, "Amount").getErrorMessage()).contains("two decimals");
        assertThat(field(MoneyField.class, "Amount").getValue()).isEqualTo("100.123");
        assertThat(find(CheckboxGroup.class)
                        .withLabel("Priorities of the programme")
                        .single()
                        .isInvalid())
                .isTrue();
    }

    @Test
    void theSumSaysWhenItIsAboveTheGuideAmount() {
        BidId bid = fixtures.completeDraft(HYTHE, "200000", "100000");

        plan(bid);

        assertThat(text()).contains("above the guide amount of");
    }

    @Test
    void showsHowFarEachSectionIs() {
        BidId bid = fixtures.completeDraft(HYTHE, "-5", "10500");

        plan(bid);

        assertThat(find(ListItem.class).all().stream()
                        .map(item -> textOf(item.getElement()))
                        .toList())
                .contains(
                        "Priorities Complete",
                        "Activities Complete",
                        "Targets Complete",
                        "Budget In progress",
                        "Matched funding and support Complete");
    }

    @Test
    void aTextThatDoesNotFitStaysOnTheScreenAndIsNotSaved() {
        BidId bid = fixtures.draftBid(HYTHE);
        plan(bid);
        String tooLong = "x".repeat(10_000);
        test(field(TextArea.class, "Who pledges it")).setValue(tooLong);

        test(button("Save draft")).click();

        assertThat(text()).contains("it has 10,000 characters, at most 2,000 fit");
        assertThat(field(TextArea.class, "Who pledges it").getValue()).isEqualTo(tooLong);
        assertThat(field(TextArea.class, "Who pledges it").isInvalid()).isTrue();
        assertThat(plans.draft(bid).matchedBy()).isEmpty();
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsToldAndOnesOwnTextIsKept() {
        BidId bid = fixtures.completeDraft(HYTHE);
        plan(bid);
        test(field(TextArea.class, "Who pledges it")).setValue("Mine");
        drafting.save(bid, BidFixtures.completePlan(plans.draft(bid).version(), "22000", "11000"));

        test(button("Save draft")).click();

        assertThat(text()).contains("Lead, Hythe Hub (demo) saved this plan on 16 June 2014");
        assertThat(field(TextArea.class, "Who pledges it").getValue()).isEqualTo("Mine");
        assertThat(plans.draft(bid).matchedBy()).isEqualTo("All member schools in equal parts.");

        test(button("Save mine over it")).click();

        assertThat(plans.draft(bid).matchedBy()).isEqualTo("Mine");
    }

    @Test
    void leavingWithUnsavedWordsIsAskedAboutFirst() {
        BidId bid = fixtures.completeDraft(HYTHE);
        plan(bid);
        test(field(TextArea.class, "Who pledges it")).setValue("Not saved yet");

        UI.getCurrent().navigate(BidsView.class);

        assertThat(getCurrentView()).isInstanceOf(PlanView.class);
        test(button("Save and leave")).click();
        assertThat(getCurrentView()).isInstanceOf(BidsView.class);
        assertThat(plans.draft(bid).matchedBy()).isEqualTo("Not saved yet");
    }

    @Test
    void theLeadReadsWhyThePlanWasReturned() {
        BidId bid = fixtures.submittedBid(HYTHE);
        logIn.run(
                "adviser.south",
                () -> review.returnForChanges(bid, ReviewDraft.returning("Say which <b>schools</b> pledge")));

        plan(bid);

        assertThat(text()).contains("The adviser asks for changes", "Say which <b>schools</b> pledge", "revision 2");
    }

    @Test
    void ownWordsAreAddedAndRemoved() {
        BidId bid = fixtures.draftBid(HYTHE);
        plan(bid);
        test(button("Add a priority of your own")).click();
        test(field(TextField.class, "Own priority")).setValue("Chess");
        test(button("Save draft")).click();
        assertThat(plans.draft(bid).priorities())
                .singleElement()
                .extracting(Item::words)
                .isEqualTo("Chess");

        test(button("Remove own priority 1")).click();
        test(button("Save draft")).click();

        assertThat(plans.draft(bid).priorities()).isEmpty();
    }

    @Test
    void htmlInAPlanIsShownAsText() {
        BidId bid = fixtures.draftBid(HYTHE);
        String words = "<img src=x onerror=alert(1)> Tŷ 📚";
        drafting.save(
                bid,
                new PlanDraft(
                        1, List.of(Item.ofWords(words)), List.of(), List.of(), List.of(), false, words, "", "", words));

        navigate("bids/" + bid, CaseView.class);

        assertThat(find(ListItem.class).withText(words).exists()).isTrue();
        assertThat(elements(((Component) getCurrentView()).getElement(), "img")).isZero();
        assertThat(elements(((Component) getCurrentView()).getElement(), "script"))
                .isZero();
    }
}

package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.PlanDraft.Item;
import org.schoolcollab.bid.ui.BidsView;
import org.schoolcollab.bid.ui.CaseView;
import org.schoolcollab.bid.ui.PlanView;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.MoneyField;
import org.springframework.beans.factory.annotation.Autowired;

/** Writing, checking and submitting a plan. */
class PlanViewTest extends BidScreen {

    private static final String OTHER = new UUID(0, 7).toString();

    @Autowired
    PlanPresence presence;

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
        assertThat(text())
                .contains(
                        "7 of 7 member schools have not agreed yet",
                        "Say where today’s value of “Writing, percent at level 4 or above” comes from (under “Links, dates and costs”)");
        PlanFields.Line target = plans.fields(bid).lines(PlanSection.TARGETS).getFirst();
        save(bid, new PlanEdit.Type(PlanSection.TARGETS, target.id(), "source", "", "Teacher assessment"));
        save(bid, new PlanEdit.Type(PlanSection.TARGETS, target.id(), "baselineOn", "", "2014-05-30"));
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
    void aGapThatIsMendedIsTakenOutAndTheOthersStay() {
        BidId bid = fixtures.draftBid(HYTHE);
        plan(bid);
        test(field(MoneyField.class, "Amount")).setValue("100");
        test(button("Check and submit")).click();

        test(field(TextField.class, "What the money buys")).setValue("Cover");

        assertThat(find(ErrorSummary.class).single().getElement().getTextRecursively())
                .doesNotContain("Say what the money buys")
                .contains("Choose at least one priority");
        assertThat(field(TextField.class, "What the money buys").isInvalid()).isFalse();
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

        assertThat(text()).contains("it has 10,000 characters, at most 2,000 fit");
        assertThat(text()).contains("One field or line waits for your choice");
        assertThat(field(TextArea.class, "Who pledges it").getValue()).isEqualTo(tooLong);
        assertThat(field(TextArea.class, "Who pledges it").isInvalid()).isTrue();
        assertThat(plans.draft(bid).matchedBy()).isEmpty();

        test(button("Check and submit")).click();
        assertThat(text()).contains("Some of the plan is not saved yet");

        test(field(TextArea.class, "Who pledges it")).setValue("Short");
        assertThat(plans.draft(bid).matchedBy()).isEqualTo("Short");
        assertThat(text()).contains("Saved at 10:00");
    }

    @Test
    void eachChangeIsSavedByItself() {
        BidId bid = fixtures.draftBid(HYTHE);
        plan(bid);
        test(button("Add a priority of your own")).click();
        assertThat(plans.fields(bid).lines()).isEmpty();

        test(field(TextField.class, "Own priority")).setValue("Chess");
        tick("Activities of the programme", "Shared development days");
        choose("For", "Staff release");

        assertThat(text()).contains("Saved at 10:00. Everything that you typed is kept.");
        assertThat(plans.draft(bid).priorities())
                .singleElement()
                .extracting(Item::words)
                .isEqualTo("Chess");
        assertThat(plans.draft(bid).activities())
                .singleElement()
                .extracting(Item::code)
                .isEqualTo("development-days");
        assertThat(plans.draft(bid).budget())
                .singleElement()
                .extracting(PlanDraft.BudgetLine::category)
                .isEqualTo(BudgetCategory.STAFF_RELEASE);

        test(button("Remove own priority 1")).click();

        assertThat(plans.draft(bid).priorities()).isEmpty();
    }

    @Test
    void twoTextsForOneFieldAreBothShownAndThePersonChooses() {
        BidId bid = fixtures.completeDraft(HYTHE);
        plan(bid);
        saveSupportAs(bid, "matchedBy", "All member schools in equal parts.", "Theirs");

        test(field(TextArea.class, "Who pledges it")).setValue("Mine");

        assertThat(text()).contains("Lead, Hythe Hub (demo) saved another text here, 16 June 2014, 10:00", "Theirs");
        assertThat(field(TextArea.class, "Who pledges it").getValue()).isEqualTo("Mine");
        assertThat(plans.draft(bid).matchedBy()).isEqualTo("Theirs");

        test(button("Keep mine")).click();

        assertThat(plans.draft(bid).matchedBy()).isEqualTo("Mine");
        assertThat(text()).doesNotContain("saved another text here");

        saveSupportAs(bid, "matchedBy", "Mine", "Theirs again");
        test(field(TextArea.class, "Who pledges it")).setValue("Mine too");
        test(button("Take the other text")).click();

        assertThat(field(TextArea.class, "Who pledges it").getValue()).isEqualTo("Theirs again");
        assertThat(plans.draft(bid).matchedBy()).isEqualTo("Theirs again");
    }

    @Test
    void theOtherTextIsTheOneThatIsStoredNow() {
        BidId bid = fixtures.completeDraft(HYTHE);
        plan(bid);
        saveSupportAs(bid, "matchedBy", "All member schools in equal parts.", "Theirs");
        test(field(TextArea.class, "Who pledges it")).setValue("Mine");
        saveSupportAs(bid, "matchedBy", "Theirs", "Theirs, better");

        test(button("Keep mine")).click();

        assertThat(plans.draft(bid).matchedBy()).isEqualTo("Theirs, better");
        assertThat(text()).contains("Theirs, better");

        saveSupportAs(bid, "matchedBy", "Theirs, better", "Theirs, best");
        poll();

        assertThat(text()).contains("Meanwhile somebody saved yet another text here", "Theirs, best");
        assertThat(text()).doesNotContain("Theirs, better");
        test(button("Keep mine")).click();
        assertThat(plans.draft(bid).matchedBy()).isEqualTo("Mine");
    }

    @Test
    void whatOthersSavedAndWhoTheyAreIsShownWithoutLoadingThePageAnew() {
        BidId bid = fixtures.completeDraft(HYTHE);
        plan(bid);
        fixtures.alsoLeads("head." + HYTHE, bid);
        saveSupportAs(bid, "support", plans.draft(bid).support(), "Of a Teaching School");
        save(bid, new PlanEdit.Add(PlanSection.TARGETS, OTHER, PlanEdit.FIRST, Map.of("measure", "Attendance")));
        logIn.run(
                "head." + HYTHE,
                () -> presence.here(
                        bid, UUID.randomUUID(), new FieldPlace(PlanSection.SUPPORT, PlanFields.ITSELF, "matchedBy")));

        poll();

        assertThat(field(TextArea.class, "Support commissioned from outside (optional)")
                        .getValue())
                .isEqualTo("Of a Teaching School");
        assertThat(find(TextField.class).withLabel("What is measured").all())
                .extracting(TextField::getValue)
                .containsExactly("Attendance", "Pupils at level 4 or above in writing, percent");
        assertThat(text())
                .contains(
                        "Also working on this plan now: Headteacher, Hythe Hub school 3 (demo)",
                        "Headteacher, Hythe Hub school 3 (demo) is working on this");
    }

    @Test
    void aLineThatSomebodyRemovedUnderOnesHandsCanBePutBack() {
        BidId bid = fixtures.completeDraft(HYTHE);
        plan(bid);
        PlanFields.Line line = plans.fields(bid).lines(PlanSection.TARGETS).getFirst();
        save(bid, new PlanEdit.Remove(PlanSection.TARGETS, line.id(), line.fields()));

        test(field(TextField.class, "About whom")).setValue("Year 5");

        assertThat(text()).contains("Lead, Hythe Hub (demo) removed this line, 16 June 2014, 10:00");
        assertThat(plans.draft(bid).targets()).isEmpty();

        test(button("Put the line back")).click();

        assertThat(plans.fields(bid).lines(PlanSection.TARGETS)).singleElement().satisfies(back -> {
            assertThat(back.id()).isEqualTo(line.id());
            assertThat(back.field("about")).isEqualTo("Year 5");
            assertThat(back.field("measure")).isEqualTo(line.field("measure"));
        });
    }

    @Test
    void aLineThatSomebodyChangedIsNotRemoved() {
        BidId bid = fixtures.completeDraft(HYTHE);
        plan(bid);
        PlanFields.Line line = plans.fields(bid).lines(PlanSection.TARGETS).getFirst();
        save(bid, new PlanEdit.Type(PlanSection.TARGETS, line.id(), "about", line.field("about"), "Year 5"));

        test(button("Remove target 1")).click();

        assertThat(text()).contains("changed the line that you removed");
        assertThat(field(TextField.class, "About whom").getValue()).isEqualTo("Year 5");
        assertThat(plans.draft(bid).targets()).hasSize(1);
    }

    @Test
    void leavingWithAFieldThatIsNotSavedIsAskedAboutFirst() {
        BidId bid = fixtures.completeDraft(HYTHE);
        plan(bid);
        test(field(TextArea.class, "Who pledges it")).setValue("x".repeat(2_001));

        UI.getCurrent().navigate(BidsView.class);

        assertThat(getCurrentView()).isInstanceOf(PlanView.class);
        test(button("Leave without saving")).click();
        assertThat(getCurrentView()).isInstanceOf(BidsView.class);
        assertThat(plans.draft(bid).matchedBy()).isEqualTo("All member schools in equal parts.");
    }

    @Test
    void aWindowInWhichNobodyWorksStopsLookingAndSaysSo() {
        BidId bid = fixtures.completeDraft(HYTHE);
        plan(bid);
        for (int i = 0; i < 451; i++) {
            poll();
        }

        assertThat(text()).contains("this page has stopped showing what others change");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);

        test(button("Carry on")).click();

        assertThat(UI.getCurrent().getPollInterval()).isPositive();
    }

    @Test
    void aLineIsMovedUpAndDownByItsButtonsAndSaysWhereItIs() {
        BidId bid = fixtures.draftBid(HYTHE);
        plan(bid);
        test(field(TextField.class, "What the money buys")).setValue("Cover");
        for (String buys : List.of("Books", "Tea")) {
            test(button("Add a budget line")).click();
            test(find(TextField.class).withLabel("What the money buys").all().getLast())
                    .setValue(buys);
        }
        assertThat(budget(bid)).containsExactly("Cover", "Books", "Tea");

        press("Move up: Budget line 3");

        assertThat(budget(bid)).containsExactly("Cover", "Tea", "Books");
        assertThat(onPage()).containsExactly("Cover", "Tea", "Books");
        assertThat(text()).contains("Moved: it is now Budget line 2 of 3.");

        press("Move down: Budget line 1");
        press("Move down: Budget line 2");

        assertThat(budget(bid)).containsExactly("Tea", "Books", "Cover");
        assertThat(onPage()).containsExactly("Tea", "Books", "Cover");

        press("Move down: Budget line 3");
        assertThat(text()).contains("It stays where it is: Budget line 3 of 3.");
        assertThat(budget(bid)).containsExactly("Tea", "Books", "Cover");
    }

    @Test
    void whatIsTypedWhileALineIsMovedOrMovesUnderOnesHandsIsNotLost() {
        BidId bid = fixtures.draftBid(HYTHE);
        String one = UUID.randomUUID().toString();
        String two = UUID.randomUUID().toString();
        save(bid, new PlanEdit.Add(PlanSection.BUDGET, one, PlanEdit.FIRST, Map.of("description", "Cover")));
        save(bid, new PlanEdit.Add(PlanSection.BUDGET, two, one, Map.of("description", "Books")));
        plan(bid);
        save(bid, new PlanEdit.Type(PlanSection.BUDGET, one, "description", "Cover", "Cover for days"));

        press("Move down: Budget line 1");

        assertThat(budget(bid))
                .as("the other's words, which this window had not seen")
                .containsExactly("Books", "Cover for days");
        save(bid, new PlanEdit.Move(PlanSection.BUDGET, one, PlanEdit.FIRST));
        poll();
        assertThat(onPage()).containsExactly("Cover for days", "Books");
        test(find(TextField.class).withLabel("What the money buys").all().getLast())
                .setValue("Books and journals");
        assertThat(budget(bid)).containsExactly("Cover for days", "Books and journals");
    }

    @Test
    void aLineThatIsOneTooManyIsRefusedAtItsFieldAndStaysOnTheScreen() {
        BidId bid = fixtures.draftBid(HYTHE);
        int most = PlanSection.TARGETS.maxLines();
        drafting.change(
                bid,
                UUID.randomUUID(),
                IntStream.range(0, most)
                        .<PlanEdit>mapToObj(i -> new PlanEdit.Add(
                                PlanSection.TARGETS,
                                new UUID(1, i).toString(),
                                PlanEdit.FIRST,
                                Map.of("measure", "Writing " + i)))
                        .toList());
        plan(bid);

        test(button("Add a target")).click();
        TextField about = find(TextField.class).withLabel("About whom").all().getLast();
        test(about).setValue("Year 5");

        assertThat(about.getErrorMessage()).contains("there are 61, at most 60 fit");
        assertThat(about.getValue()).isEqualTo("Year 5");
        assertThat(plans.fields(bid).lines(PlanSection.TARGETS)).hasSize(most);
    }

    @Test
    void theBudgetIsSummedByCategoryAndByActivityBesideItsLines() {
        BidId bid = fixtures.completeDraft(HYTHE);
        PlanFields.Line activity =
                plans.fields(bid).lines(PlanSection.ACTIVITIES).getFirst();
        save(
                bid,
                new PlanEdit.Add(
                        PlanSection.BUDGET,
                        UUID.randomUUID().toString(),
                        PlanEdit.FIRST,
                        Map.of(
                                "description",
                                "Trainers",
                                "category",
                                "TRAINING",
                                "amount",
                                "500",
                                "activity",
                                activity.id())));

        for (String page : List.of("plan", "parts")) {
            UI.getCurrent().navigate("bids/" + bid + "/" + page);
            String text = text();
            assertThat(text)
                    .as(page)
                    .contains("Budget by category", "Staff release £21,000", "Training £500", "Total requested £21,500")
                    .contains("Budget by activity", "Shared development days £500")
                    .contains("Not linked to an activity Cover for joint observations £21,000");
        }
    }

    private List<String> budget(BidId bid) {
        return plans.fields(bid).lines(PlanSection.BUDGET).stream()
                .map(line -> line.field("description"))
                .toList();
    }

    private List<String> onPage() {
        return find(TextField.class).withLabel("What the money buys").all().stream()
                .map(TextField::getValue)
                .toList();
    }

    private void press(String name) {
        NativeButton button = find(NativeButton.class).all().stream()
                .filter(one -> name.equals(one.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow();
        test(button).click();
    }

    private void saveSupportAs(BidId bid, String field, String seen, String typed) {
        save(bid, new PlanEdit.Type(PlanSection.SUPPORT, PlanFields.ITSELF, field, seen, typed));
    }

    private void save(BidId bid, PlanEdit edit) {
        drafting.change(bid, UUID.randomUUID(), List.of(edit));
    }

    private static void poll() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
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
    void htmlInAPlanIsShownAsText() {
        BidId bid = fixtures.draftBid(HYTHE);
        String words = "<img src=x onerror=alert(1)> Tŷ 📚";
        fixtures.write(
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

package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.PlanCatalogue.Entry;
import org.schoolcollab.bid.PlanDraft.Item;
import org.schoolcollab.bid.ui.BidsView;
import org.schoolcollab.bid.ui.CaseView;
import org.schoolcollab.bid.ui.PlanView;
import org.schoolcollab.review.PlanReview;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.shell.MoneyField;
import org.schoolcollab.shell.RefusalView;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lead's way from the list to a submitted plan, and the case page, without a browser. */
@PortalTest
@ViewPackages(packages = "org.schoolcollab")
class BidViewTest extends SpringBrowserlessTest {

    private static final String HYTHE = "hythe-hub";

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidPlans plans;

    @Autowired
    PlanDrafting drafting;

    @Autowired
    PlanReview review;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @Override
    @BeforeEach
    protected void initVaadinEnvironment() {
        logIn.as("lead." + HYTHE);
        super.initVaadinEnvironment();
    }

    @Test
    void theLeadStartsABidFromTheEmptyList() {
        navigate(BidsView.class);
        assertThat(text()).contains("You have not started a bid in round 2014/15 yet", "18 July 2014");

        test(button("Start a bid for Hythe Hub")).click();

        assertThat(getCurrentView()).isInstanceOf(PlanView.class);
        assertThat(find(H1.class).single().getText()).isEqualTo("Plan of Hythe Hub");
        assertThat(jdbc.sql("select status from bid_bid").query(String.class).single())
                .isEqualTo("DRAFTING");
        assertThat(text()).contains("Not started");
    }

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
                () -> review.returnForChanges(
                        bid, new ReviewDraft(Map.of(), "", null, "", "Say which <b>schools</b> pledge")));

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

    @Test
    void theHistoryReadsAsSentences() {
        BidId bid = fixtures.submittedBid(HYTHE);

        navigate("bids/" + bid + "/case/history", CaseView.class);

        assertThat(text())
                .contains(
                        "Lead, Hythe Hub (demo) started the bid",
                        "Lead, Hythe Hub (demo) submitted the plan",
                        "16 June 2014, 10:00",
                        "Status: Being drafted, now In review",
                        "Amount requested: £0, now £21,000");
    }

    @Test
    void theLeadWithdrawsForAReason() {
        BidId bid = fixtures.submittedBid(HYTHE);
        navigate("bids/" + bid, CaseView.class);
        test(button("Withdraw the bid")).click();
        test(button("Withdraw the bid for good")).click();
        assertThat(field(TextArea.class, "Why it is withdrawn").isInvalid()).isTrue();

        test(field(TextArea.class, "Why it is withdrawn")).setValue("The lead school leaves");
        test(button("Withdraw the bid for good")).click();

        assertThat(jdbc.sql("select status from bid_bid").query(String.class).single())
                .isEqualTo("WITHDRAWN");
        assertThat(text()).contains("Withdrawn");
        assertThat(find(Button.class).withText("Withdraw the bid").exists()).isFalse();
    }

    @Test
    void onlyTheLeadIsOfferedToWorkOnThePlanOrToWithdraw() {
        BidId bid = fixtures.completeDraft(HYTHE);
        logIn.as("adviser.south");

        navigate("bids/" + bid, CaseView.class);

        assertThat(text()).contains("Being drafted");
        assertThat(find(Button.class).withText("Work on the plan").exists()).isFalse();
        assertThat(find(Button.class).withText("Withdraw the bid").exists()).isFalse();
    }

    @Test
    void aForeignBidIsRefusedOnEveryPageAndRecorded() {
        BidId bid = fixtures.completeDraft(HYTHE);
        logIn.as("lead.deal-learning-alliance");
        int before = refusals();

        navigate("bids/" + bid, RefusalView.class);
        navigate("bids/" + bid + "/case/history", RefusalView.class);
        navigate("bids/" + bid + "/plan", RefusalView.class);

        assertThat(refusals()).isEqualTo(before + 3);
        assertThat(text()).doesNotContain("Hythe");
    }

    @Test
    void aPlanThatIsNotWithItsLeadOpensToReadOnly() {
        BidId bid = fixtures.submittedBid(HYTHE);

        navigate("bids/" + bid + "/plan", CaseView.class);

        assertThat(text()).contains("In review");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theListTakesFiltersAndOrderFromTheAddress() {
        fixtures.submittedBid(HYTHE);
        fixtures.completeDraft("canterbury-collaborative", "9000", "4500");
        logIn.as("auditor");

        UI.getCurrent().navigate(BidsView.class, QueryParameters.fromString("sort=requested&order=desc"));
        Grid<BidSummary> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(2);
        assertThat(test(grid).getRow(0).collaborationName()).isEqualTo("Hythe Hub");

        UI.getCurrent().navigate(BidsView.class, QueryParameters.fromString("area=EAST&status=DRAFTING&q=canter"));
        grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(1);
        assertThat(text()).contains("1 bid");

        UI.getCurrent().navigate(BidsView.class, QueryParameters.fromString("area=WEST"));
        assertThat(text()).contains("No bid fits what you look for");
    }

    @Test
    void aPersonWithoutBidsIsToldWhy() {
        logIn.as("adviser.west");

        navigate(BidsView.class);

        assertThat(text()).contains("No bid has come to you yet");
    }

    private void plan(BidId bid) {
        navigate("bids/" + bid + "/plan", PlanView.class);
    }

    @SuppressWarnings("unchecked")
    private void tick(String group, String label) {
        CheckboxGroup<Entry> boxes = find(CheckboxGroup.class).withLabel(group).single();
        test(boxes).selectItem(label);
    }

    @SuppressWarnings("unchecked")
    private void choose(String label, String item) {
        Select<BudgetCategory> select = find(Select.class).withLabel(label).single();
        test(select).selectItem(item);
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private <T extends Component> T field(Class<T> type, String label) {
        return find(type).withLabel(label).single();
    }

    private int refusals() {
        return jdbc.sql("select count(*) from audit_record where action = 'access.refused'")
                .query(Integer.class)
                .single();
    }

    /** All text on the screen, dialogs with it. */
    private String text() {
        return Stream.concat(
                        Stream.of(((Component) getCurrentView()).getElement()),
                        find(Dialog.class).all().stream().map(Component::getElement))
                .map(BidViewTest::textOf)
                .collect(Collectors.joining(" "));
    }

    private static String textOf(Element element) {
        if (element.isTextNode()) {
            return element.getText();
        }
        String helper = element.getProperty("helperText", "") + " " + element.getProperty("errorMessage", "");
        return element.getChildren()
                .filter(child -> child.isTextNode() || child.isVisible())
                .map(BidViewTest::textOf)
                .collect(Collectors.joining(" ", "", " " + helper))
                .strip();
    }

    private static long elements(Element element, String tag) {
        return element.getChildren()
                        .filter(child -> !child.isTextNode())
                        .mapToLong(child -> elements(child, tag))
                        .sum()
                + (element.getTag().equals(tag) ? 1 : 0);
    }
}

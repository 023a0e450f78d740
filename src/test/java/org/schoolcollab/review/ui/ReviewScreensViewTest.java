package org.schoolcollab.review.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPlans;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanPlace;
import org.schoolcollab.bid.PlanPlaceNames.Named;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.review.AdviserAbsences;
import org.schoolcollab.review.PlanPoint;
import org.schoolcollab.review.PlanReview;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.review.Rubric;
import org.schoolcollab.review.RubricSetting;
import org.schoolcollab.review.SecondViews;
import org.schoolcollab.review.TwoAdvisers;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.MoneyField;
import org.schoolcollab.shell.RefusalView;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The screens around a review: rubric, points and their answers, second view, side by side, absences. */
@PortalTest
class ReviewScreensViewTest extends SpringBrowserlessTest {

    @Autowired
    LogIn logIn;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidRegister bids;

    @Autowired
    PlanReview review;

    @Autowired
    SecondViews secondViews;

    @Autowired
    RubricSetting setting;

    @Autowired
    AdviserAbsences absences;

    @Autowired
    BidPlans plans;

    @Autowired
    People people;

    @Autowired
    TwoAdvisers advisers;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theAdministratorAddsACriterionToTheRubricOfARound() {
        BidId bid = fixtures.completeDraft("hythe-hub");
        logIn.as("admin");
        UI.getCurrent().navigate("rounds/" + bids.get(bid).roundId() + "/rubric");
        click("Add a criterion");
        click("Save the rubric");
        assertThat(find(ErrorSummary.class).single().isVisible()).isTrue();
        assertThat(field("Criterion 6").isInvalid()).isTrue();

        test(field("Criterion 6")).setValue("How much <b>parents</b> are asked");
        click("Save the rubric");

        Rubric set = setting.open(bids.get(bid).roundId()).rubric();
        assertThat(set.scores().getLast().words()).isEqualTo("How much <b>parents</b> are asked");
        assertThat(set.scores().getFirst().words())
                .as("unchanged words follow the standard")
                .isNull();
        assertThat(set.checks()).hasSize(8);
    }

    @Test
    void aPointAtAFieldIsReturnedAnsweredAndReadAgain() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        logIn.as("adviser.south");
        UI.getCurrent().navigate("bids/" + bid + "/review");
        choosePlace("Targets – Pupils at level 4 or above in writing, percent – Value now");
        test(area("What the lead should change, and why")).setValue("Which year is it from?");
        click("Check and return");
        click("Return the plan");
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.RETURNED);

        logIn.as("lead.hythe-hub");
        UI.getCurrent().navigate("bids/" + bid + "/plan");
        assertThat(text()).contains("Which year is it from?", "– Value now", "Not answered yet");
        assertThat(saidAt(field("Value now"))).isEqualTo("The adviser says here: Which year is it from?");
        click("Check and submit");
        assertThat(find(CheckDialog.class).all()).isEmpty();
        assertThat(text()).contains("Answer the point that is still open");
        click("Save answer");
        assertThat(group("Did you do it?").isInvalid()).isTrue();
        group("Did you do it?").setValue(true);
        test(area("What you did, or why not")).setValue("It is that of May 🏫");
        click("Save answer");
        click("Check and submit");
        click("Submit the plan for £21,000");
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.IN_REVIEW);

        logIn.as("adviser.south");
        UI.getCurrent().navigate("bids/" + bid + "/review");
        assertThat(text()).contains("What you asked for, and the answers", "It is that of May 🏫");
    }

    @Test
    void whatIsSaidAtAFieldStandsThereOnEveryPageAndALinkLeadsToIt() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        PlanFields plan = plans.fields(bid);
        String activity = plan.lines(PlanSection.ACTIVITIES).getFirst().id();
        String priority = plan.lines(PlanSection.PRIORITIES).getFirst().id();
        String own = plan.lines(PlanSection.PRIORITIES).getLast().id();
        logIn.run(
                "adviser.south",
                () -> review.returnForChanges(
                        bid,
                        new ReviewDraft(
                                Map.of(),
                                Map.of(),
                                "",
                                null,
                                "",
                                List.of(
                                        point(PlanSection.SUPPORT, PlanFields.ITSELF, "matchedAmount", "Who pays it?"),
                                        point(PlanSection.ACTIVITIES, activity, "cost", "What is in it?"),
                                        point(PlanSection.PRIORITIES, priority, "code", "Why this one?"),
                                        point(PlanSection.PRIORITIES, own, "code", "Whose pleasure?")))));
        logIn.as("lead.hythe-hub");
        UI.getCurrent().navigate("bids/" + bid + "/plan");

        MoneyField matched = find(MoneyField.class)
                .withLabel("Matched funding from school budgets")
                .single();
        String hint = matched.getHelperText();
        assertThat(saidAt(matched)).isEqualTo("The adviser says here: Who pays it?");
        test(find(MoneyField.class).withLabel("Amount").all().getFirst()).setValue("1,000");
        assertThat(matched.getHelperText())
                .as("the hint follows the amounts and takes no comment away")
                .isNotEqualTo(hint)
                .doesNotContain("The adviser");
        assertThat(saidAt(matched)).isEqualTo("The adviser says here: Who pays it?");
        assertThat(text())
                .as("a priority that is ticked has no field of its own")
                .contains("The adviser says about PRIORITIES code: Why this one?");
        assertThat(saidAt(
                        find(TextField.class).withValue("Reading for pleasure").single()))
                .isEqualTo("The adviser says here: Whose pleasure?");
        test(find(NativeButton.class).withText("SUPPORT matchedAmount").single())
                .click();
        String cost = "bids/" + bid + "/parts?at=ACTIVITIES/" + activity + "/cost";
        assertThat(find(Anchor.class).withText("ACTIVITIES cost").single().getHref())
                .isEqualTo(cost);

        UI.getCurrent()
                .navigate(
                        cost.substring(0, cost.indexOf('?')),
                        QueryParameters.fromString("at=ACTIVITIES/" + activity + "/cost"));
        assertThat(saidAt(find(MoneyField.class).withLabel("Cost").all().getFirst()))
                .isEqualTo("The adviser says here: What is in it?");
    }

    @Test
    void whoeverStandsInReadsForWhomAndWhatIsOpenAndOpensIt() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        advisers.add();
        PersonId south = people.principal("adviser.south").orElseThrow().actor().id();
        PersonId deputy =
                people.principal("adviser.colleague").orElseThrow().actor().id();
        logIn.as("adviser.colleague");
        UI.getCurrent().navigate("tasks");
        assertThat(text()).doesNotContain("You stand in for");
        LocalDate today = LocalDate.of(2014, 6, 16);
        logIn.run("adviser.south", () -> absences.enter(south, deputy, today, today.plusDays(4)));

        logIn.as("adviser.colleague");
        UI.getCurrent().navigate("bids");
        UI.getCurrent().navigate("tasks");

        assertThat(text())
                .contains(
                        "You stand in for Adviser, Ashford, Dover and Shepway (demo) from 16 June 2014 to 20 June 2014.",
                        "This task is open");
        Anchor task = find(Anchor.class).withTextContaining("Hythe Hub").all().getFirst();
        UI.getCurrent()
                .navigate("tasks", QueryParameters.fromString(task.getHref().substring("tasks?".length())));
        click("Open review");
        assertThat(getCurrentView()).isInstanceOf(ReviewView.class);
        assertThat(find(Button.class).withText("Check and recommend").all()).hasSize(1);
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.IN_REVIEW);
    }

    @Test
    void aRecommendationGoesToASecondAdviserFirstWhereTheRoundAsksForIt() {
        BidId bid = fixtures.completeDraft("hythe-hub");
        advisers.seenTwice(bids.get(bid).roundId(), Money.ZERO);
        logIn.run("lead.hythe-hub", () -> fixtures.submit(bid));
        advisers.add();
        logIn.as("adviser.south");
        ReviewDraft draft = BidFixtures.completeReview(Money.ofPounds(20_000));
        review.saveDraft(bid, draft);
        UI.getCurrent().navigate("bids/" + bid + "/review");
        click("Check and recommend");
        click("Ask for a view of £20,000");

        logIn.as("adviser.colleague");
        UI.getCurrent().navigate("bids/" + bid + "/review");
        click("Check your view");
        assertThat(group("Do you agree?").isInvalid()).isTrue();
        group("Do you agree?").setValue(false);
        test(area("Why")).setValue("18,000 would do");
        click("Check your view");
        click("Give this view");

        logIn.as("adviser.south");
        UI.getCurrent().navigate("bids/" + bid + "/review");
        click("Check and recommend");
        click("Recommend £20,000");
        UI.getCurrent().navigate("bids/" + bid + "/case/review");
        assertThat(text()).contains("Colleague of the South differed from £20,000: 18,000 would do");
    }

    @Test
    void bidsStandSideBySideWithTheirSumsAndAsAFile() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        logIn.run("adviser.south", () -> review.recommend(bid, BidFixtures.completeReview(Money.ofPounds(20_000))));
        fixtures.submittedBid("deal-learning-alliance", "18000", "9000");
        logIn.as("adviser.south");
        UI.getCurrent().navigate("compare");

        assertThat(text())
                .contains("2 bids", "Hythe Hub", "15 of 20", "£1,000", "Sum of all 2", "£39,000", "matched £10,500")
                .contains("7 schools", "Hythe Hub school 3 (demo)");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        test(find(Anchor.class).withText("Download as CSV").single()).download(file);
        assertThat(file.toString(StandardCharsets.UTF_8).lines().collect(Collectors.toList()))
                .hasSize(3)
                .anyMatch(line -> line.contains("20000.00,1000.00,,15,20,3,3,3,3,3"));
        UI.getCurrent().navigate("compare", com.vaadin.flow.router.QueryParameters.of("q", "nothing like it"));
        assertThat(text()).contains("No bid that you may see fits");
    }

    @Test
    void whoIsNotToCompareIsRefused() {
        logIn.as("forum");
        UI.getCurrent().navigate("compare");
        assertThat(find(Anchor.class).withText("Download as CSV").all()).isEmpty();
        logIn.as("adviser.south");
        UI.getCurrent().navigate("rounds/" + java.util.UUID.randomUUID() + "/rubric");
        assertThat(find(RefusalView.class).all().size()
                        + find(Button.class).withText("Save the rubric").all().size())
                .isLessThan(2);
        assertThat(find(Button.class).withText("Save the rubric").all()).isEmpty();
    }

    @Test
    void anAdviserEntersAnAbsenceWithADeputy() {
        advisers.add();
        logIn.as("adviser.south");
        UI.getCurrent().navigate("absences");
        assertThat(text()).contains("Nobody is away.");
        click("Enter the absence");
        assertThat(find(ErrorSummary.class).single().isVisible()).isTrue();
        assertThat(text()).contains("Choose who stands in");
    }

    private static PlanPoint point(PlanSection section, String line, String field, String words) {
        return new PlanPoint(
                UUID.randomUUID(),
                PlanPlace.field(section, line, field),
                section.name() + " " + field,
                words,
                true,
                null);
    }

    /** What stands below a field of the plan as the adviser's. */
    private static String saidAt(Component field) {
        return field.getParent()
                .orElseThrow()
                .getChildren()
                .filter(beside -> beside.getClassNames().contains("said-here"))
                .map(beside -> beside.getElement().getTextRecursively())
                .collect(Collectors.joining());
    }

    @SuppressWarnings("unchecked")
    private void choosePlace(String name) {
        ComboBox<Named> place = find(ComboBox.class).withLabel("About").single();
        place.setValue(place.getListDataView()
                .getItems()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Boolean> group(String label) {
        return find(RadioButtonGroup.class).withLabel(label).single();
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private TextArea area(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private String text() {
        return getCurrentView().getElement().getTextRecursively();
    }
}

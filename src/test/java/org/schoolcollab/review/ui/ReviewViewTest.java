package org.schoolcollab.review.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.review.CheckAnswer;
import org.schoolcollab.review.PlanReview;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.LeaveDialog;
import org.schoolcollab.shell.MoneyField;
import org.schoolcollab.shell.RefusalView;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class ReviewViewTest extends SpringBrowserlessTest {

    @Autowired
    LogIn logIn;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidRegister bids;

    @Autowired
    PlanReview review;

    @Test
    void theAdviserRecommendsThroughTheForm() {
        BidId bid = open("adviser.south");
        answerAll();
        test(field("What you think of the plan as a whole")).setValue("Sound, Ŵell made 🏫 <b>bold</b>");
        test(amount()).setValue("20,000.50");

        click("Check and recommend");
        assertThat(find(CheckDialog.class).all()).hasSize(1);
        click("Recommend £20,000.50");

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
        assertThat(bids.get(bid).recommended()).isEqualTo(Money.ofPence(2_000_050));
    }

    @Test
    void everyGapIsNamedAtOnceAndNothingTypedIsLost() {
        BidId bid = open("adviser.south");
        test(field("What you think of the plan as a whole")).setValue("Sound");

        click("Check and recommend");

        assertThat(find(ErrorSummary.class).single().isVisible()).isTrue();
        assertThat(groups()).allMatch(RadioButtonGroup::isInvalid);
        assertThat(amount().getErrorMessage()).isEqualTo("Enter the amount you recommend");
        assertThat(field("What you think of the plan as a whole").getValue()).isEqualTo("Sound");
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.IN_REVIEW);
    }

    @Test
    void refusesAmountsThatAreNegativeTooFineOrAboveTheRequest() {
        open("adviser.south");
        answerAll();
        test(field("What you think of the plan as a whole")).setValue("Sound");

        refusedAmount("-5", "Enter an amount of zero or more");
        refusedAmount("10.005", "Enter at most two decimals: pounds and pence, such as 42000.50");
        refusedAmount("21,000.01", "Enter at most what was requested: £21,000");
        refusedAmount("0", "Enter an amount above £0, or return the plan for changes");
        refusedAmount("lots", "Enter an amount in pounds, such as 42,000 or 42000.50");
    }

    @Test
    void theAdviserReturnsThePlanWithReasons() {
        BidId bid = open("adviser.south");

        click("Check and return");
        assertThat(field("What the lead should change, and why").isInvalid()).isTrue();
        test(field("What the lead should change, and why")).setValue("Baselines are missing");
        click("Check and return");
        click("Return the plan");

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.RETURNED);
    }

    @Test
    void aDraftIsThereAgain() {
        BidId bid = open("adviser.south");
        test(amount()).setValue("12000");
        click("Save draft");

        UI.getCurrent().navigate("bids");
        UI.getCurrent().navigate("bids/" + bid + "/review");

        assertThat(amount().getValue()).isEqualTo("12,000");
    }

    @Test
    void whatIsFilledInIsKeptByItself() {
        BidId bid = open("adviser.south");
        test(field("What you think of the plan as a whole")).setValue("Sound so far");
        groups().getFirst().setValue(CheckAnswer.PARTLY);
        assertThat(text()).contains("Saved at 10:00. Nobody else sees it");

        UI.getCurrent().navigate("bids/" + bid + "/case/files");
        assertThat(find(LeaveDialog.class).all()).isEmpty();
        UI.getCurrent().navigate("bids/" + bid + "/review");

        assertThat(field("What you think of the plan as a whole").getValue()).isEqualTo("Sound so far");
        assertThat(groups().getFirst().getValue()).isEqualTo(CheckAnswer.PARTLY);
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains(
                        "bids/" + bid + "/case/schools", "bids/" + bid + "/case/files", "bids/" + bid + "/last-round");
    }

    @Test
    void whoeverLeavesWithWhatCannotBeKeptIsAsked() {
        BidId bid = open("adviser.south");
        test(amount()).setValue("lots");
        assertThat(amount().getErrorMessage()).isEqualTo("Enter an amount in pounds, such as 42,000 or 42000.50");
        assertThat(text()).contains("Not all is saved yet");

        UI.getCurrent().navigate("bids/" + bid + "/case/files");

        assertThat(getCurrentView()).isInstanceOf(ReviewView.class);
        click("Save and leave");
        assertThat(find(ErrorSummary.class).single().isVisible()).isTrue();
        test(amount()).setValue("12000");
        assertThat(text()).contains("Saved at 10:00.");
        UI.getCurrent().navigate("bids/" + bid + "/case/files");
        assertThat(getCurrentView()).isNotInstanceOf(ReviewView.class);
    }

    @Test
    void anAnswerThatAnotherWindowStoredMeanwhileIsShownAndNotOverwritten() {
        BidId bid = open("adviser.south");
        ReviewDraft other =
                new ReviewDraft(Map.of(), Map.of(), "From the other window", null, "A condition", List.of());
        review.keep(bid, ReviewDraft.empty(), other);

        test(field("What you think of the plan as a whole")).setValue("Mine");

        assertThat(text()).contains("saved another answer here, 16 June 2014, 10:00: From the other window");
        assertThat(review.draft(bid).comment()).isEqualTo("From the other window");
        groups().getFirst().setValue(CheckAnswer.YES);
        assertThat(review.draft(bid).comment()).isEqualTo("From the other window");
        click("Save draft");
        assertThat(review.draft(bid).comment()).isEqualTo("Mine");
        assertThat(review.draft(bid).conditions()).isEqualTo("A condition");
        assertThat(review.draft(bid).checks()).hasSize(1);

        click("Check and return");
        assertThat(text()).as("all of it, before anything binds").contains("Review the plan of");
        assertThat(field("Conditions (optional)").getValue()).isEqualTo("A condition");
    }

    @Test
    void anAdviserDeclaresAnInterestWithWordsAndTheReviewIsNotTheirsAnyMore() {
        BidId bid = open("adviser.south");
        click("I have an interest in this bid…");
        click("Declare this interest");
        assertThat(field("What the interest is").isInvalid()).isTrue();
        test(field("What the interest is")).setValue("My sister teaches there");

        click("Declare this interest");
        UI.getCurrent().navigate("bids/" + bid + "/review");

        assertThat(find(Paragraph.class).withClassName("notice").single().getText())
                .isEqualTo("You declared an interest in this bid, so another adviser has to review it.");
    }

    @Test
    void anotherAdviserIsRefused() {
        open("adviser.east");

        assertThat(getCurrentView()).isInstanceOf(RefusalView.class);
    }

    @Test
    void aBidThatMovedOnSaysSo() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        logIn.as("adviser.south");

        UI.getCurrent().navigate("bids/" + bid + "/review");

        assertThat(find(Paragraph.class).withClassName("notice").single().getText())
                .startsWith("You did this yourself on 16 June 2014, 10:00");
    }

    private BidId open(String username) {
        BidId bid = fixtures.submittedBid("hythe-hub");
        logIn.as(username);
        UI.getCurrent().navigate("bids/" + bid + "/review");
        return bid;
    }

    private void answerAll() {
        groups().forEach(group -> group.setValue(group.getListDataView()
                .getItems()
                .filter(item -> item == CheckAnswer.YES || item.equals(3))
                .findFirst()
                .orElseThrow()));
        find(TextArea.class)
                .withLabel("Reason")
                .all()
                .forEach(reason -> test(reason).setValue("Seen in the plan"));
    }

    private void refusedAmount(String typed, String message) {
        test(amount()).setValue(typed);
        click("Check and recommend");
        assertThat(amount().getErrorMessage()).isEqualTo(message);
        assertThat(amount().isInvalid()).isTrue();
        assertThat(amount().getValue()).isEqualTo(typed);
        assertThat(find(CheckDialog.class).all()).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private List<RadioButtonGroup<Object>> groups() {
        return find(RadioButtonGroup.class).all().stream()
                .map(group -> (RadioButtonGroup<Object>) group)
                .toList();
    }

    private String text() {
        return getCurrentView().getElement().getTextRecursively();
    }

    private TextArea field(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    private MoneyField amount() {
        return find(MoneyField.class).single();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }
}

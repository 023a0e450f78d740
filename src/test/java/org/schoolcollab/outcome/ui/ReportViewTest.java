package org.schoolcollab.outcome.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.outcome.OctoberDraft;
import org.schoolcollab.outcome.OctoberReporting;
import org.schoolcollab.outcome.OutcomeProcess.Kind;
import org.schoolcollab.outcome.Progress;
import org.schoolcollab.outcome.ReportAcceptance;
import org.schoolcollab.outcome.ReportQueries;
import org.schoolcollab.outcome.ReportStatus;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.RefusalView;
import org.schoolcollab.testing.Jobs;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class ReportViewTest extends SpringBrowserlessTest {

    private static final String SLUG = "hythe-hub";

    @Autowired
    LogIn logIn;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidRegister bids;

    @Autowired
    ReportQueries reports;

    @Autowired
    OctoberReporting october;

    @Autowired
    ReportAcceptance acceptance;

    @Autowired
    Jobs jobs;

    @Test
    void theLeadWritesSavesAndSubmitsTheMarchReport() {
        BidId bid = fixtures.releasedBid(SLUG);
        jobs.runUntil(BidFixtures.MARCH);
        open("lead." + SLUG, bid, "march-report");
        click("Check and submit");
        assertThat(find(ErrorSummary.class).single().isVisible()).isTrue();
        assertThat(area("Next steps").getErrorMessage()).isEqualTo("Enter the next steps");

        area("Own assessment").setValue("We trust each other more 🏫");
        click("Save draft");
        assertThat(area("Own assessment").getValue()).isEqualTo("We trust each other more 🏫");

        area("Next steps").setValue("Moderation in May");
        find(TextArea.class).all().stream()
                .filter(field -> field.getLabel().startsWith("What was done"))
                .forEach(field -> field.setValue("Joint observation"));
        find(RadioButtonGroup.class).all().forEach(ReportViewTest::onTrack);
        click("Check and submit");
        click("Submit March report");

        assertThat(logIn.as("adviser.south", () -> reports.state(bid, Kind.MARCH))
                        .status())
                .isEqualTo(ReportStatus.SUBMITTED);
    }

    @Test
    void theAdviserReturnsWithReasonsAndTheLeadSeesThem() {
        BidId bid = fixtures.marchSubmitted(SLUG);
        open("adviser.south", bid, "march-acceptance");
        click("Return report");
        assertThat(area("Reasons for the return").getErrorMessage()).isEqualTo("Give a reason");
        area("Reasons for the return").setValue("<b>More</b> about reading");
        click("Return report");
        test(find(Button.class).withText("Return report").all().getLast()).click();

        open("lead." + SLUG, bid, "march-report");
        assertThat(find(Paragraph.class).withClassName("notice").single().getText())
                .isEqualTo("The adviser returned this report: <b>More</b> about reading");
        assertThat(area("Next steps").getValue()).isEqualTo("Moderation of writing in May.");
    }

    @Test
    void theAdviserAcceptsTheOctoberReportAndTheBidIsClosed() {
        BidId bid = fixtures.octoberSubmitted(SLUG);
        open("adviser.south", bid, "october-acceptance");
        assertThat(find(Span.class).withText("Met").all()).hasSize(1);
        assertThat(find(Paragraph.class).withTextContaining("proves no cause").all())
                .isNotEmpty();
        click("Accept report");
        test(find(Button.class).withText("Accept report").all().getLast()).click();

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.CLOSED);
    }

    @Test
    void theOctoberFormNamesEveryGapAndKeepsWhatWasTyped() {
        BidId bid = fixtures.marchAccepted(SLUG);
        fixtures.release(bid, 2);
        jobs.runUntil(BidFixtures.OCTOBER);
        open("lead." + SLUG, bid, "october-report");
        actual().setValue("84.555");
        click("Check and submit");
        assertThat(actual().getErrorMessage())
                .isEqualTo("Target 1: enter a number with at most two decimals, such as 84.5");
        assertThat(actual().getValue()).isEqualTo("84.555");
        assertThat(find(CheckDialog.class).all()).isEmpty();

        actual().setValue("");
        test(find(Checkbox.class).withLabel("There is no figure").single()).click();
        click("Check and submit");
        assertThat(area("Why there is no figure").getErrorMessage()).isEqualTo("Target 1: say why there is no figure");

        area("Why there is no figure").setValue("Results withdrawn");
        area("What the results say").setValue("Nothing can be said");
        click("Check and submit");
        click("Submit October report");
        assertThat(logIn.as("adviser.south", () -> reports.state(bid, Kind.OCTOBER))
                        .status())
                .isEqualTo(ReportStatus.SUBMITTED);
    }

    @Test
    void theReturnsTabShowsBothReports() {
        BidId bid = fixtures.closedBid(SLUG);
        open("auditor", bid, "case/returns");

        assertThat(find(Span.class).withText("Accepted").all()).hasSize(2);
        assertThat(find(Span.class).withText("Met").all()).hasSize(1);
    }

    @Test
    void reportsOfOthersAreRefused() {
        BidId bid = fixtures.releasedBid(SLUG);
        jobs.runUntil(BidFixtures.MARCH);
        for (String page : java.util.List.of("march-report", "october-report")) {
            open("lead.m7-partnership", bid, page);
            assertThat(getCurrentView()).isInstanceOf(RefusalView.class);
        }
        for (String page : java.util.List.of("march-acceptance", "october-acceptance")) {
            open("adviser.east", bid, page);
            assertThat(getCurrentView()).isInstanceOf(RefusalView.class);
        }
    }

    @Test
    void aFigureThatMissesItsTargetIsNotMet() {
        BidId bid = fixtures.marchAccepted(SLUG);
        fixtures.release(bid, 2);
        jobs.runUntil(BidFixtures.OCTOBER);
        logIn.as("lead." + SLUG);
        OctoberDraft met = fixtures.completeOctober(bid);
        OctoberDraft.Item item = met.items().getFirst();
        october.submit(
                bid,
                new OctoberDraft(
                        met.version(),
                        java.util.List.of(new OctoberDraft.Item(item.target(), "80", false, "", "")),
                        "Short of it"));
        open("adviser.south", bid, "october-acceptance");

        assertThat(find(Span.class).withText("Not met").all()).hasSize(1);
    }

    @SuppressWarnings("unchecked")
    private static void onTrack(RadioButtonGroup<?> group) {
        ((RadioButtonGroup<Progress>) group).setValue(Progress.ON_TRACK);
    }

    private void open(String username, BidId bid, String page) {
        logIn.as(username);
        UI.getCurrent().navigate("bids/" + bid + "/" + page);
    }

    private TextField actual() {
        return find(TextField.class).withLabel("Value reached").single();
    }

    private TextArea area(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).all().getFirst()).click();
    }
}

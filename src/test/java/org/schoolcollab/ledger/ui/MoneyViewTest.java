package org.schoolcollab.ledger.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.ledger.BudgetRelease;
import org.schoolcollab.ledger.InstalmentControl;
import org.schoolcollab.ledger.LedgerActRefused;
import org.schoolcollab.ledger.LedgerAssertions;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class MoneyViewTest extends SpringBrowserlessTest {

    @Autowired
    LogIn logIn;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidRegister bids;

    @Autowired
    BudgetRelease release;

    @Autowired
    InstalmentControl control;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theOfficerRequestsAndTheApproverApproves() {
        BidId bid = fixtures.awardedBid("hythe-hub");
        open("finance.officer", bid, "release");
        assertThat(span("£12,600")).isTrue();
        assertThat(span("1 of 2")).isTrue();
        click("Request release of £12,600");
        assertThat(find(CheckDialog.class).all()).hasSize(1);
        clickInDialog("Request release of £12,600");
        assertThat(status(bid)).isEqualTo("REQUESTED");

        open("finance.approver", bid, "release-approval");
        click("Approve £12,600");
        clickInDialog("Approve £12,600");

        assertThat(status(bid)).isEqualTo("RELEASED");
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.IN_DELIVERY);
        LedgerAssertions.holds(jdbc);
    }

    @Test
    void theReasonToSendItBackStaysWhereTheApprovalIsRefused() {
        BidId bid = fixtures.awardedBid("hythe-hub");
        logIn.run("finance.officer", () -> release.request(bid, 1));
        open("finance.approver", bid, "release-approval");
        reason().setValue("The cost centre is wrong");
        click("Approve £12,600");
        logIn.run("finance.officer", () -> control.hold(bid, 1, "Wait for the audit"));
        logIn.as("finance.approver");
        clickInDialog("Approve £12,600");
        assertThat(find(CheckDialog.class).all()).hasSize(1);
        clickInDialog("Go back");

        assertThat(find(CheckDialog.class).all()).isEmpty();
        assertThat(reason().getValue()).isEqualTo("The cost centre is wrong");
        assertThat(status(bid)).isEqualTo("REQUESTED");
    }

    @Test
    void anInstalmentOnHoldIsNotApprovedButMayBeSentBack() {
        BidId bid = fixtures.awardedBid("hythe-hub");
        logIn.run("finance.officer", () -> release.request(bid, 1));
        logIn.run("finance.officer", () -> control.hold(bid, 1, "Wait for the audit"));
        open("finance.approver", bid, "release-approval");

        assertThat(span("Wait for the audit")).isTrue();
        assertThat(find(Paragraph.class).withClassName("notice").single().getText())
                .contains("on hold, so it cannot be approved", "What is due");
        assertThat(find(Button.class).withText("Approve £12,600").all()).isEmpty();
        assertThatThrownBy(() -> logIn.run("finance.approver", () -> release.approve(bid, 1)))
                .isInstanceOf(LedgerActRefused.class);

        logIn.as("finance.approver");
        reason().setValue("The audit takes longer");
        click("Send back");
        clickInDialog("Send back");
        assertThat(status(bid)).isEqualTo("READY");
        open("finance.officer", bid, "release");
        assertThat(span("Wait for the audit")).isTrue();
        assertThat(find(Button.class).withText("Request release of £12,600").all())
                .isEmpty();
    }

    @Test
    void sendingBackNeedsAReasonAndKeepsWhatWasTyped() {
        BidId bid = fixtures.awardedBid("hythe-hub");
        logIn.run("finance.officer", () -> release.request(bid, 1));
        open("finance.approver", bid, "release-approval");

        click("Send back");
        assertThat(reason().getErrorMessage()).isEqualTo("Give a reason");
        reason().setValue("x".repeat(10_000));
        click("Send back");
        assertThat(reason().getErrorMessage()).contains("10,000").contains("2,000");
        assertThat(reason().getValue()).hasSize(10_000);
        assertThat(find(CheckDialog.class).all()).isEmpty();

        reason().setValue("<script>alert(1)</script> Tŷ 🏫");
        click("Send back");
        clickInDialog("Send back");

        assertThat(status(bid)).isEqualTo("READY");
        open("finance.officer", bid, "release");
        assertThat(span("Sent back: <script>alert(1)</script> Tŷ 🏫")).isTrue();
    }

    @Test
    void aRefusalIsShownInTheDialogAndNothingIsLost() {
        BidId bid = fixtures.awardedBid("hythe-hub");
        open("finance.officer", bid, "release");
        click("Request release of £12,600");
        release.request(bid, 1);

        clickInDialog("Request release of £12,600");

        assertThat(find(CheckDialog.class).all()).hasSize(1);
        assertThat(find(Paragraph.class).withClassName("refusal").single().getText())
                .contains("Finance officer (demo) requested this release already");
    }

    @Test
    void theSecondInstalmentSaysWhatItWaitsFor() {
        BidId bid = fixtures.releasedBid("hythe-hub");
        open("finance.officer", bid, "release");

        assertThat(find(Paragraph.class)
                        .withText("This instalment waits until the March report is accepted.")
                        .all())
                .hasSize(1);
        assertThat(find(Button.class).withTextContaining("Request release of £").all())
                .isEmpty();
    }

    @Test
    void whatWaitsForFinanceIsNamedWithTheWayToIt() {
        fixtures.releasedBid("hythe-hub");
        fixtures.awardedBid("deal-learning-alliance");
        logIn.as("finance.approver");
        UI.getCurrent().navigate("money");

        assertThat(find(Anchor.class)
                        .withText("1 instalment is due and not requested")
                        .single()
                        .getHref())
                .isEqualTo("money/due");
        assertThat(find(Anchor.class)
                        .withText("1 payment is approved and not exported")
                        .single()
                        .getHref())
                .isEqualTo("money/exports");
    }

    @Test
    void theMoneyOfTheRoundStandsInColumnsWithSums() {
        fixtures.releasedBid("hythe-hub");
        logIn.as("auditor");
        UI.getCurrent().navigate("money");

        assertThat(span("£1,600,000")).isTrue();
        assertThat(span("£379,000")).isTrue();
        assertThat(find(Anchor.class).withText("Hythe Hub").all()).isNotEmpty();
    }

    @Test
    void theMoneyTabShowsJournalAndAdviceToFinanceOnly() {
        BidId bid = fixtures.releasedBid("hythe-hub");
        open("finance.officer", bid, "case/money");
        assertThat(span("Instalment released")).isTrue();
        assertThat(find(Anchor.class)
                        .withText("Payment advice of instalment 1 (CSV)")
                        .all())
                .hasSize(1);

        open("lead.hythe-hub", bid, "case/money");
        assertThat(span("Instalment released")).isFalse();
        assertThat(find(Anchor.class)
                        .withText("Payment advice of instalment 1 (CSV)")
                        .all())
                .isEmpty();
    }

    private void open(String username, BidId bid, String page) {
        logIn.as(username);
        UI.getCurrent().navigate("bids/" + bid + "/" + page);
    }

    private boolean span(String text) {
        return !find(Span.class).withText(text).all().isEmpty();
    }

    private TextArea reason() {
        return find(TextArea.class).withLabel("Reason").single();
    }

    private String status(BidId bid) {
        return jdbc.sql(
                        "select i.status from ledger_instalment i join ledger_award a on a.id = i.award_id where a.bid_id = ? and number = 1")
                .param(bid.toString())
                .query(String.class)
                .single();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).all().getFirst()).click();
    }

    /** The dialog's button, which says the same as the one that opened it. */
    private void clickInDialog(String text) {
        test(find(Button.class).withText(text).all().getLast()).click();
    }
}

package org.schoolcollab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.testing.browser.BrowserJourney;
import org.schoolcollab.testing.browser.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The screens of finance with money in them, from what is due to the file that comes back, with what goes wrong on the way. */
@BrowserTest
class FinanceScreensIT {

    private static final int AT_MOST = 80;

    /** A batch runs beside the screen, which looks again while it does. */
    private static final double PATIENCE_MS = 60_000;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    private BrowserJourney journey;

    @BeforeEach
    void take(BrowserJourney given) {
        journey = given;
    }

    @Test
    void paymentsGoOutInAFileAndComeBackInOne() throws IOException {
        BidId released = fixtures.releasedBid("hythe-hub");
        fixtures.awardedBid("deal-learning-alliance");
        fixtures.awardedBid("sandwich-primary-consortium");
        fixtures.agreedBid("ashford-rural-schools-hub");

        Page officer = journey.open(journey.as("finance.officer"), "money/due");
        journey.check(officer, "What is due");
        requestByKeyboard(officer);
        assertThat(officer.locator("h1")).hasText("Batch 1");
        approveInTwoWindows();
        journey.open(officer, "money/batches");
        journey.check(officer, "Requests and batches");

        journey.open(officer, "money/exports");
        journey.check(officer, "Exports, payments that wait");
        journey.press(officer, "Export 3 payments, £37,800");
        journey.pressInDialog(officer, "Export 3 payments, £37,800");
        Download file = officer.waitForDownload(
                () -> officer.getByText("payments-00001.csv").first().click());
        List<String> lines = Files.readAllLines(file.path());
        assertThat(lines.getLast()).isEqualTo("TRAILER,3,,,,37800.00,,,,,");
        reconcile(officer, lines);

        Page auditor = journey.open(journey.as("auditor"), "bids/" + released + "/case/money");
        auditor.getByText("Statement of this award").click();
        assertThat(auditor.locator("h1")).hasText("Statement: Hythe Hub");
        journey.settle(auditor);
        journey.check(auditor, "Statement of an award");
        journey.open(auditor, "money/statements");
        journey.check(auditor, "Statement of a round");
    }

    @Test
    void moneyMovesBetweenSchoolsAndAreas() {
        Page admin = journey.open(journey.as("admin"), "rounds");
        journey.press(admin, "Ask for proof of matched funding in round 2014/15");
        journey.check(admin, "Funding round, check before changing");
        journey.pressInDialog(admin, "Ask for proof of matched funding");

        BidId bid = fixtures.releasedBid("hythe-hub");
        Page approver = journey.open(journey.as("finance.approver"), "bids/" + bid + "/shares");
        approver.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move a part"))
                .click();
        journey.settle(approver);
        journey.pressInDialog(approver, "Move this part");
        journey.check(approver, "Share to move with gaps");
        Page officer = journey.open(journey.as("finance.officer"), "bids/" + bid + "/shares");
        officer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("back"))
                .first()
                .click();
        journey.settle(officer);
        type(officer, "Amount", "600");
        type(officer, "Reason", "The cover was not needed");
        journey.pressInDialog(officer, "Ask for it back");
        journey.open(approver, "bids/" + bid + "/shares");
        journey.check(approver, "Shares of the schools");
        journey.open(officer, "bids/" + bid + "/matched-funding");
        journey.check(officer, "Matched funding");

        Page chair = journey.open(journey.as("chair.south"), "money/envelopes");
        journey.press(chair, "Propose a move from South");
        chair.getByRole(AriaRole.DIALOG).locator("vaadin-select").click();
        chair.locator("vaadin-select-item")
                .filter(new Locator.FilterOptions().setHasText("Area All"))
                .click();
        type(chair, "Amount", "8000");
        type(chair, "Reason", "Training for all areas");
        journey.pressInDialog(chair, "Propose the move");
        journey.open(admin, "money/envelopes");
        journey.press(admin, "Consent to £8,000");
        journey.pressInDialog(admin, "Consent to £8,000");
        journey.check(admin, "Envelopes with moves");
    }

    private void requestByKeyboard(Page page) {
        for (Locator box : page.getByRole(AriaRole.CHECKBOX).all()) {
            tabTo(page, box);
            page.keyboard().press("Space");
        }
        journey.settle(page);
        Locator request = button(page, "Request 2 instalments, £25,200");
        tabTo(page, request);
        page.keyboard().press("Enter");
        journey.settle(page);
        tabTo(page, page.getByRole(AriaRole.DIALOG).locator("vaadin-button").last());
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.endsWith("/money/batches/1"));
        assertThat(page.getByText("2 instalments: 2 requested, 0 released, 0 refused."))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS));
        journey.doneByKeyboard("Choose what is due and request it as a batch");
    }

    /** Whoever comes second is told so, and nothing is paid twice. */
    private void approveInTwoWindows() {
        String verb = "Approve 2 instalments, £25,200";
        Page first = journey.open(journey.as("finance.approver"), "money/batches/1");
        Page second = journey.open(first.context().newPage(), "money/batches/1");
        journey.press(first, verb);
        journey.press(second, verb);
        journey.pressInDialog(first, verb);
        assertThat(first.getByText("2 instalments: 2 requested, 2 released, 0 refused."))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS));
        journey.pressInDialog(second, verb);
        assertThat(second.locator(".refusal")).hasText("Nothing in this batch waits for approval.");
        second.close();
        journey.check(first, "Batch");
        assertThat(jdbc.sql("select count(*) from ledger_release")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    private void reconcile(Page page, List<String> exported) {
        List<String> references = exported.subList(1, 4).stream()
                .map(line -> line.split(",", 3)[1])
                .toList();
        journey.open(page, "money/reconcile");
        upload(
                page,
                "june.csv",
                "reference,amount_gbp,date,status\nSC-NO,1.00,2014-06-16,PAID\n" + references.getFirst()
                        + ",much,2015-02-30,LOST\n");
        assertThat(page.getByText("june.csv was not loaded"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS));
        journey.check(page, "Reconcile, a file that is refused");
        page.getByLabel("Take in payments of another amount as differences").check();
        upload(
                page,
                "june.csv",
                "reference,amount_gbp,date,status\n" + references.get(0)
                        + ",12600.00,2014-06-16,PAID\n" + references.get(1) + ",12599.00,2014-06-16,PAID\n"
                        + references.get(2) + ",12600.00,2014-06-16,FAILED\n");
        assertThat(page.getByText("june.csv is loaded: 2 paid, 1 failed"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS));
        journey.check(page, "Reconcile with differences");
        journey.press(page, "Solve the difference of " + references.get(1));
        journey.pressInDialog(page, "Solve the difference");
        journey.check(page, "Difference to solve with gaps");
    }

    private void upload(Page page, String name, String content) {
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        page.getByText(name + " ").first().waitFor();
        journey.settle(page);
    }

    private static void type(Page page, String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Presses Tab until the focus is on this element or within it. */
    private static void tabTo(Page page, Locator wanted) {
        for (int pressed = 0; pressed < AT_MOST; pressed++) {
            if (Boolean.TRUE.equals(wanted.evaluate("element => element.matches(':focus-within')"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not get to " + wanted);
    }
}

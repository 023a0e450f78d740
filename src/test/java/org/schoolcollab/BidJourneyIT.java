package org.schoolcollab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.PlanDrafting;
import org.schoolcollab.testing.Jobs;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.browser.AccessibilityRecord;
import org.schoolcollab.testing.browser.BrowserJourney;
import org.schoolcollab.testing.browser.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A bid from the first draft to the accepted October report, in a real browser, by people of every role that takes part. */
@BrowserTest
class BidJourneyIT {

    private static final String LEAD = "lead.hythe-hub";
    private static final String ADVISER = "adviser.south";

    @Autowired
    BidRegister bids;

    @Autowired
    PlanDrafting drafting;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    LogIn logIn;

    @Autowired
    Jobs jobs;

    private final List<String> problems = new ArrayList<>();
    private BrowserJourney journey;
    private BidId bid;

    @BeforeEach
    void take(BrowserJourney given) {
        journey = given;
    }

    @Test
    void aBidGoesFromTheDraftToTheAcceptedOctoberReport() {
        leadStartsAndSubmits();
        adviserRecommends();
        chairOpensTheBallot();
        membersVote();
        leadAccepts();
        financeReleases("£12,600");
        jobs.runUntil(Instant.parse("2015-03-02T09:00:00Z"));
        leadReportsInMarch();
        adviserAccepts("march-acceptance", "Accept March report");
        financeReleases("£8,400");
        jobs.runUntil(Instant.parse("2015-10-02T09:00:00Z"));
        leadReportsInOctober();
        adviserAccepts("october-acceptance", "Accept October report");

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.CLOSED);
        everyPartOfTheCase();
        assertThat(problems).isEmpty();
        AccessibilityRecord.assertListed("BidJourneyIT", journey.tested());
    }

    private void leadStartsAndSubmits() {
        Page page = journey.open(journey.as(LEAD), "bids");
        press(page, "Start a bid for Hythe Hub");
        page.waitForURL(Pattern.compile(".*/plan$"));
        journey.settle(page);
        String address = page.url();
        bid = BidId.of(address.replaceAll(".*/bids/([^/]+)/plan", "$1"));
        press(page, "Check and submit");
        assertThat(page.locator(".error-summary")).isVisible();
        check(page, "Plan with gaps");

        logIn.run(
                LEAD,
                () -> drafting.save(
                        bid, BidFixtures.completePlan(drafting.open(bid).draft().version(), "21000", "10500")));
        journey.open(page, path("plan"));
        check(page, "Plan");
        press(page, "Check and submit");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Submit the plan for £21,000")))
                .isVisible();
        check(page, "Plan, check before submitting");
        confirm(page, "Submit the plan for £21,000");
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.IN_REVIEW);
        check(page, "Case in review");
    }

    private void adviserRecommends() {
        Page page = journey.open(journey.as(ADVISER), path("review"));
        check(page, "Review");
        for (Locator yes : page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Yes"))
                .all()) {
            yes.check();
        }
        page.getByLabel("What you think of the plan as a whole").fill("A sound plan with clear targets.");
        page.getByLabel("Recommended amount").fill("21000");
        press(page, "Check and recommend");
        confirm(page, "Recommend £21,000");
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
    }

    private void chairOpensTheBallot() {
        Page page = journey.open(journey.as("chair.south"), path("ballot"));
        check(page, "Ballot to open");
        press(page, "Check and open the ballot");
        confirm(page, "Put £21,000 to the vote");
    }

    private void membersVote() {
        boolean pictured = false;
        for (String voter : fixtures.voters(bid)) {
            if (bids.get(bid).status() != BidStatus.BEFORE_BOARD) {
                break;
            }
            Page page = journey.open(journey.as(voter), path("vote"));
            if (!pictured) {
                check(page, "Vote");
                pictured = true;
            }
            page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Approve £21,000"))
                    .check();
            press(page, "Check your vote");
            confirm(page, "Approve £21,000");
        }
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.AWARDED);
    }

    private void leadAccepts() {
        Page page = journey.open(journey.as(LEAD), path("award"));
        check(page, "Award to accept");
        press(page, "Check and accept");
        check(page, "Award, check before accepting");
        confirm(page, "Accept £21,000");
    }

    private void financeReleases(String amount) {
        Page officer = journey.open(journey.as("finance.officer"), path("release"));
        check(officer, "Release to request");
        press(officer, "Request release of " + amount);
        confirm(officer, "Request release of " + amount);
        Page approver = journey.open(journey.as("finance.approver"), path("release-approval"));
        check(approver, "Release to approve");
        press(approver, "Approve " + amount);
        confirm(approver, "Approve " + amount);
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.IN_DELIVERY);
    }

    private void leadReportsInMarch() {
        Page page = journey.open(journey.as(LEAD), path("march-report"));
        check(page, "March report");
        for (Locator onTrack : page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("On track"))
                .all()) {
            onTrack.check();
        }
        for (Locator text : page.locator("vaadin-text-area textarea").all()) {
            text.fill("Joint lesson observations in every school.");
        }
        press(page, "Check and submit");
        confirm(page, "Submit March report");
    }

    private void leadReportsInOctober() {
        Page page = journey.open(journey.as(LEAD), path("october-report"));
        check(page, "October report");
        page.getByLabel("Value reached").fill("85.5");
        page.getByLabel("What the results say").fill("The target was reached.");
        press(page, "Check and submit");
        confirm(page, "Submit October report");
    }

    private void adviserAccepts(String step, String name) {
        Page page = journey.open(journey.as(ADVISER), path(step));
        check(page, name);
        press(page, "Accept report");
        confirm(page, "Accept report");
    }

    private void everyPartOfTheCase() {
        Page page = journey.open(journey.as(LEAD), "bids/" + bid);
        Locator links = page.locator(".case-tabs a");
        List<String> tabs = links.allTextContents().stream().map(String::strip).toList();
        assertThat(tabs).contains("Plan", "Review", "Board", "Money", "Returns", "History", "Process");
        for (String tab : tabs) {
            links.getByText(tab, new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator(".case-tabs a[aria-current]")).hasText(tab);
            journey.settle(page);
            check(page, "Case, " + tab);
        }
    }

    /** Goes on after a screen that does not meet the standard, so that one run tells all of them. */
    private void check(Page page, String name) {
        try {
            journey.check(page, name);
        } catch (AssertionError violation) {
            problems.add(violation.getMessage());
        }
    }

    private String path(String step) {
        return "bids/" + bid + "/" + step;
    }

    private void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        journey.settle(page);
    }

    /** Presses the button of the dialog that asks before the step, and waits for the case. */
    private void confirm(Page page, String button) {
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
        page.waitForURL(url -> url.matches(".*/bids/[0-9a-f-]{36}([?].*)?$"));
        journey.settle(page);
    }
}

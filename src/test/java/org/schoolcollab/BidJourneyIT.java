package org.schoolcollab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.testing.Jobs;
import org.schoolcollab.testing.browser.BrowserJourney;
import org.schoolcollab.testing.browser.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A bid from the first draft to the accepted October report, in a real browser, by people of every role that takes part. Everything is
 * typed at the screens, and each person finds their task in their own queue.
 */
@BrowserTest
class BidJourneyIT {

    private static final String COLLABORATION = "Hythe Hub";
    private static final String LEAD = "lead.hythe-hub";
    private static final String ADVISER = "adviser.south";
    private static final String OFFICER = "finance.officer";
    private static final String APPROVER = "finance.approver";

    @Autowired
    BidRegister bids;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    Jobs jobs;

    private BrowserJourney journey;
    private BidId bid;

    @BeforeEach
    void take(BrowserJourney given) {
        journey = given;
    }

    @Test
    void aBidGoesFromTheDraftToTheAcceptedOctoberReport() {
        leadStarts();
        schoolsAgree();
        leadSubmits();
        adviserRecommends();
        chairOpensTheBallot();
        membersVote();
        leadAccepts();
        financeReleases("£12,600");
        jobs.runUntil(Instant.parse("2015-03-02T09:00:00Z"));
        leadReportsInMarch();
        adviserAccepts("Accept March report");
        financeReleases("£8,400");
        jobs.runUntil(Instant.parse("2015-10-02T09:00:00Z"));
        leadReportsInOctober();
        adviserAccepts("Accept October report");

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.CLOSED);
        everyPartOfTheCase();
    }

    private void leadStarts() {
        Page page = journey.open(journey.as(LEAD), "bids");
        journey.press(page, "Start a bid for Hythe Hub");
        page.waitForURL(Pattern.compile(".*/plan$"));
        journey.settle(page);
        bid = BidId.of(page.url().replaceAll(".*/bids/([^/]+)/plan", "$1"));
        journey.press(page, "Check and submit");
        assertThat(page.locator(".error-summary")).isVisible();
        journey.check(page, "Plan with gaps");

        page.getByLabel("Improve teaching and learning").check();
        journey.press(page, "Add a priority of your own");
        page.getByLabel("Own priority").last().fill("Reading for pleasure – darllen er pleser 📚");
        page.getByLabel("Shared development days").check();
        type(page, "What is measured", "Pupils at level 4 or above in writing, percent");
        type(page, "About whom", "Year 6 of all member schools");
        type(page, "Value now", "78");
        type(page, "Value to be reached", "84.5");
        type(page, "To be reached by", "31/07/2015");
        page.keyboard().press("Enter");
        type(page, "What the money buys", "Cover for joint observations");
        page.locator(".line vaadin-select").click();
        page.locator("vaadin-select-item")
                .filter(new Locator.FilterOptions().setHasText("Staff release"))
                .click();
        type(page, "Amount", "21000");
        type(page, "Matched funding from school budgets", "10500");
        type(page, "Who pledges it", "All member schools in equal parts");
        page.getByLabel("The schools have looked at their strengths and gaps").check();
        journey.saved(page);
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.DRAFTING);
    }

    private void schoolsAgree() {
        Page lead = journey.open(journey.as(LEAD), "bids/" + bid + "/parts");
        type(lead, "Where the value now is from", "Teacher assessment of May");
        type(lead, "Day of the value now", "30/05/2014");
        lead.keyboard().press("Enter");
        journey.press(lead, "Add support from outside");
        type(lead, "What is commissioned", "Moderation training");
        journey.press(lead, "Check links, dates and costs");
        assertThat(lead.locator(".error-summary")).isVisible();
        assertThat(lead.locator(".error-summary")).containsText("for a target: each priority needs");
        journey.check(lead, "Links, dates and costs, with gaps");
        for (int i = 0; i < 2; i++) {
            Locator serves = lead.getByLabel("Priorities that it serves").nth(i);
            for (String priority : List.of("Improve teaching", "Reading for pleasure")) {
                serves.fill(priority);
                lead.locator("vaadin-multi-select-combo-box-item:visible")
                        .filter(new Locator.FilterOptions().setHasText(priority))
                        .click();
            }
            lead.keyboard().press("Escape");
        }
        lead.getByLabel("Kind of provider").click();
        lead.locator("vaadin-select-item")
                .filter(new Locator.FilterOptions().setHasText("Teaching School"))
                .click();
        assertThat(lead.locator(".error-summary")).isHidden();
        journey.saved(lead);
        journey.open(lead, "bids/" + bid + "/skills");
        journey.check(lead, "Skills audit");
        journey.open(lead, "collaborations/hythe-hub/members");
        journey.check(lead, "Members of a collaboration");
        journey.open(lead, "bids/" + bid + "/schools");
        journey.press(lead, "Split by guide amounts");
        journey.check(lead, "Member schools");
        journey.press(lead, "Ask the schools");
        journey.check(lead, "Member schools, check before asking");
        journey.pressInDialog(lead, "Ask 7 schools");
        Page head = journey.take("head.hythe-hub", "Give consent", COLLABORATION);
        journey.check(head, "Consent to give");
        journey.press(head, "Check and agree for Hythe Hub school 3 (demo)");
        journey.pressInDialog(head, "Agree to share and pledge");
        assertThat(head.getByText("Agreed by")).isVisible();
        fixtures.consented(bid);
    }

    private void leadSubmits() {
        Page page = journey.take(LEAD, "Draft plan", COLLABORATION);
        assertThat(page.getByLabel("Own priority").last()).hasValue("Reading for pleasure – darllen er pleser 📚");
        journey.check(page, "Plan");
        journey.press(page, "Check and submit");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Submit the plan for £21,000")))
                .isVisible();
        journey.check(page, "Plan, check before submitting");
        journey.confirm(page, "Submit the plan for £21,000");
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.IN_REVIEW);
        journey.check(page, "Case in review");
    }

    private void adviserRecommends() {
        Page queue = journey.open(journey.as(ADVISER), "tasks");
        queue.locator(".task-list vaadin-item").first().click();
        journey.settle(queue);
        journey.check(queue, "Tasks, one chosen");
        Page page = journey.take(ADVISER, "Review plan", COLLABORATION);
        journey.check(page, "Review");
        for (Locator yes : page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Yes"))
                .all()) {
            yes.check();
        }
        for (Locator three : page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("3"))
                .all()) {
            three.check();
        }
        for (Locator reason : page.getByLabel("Reason: ").all()) {
            reason.fill("The targets show it.");
        }
        type(page, "What you think of the plan as a whole", "A sound plan with clear targets.");
        type(page, "Recommended amount", "21000");
        journey.press(page, "Check and recommend");
        journey.confirm(page, "Recommend £21,000");
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
    }

    private void chairOpensTheBallot() {
        Page page = journey.take("chair.south", "Open ballot", COLLABORATION);
        journey.check(page, "Ballot to open");
        journey.press(page, "Check and open the ballot");
        journey.confirm(page, "Put £21,000 to the vote");
    }

    private void membersVote() {
        boolean pictured = false;
        for (String voter : fixtures.voters(bid)) {
            if (bids.get(bid).status() != BidStatus.BEFORE_BOARD) {
                break;
            }
            Page page = journey.take(voter, "Cast vote", COLLABORATION);
            if (!pictured) {
                journey.check(page, "Vote");
                pictured = true;
            }
            page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Approve £21,000"))
                    .check();
            journey.press(page, "Check your vote");
            journey.confirm(page, "Approve £21,000");
        }
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.AWARDED);
    }

    private void leadAccepts() {
        Page page = journey.take(LEAD, "Accept award", COLLABORATION);
        journey.check(page, "Award to accept");
        journey.press(page, "Check and accept");
        journey.check(page, "Award, check before accepting");
        journey.confirm(page, "Accept £21,000");
    }

    private void financeReleases(String amount) {
        Page officer = journey.take(OFFICER, "Request release", COLLABORATION);
        journey.check(officer, "Release to request");
        journey.press(officer, "Request release of " + amount);
        journey.confirm(officer, "Request release of " + amount);
        Page approver = journey.take(APPROVER, "Approve release", COLLABORATION);
        journey.check(approver, "Release to approve");
        journey.press(approver, "Approve " + amount);
        journey.confirm(approver, "Approve " + amount);
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.IN_DELIVERY);
    }

    private void leadReportsInMarch() {
        Page page = journey.take(LEAD, "Write March report", COLLABORATION);
        journey.check(page, "March report");
        for (Locator onTrack : page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("On track"))
                .all()) {
            onTrack.check();
        }
        for (Locator text : page.locator("vaadin-text-area textarea").all()) {
            text.fill("Joint lesson observations in every school.");
        }
        journey.press(page, "Check and submit");
        journey.confirm(page, "Submit March report");
    }

    private void leadReportsInOctober() {
        Page page = journey.take(LEAD, "Write October report", COLLABORATION);
        journey.check(page, "October report");
        type(page, "Value reached", "85.5");
        type(page, "What the results say", "The target was reached.");
        journey.press(page, "Check and submit");
        journey.confirm(page, "Submit October report");
    }

    private void adviserAccepts(String task) {
        Page page = journey.take(ADVISER, task, COLLABORATION);
        journey.check(page, task);
        journey.press(page, "Accept report");
        journey.confirm(page, "Accept report");
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
            journey.check(page, "Case, " + tab);
        }
    }

    private static void type(Page page, String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }
}

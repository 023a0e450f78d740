package org.schoolcollab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.NextRound;
import org.schoolcollab.testing.browser.BrowserJourney;
import org.schoolcollab.testing.browser.BrowserTest;
import org.schoolcollab.testing.browser.Keyboard;
import org.springframework.beans.factory.annotation.Autowired;

/** What was before beside what is now: the last round, the submission before, what was saved when, and the shares of the plan. */
@BrowserTest
class PlanHistoryIT {

    private static final String SLUG = "hythe-hub";
    private static final String LEAD = "lead." + SLUG;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    NextRound nextRound;

    private BrowserJourney journey;

    @BeforeEach
    void take(BrowserJourney given) {
        journey = given;
    }

    @Test
    void linesOfTheLastRoundAreCopiedByKeyboard() {
        fixtures.closedBid(SLUG);
        BidId bid = nextRound.draftBid(SLUG);
        Page page = journey.open(journey.as(LEAD), "bids/" + bid + "/last-round");
        Keyboard keyboard = new Keyboard(journey, page);

        keyboard.press("Copy what is chosen");
        assertThat(page.locator(".error-summary")).containsText("Choose at least one line to copy.");
        journey.check(page, "Last round beside the new plan, nothing chosen");
        for (String line : List.of("Reading for pleasure", "Pupils at level 4 or above in writing, percent")) {
            keyboard.tabTo(box(page, line));
            page.keyboard().press("Space");
            assertThat(box(page, line)).isChecked();
        }
        keyboard.press("Copy what is chosen");

        assertThat(page.getByText("2 lines were copied from 2014/15 into the new plan."))
                .isVisible();
        assertThat(page.locator("#plan-priorities")).isFocused();
        journey.doneByKeyboard("Copy lines of the last round into a plan");
        journey.open(page, "bids/" + bid + "/last-round");
        assertThat(page.getByText("Is in the new plan")).hasCount(2);
        journey.check(page, "Last round, some of it copied");

        Page adviser = journey.open(journey.as("adviser.south"), "bids/" + bid + "/last-round");
        assertThat(adviser.locator("vaadin-checkbox")).hasCount(0);
    }

    @Test
    void whatChangedIsMarkedInThePlan() {
        BidId bid = fixtures.changedAfterReturn(SLUG);
        fixtures.type(bid, "support", "Help from a Teaching School in autumn");
        fixtures.type(bid, "support", "Help from two Teaching Schools in autumn");
        Page lead = journey.open(journey.as(LEAD), "bids/" + bid + "/case/plan");
        lead.getByLabel("Mark what changed since revision 1").check();
        assertThat(lead.locator("ins").first()).isVisible();
        journey.check(lead, "Case, Plan with marks");
        journey.check(journey.open(lead, "bids/" + bid + "/plan/print/changes"), "Plan to print, changes marked");
        Page history = journey.open(lead, "bids/" + bid + "/case/history");
        history.locator(".timeline summary").first().click();
        journey.check(history, "Case, History with saves in one line");
        fixtures.answerAndSubmit(bid, SLUG);
        Page adviser = journey.open(journey.as("adviser.south"), "bids/" + bid + "/review");
        assertThat(adviser.locator("del").first()).isVisible();
        journey.check(adviser, "Review with marks in the plan");
    }

    @Test
    void anAwardStartsWithTheSharesOfThePlan() {
        BidId bid = fixtures.agreedBid(SLUG);
        Page page = journey.open(journey.as(LEAD), "bids/" + bid + "/award");
        assertThat(page.getByText("The shares come to £21,000, the whole award."))
                .isVisible();
        journey.check(page, "Award to accept, shares like the plan");
        journey.check(journey.open(page, "bids/" + bid + "/case/schools"), "Case, Schools by whom it was submitted");
    }

    private static Locator box(Page page, String line) {
        return page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(line));
    }
}

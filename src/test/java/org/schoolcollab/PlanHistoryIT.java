package org.schoolcollab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.NextRound;
import org.schoolcollab.testing.browser.BrowserJourney;
import org.schoolcollab.testing.browser.BrowserTest;
import org.schoolcollab.testing.browser.Keyboard;
import org.springframework.beans.factory.annotation.Autowired;

/** What was before beside what is now: the last round, the submission before, and what was saved when. */
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
        journey.check(journey.open(lead, "bids/" + bid + "/plan/print/changes"), "Plan to print, changes marked");
        assertThatAllOfItIsPrinted(lead);
        Page history = journey.open(lead, "bids/" + bid + "/case/history");
        history.locator(".timeline summary").first().click();
        journey.check(history, "Case, History with saves in one line");
        fixtures.answerAndSubmit(bid, SLUG);
        Page adviser = journey.open(journey.as("adviser.south"), "bids/" + bid + "/review");
        assertThat(adviser.locator("del").first()).isVisible();
        journey.check(adviser, "Review with marks in the plan");
    }

    /** The page scrolls within the window; on paper nothing of it may be cut off. */
    private static void assertThatAllOfItIsPrinted(Page page) {
        try (PDDocument paper = Loader.loadPDF(page.pdf())) {
            assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s+", " "))
                    .startsWith("Plan of Hythe Hub")
                    .contains("Member schools", "Hythe Hub school 7 (demo)", "No files have been added.")
                    .doesNotContain("Download as PDF");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Locator box(Page page, String line) {
        return page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(line));
    }
}

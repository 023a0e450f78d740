package org.schoolcollab.inbox.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.testing.browser.BrowserJourney;
import org.schoolcollab.testing.browser.BrowserTest;
import org.schoolcollab.testing.browser.Keyboard;
import org.springframework.beans.factory.annotation.Autowired;

/** People who use no mouse, and people with two windows. */
@BrowserTest
class KeyboardIT {

    /** Questions of the checklist, which stand before the scores. */
    private static final int CHECKS = 8;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidRegister bids;

    @Test
    void anAdviserFindsATaskClaimsItAndRecommendsByKeyboardAlone(BrowserJourney journey) {
        BidId bid = fixtures.unassignedBid("hythe-hub");
        Page page = journey.open(journey.as("adviser.south"), "tasks?view=group");
        Keyboard keyboard = new Keyboard(journey, page);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        keyboard.tabTo(page.locator(".task-list vaadin-item").first());
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/bids/"));
        journey.settle(page);
        page.goBack();
        journey.settle(page);

        keyboard.tabTo(page.locator(".task-list vaadin-item").first());
        page.keyboard().press("c");
        assertThat(page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Mine 1")))
                .isVisible();
        assertThat(page.locator(".nav-badge").first()).hasText("1");
        assertThat(button(page, "Open review")).isFocused();
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.endsWith("/review"));
        journey.settle(page);

        keyboard.tabTo(button(page, "Check and recommend"));
        page.keyboard().press("Enter");
        assertThat(page.locator(".error-summary")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.RADIO).first()).isFocused();
        for (int question = 0; question < page.locator("vaadin-radio-group").count(); question++) {
            keyboard.tabTo(page.locator("vaadin-radio-group").nth(question).locator("input"));
            page.keyboard().press("Space");
            if (question >= CHECKS) {
                page.keyboard().press("Tab");
                page.keyboard().type("Seen in the plan.");
            }
        }
        journey.settle(page);
        keyboard.tabTo(page.getByLabel("What you think of the plan as a whole"));
        page.keyboard().type("A sound plan with clear targets.");
        keyboard.tabTo(page.getByLabel("Recommended amount"));
        page.keyboard().type("21000");
        keyboard.tabTo(button(page, "Check and recommend"));
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(1);
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(button(page, "Check and recommend")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(1);
        keyboard.tabTo(button(page, "Recommend £21,000"));
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.endsWith("/bids/" + bid));

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
        journey.doneByKeyboard("Find a task in the queue, claim it and open it");
        journey.doneByKeyboard("Fill in a review, go from each error to its field, and recommend a bid");
    }

    @Test
    void whoHasTheSameStepOpenInTwoWindowsIsToldWhoDidItAndWhen(BrowserJourney journey) {
        fixtures.submittedBid("hythe-hub");
        Page first = journey.take("adviser.south", "Review plan", "Hythe Hub");
        Page second = journey.open(first.context().newPage(), first.url().replaceFirst("^https?://[^/]+/", ""));
        for (Page window : new Page[] {first, second}) {
            fill(window);
            journey.press(window, "Check and recommend");
        }
        journey.confirm(first, "Recommend £21,000");
        journey.pressInDialog(second, "Recommend £21,000");

        assertThat(second.getByRole(AriaRole.DIALOG)).hasCount(1);
        assertThat(second.locator(".refusal")).containsText("You did this yourself on 16 June 2014, 10:00");
    }

    private static void fill(Page page) {
        for (Locator yes : page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Yes"))
                .all()) {
            yes.check();
        }
        for (Locator three : page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("3"))
                .all()) {
            three.check();
        }
        for (Locator reason : page.getByLabel("Reason: ").all()) {
            reason.fill("Seen in the plan.");
        }
        page.getByLabel("What you think of the plan as a whole").fill("A sound plan with clear targets.");
        page.getByLabel("Recommended amount").fill("21000");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}

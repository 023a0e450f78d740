package org.schoolcollab.testing.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A person without a mouse in front of one window. */
public final class Keyboard {

    private static final int AT_MOST = 150;

    private final BrowserJourney journey;
    private final Page page;

    public Keyboard(BrowserJourney journey, Page page) {
        this.journey = journey;
        this.page = page;
    }

    /** Presses Tab until the focus is on one of these elements or within it. */
    public void tabTo(Locator wanted) {
        until(wanted, "Tab");
    }

    /** Presses Shift and Tab until the focus is on one of these elements or within it. */
    public void tabBackTo(Locator wanted) {
        until(wanted, "Shift+Tab");
    }

    /** Goes to the button with this name, presses it and waits for the answer. */
    public void press(String button) {
        tabTo(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)));
        key("Enter");
    }

    /** Goes to the link with this name and follows it. */
    public void follow(String link) {
        tabTo(page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)));
        key("Enter");
    }

    /** Goes to the button of the dialog that is open, presses it and waits for the answer. */
    public void pressInDialog(String button) {
        tabTo(page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true)));
        key("Enter");
    }

    /** Goes to the field and writes. */
    public void write(Locator field, String words) {
        tabTo(field);
        page.keyboard().type(words);
    }

    /** Goes to a list of choices with this label, opens it and takes the one that holds these words. */
    public void choose(String label, String words) {
        tabTo(page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)));
        key("Enter");
        arrowTo(page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setVisible(true))
                .filter(new Locator.FilterOptions().setHasText(words)));
        key("Enter");
    }

    /** Presses the arrow down until the focus is on one of these elements. */
    public void arrowTo(Locator wanted) {
        until(wanted, "ArrowDown");
    }

    /** Presses a key and waits for the answer of the portal. */
    public void key(String key) {
        page.keyboard().press(key);
        journey.settle(page);
    }

    private void until(Locator wanted, String key) {
        wanted.first().waitFor();
        for (int pressed = 0; pressed < AT_MOST; pressed++) {
            Object there = wanted.evaluateAll("found => found.some(element => element.matches(':focus-within'))");
            if (Boolean.TRUE.equals(there)) {
                return;
            }
            page.keyboard().press(key);
        }
        throw new AssertionError("the keyboard does not get to " + wanted);
    }
}

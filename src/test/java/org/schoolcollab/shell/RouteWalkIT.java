package org.schoolcollab.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.schoolcollab.testing.browser.BrowserJourney;
import org.schoolcollab.testing.browser.BrowserTest;

/** Somebody of every role opens all that their navigation offers; every screen is held to the standard. */
@BrowserTest
class RouteWalkIT {

    private static final List<String> ONE_OF_EACH_ROLE = List.of(
            "lead.hythe-hub",
            "head.hythe-hub",
            "adviser.south",
            "board1.south",
            "chair.south",
            "finance.officer",
            "finance.approver",
            "admin",
            "editor",
            "publisher",
            "forum",
            "auditor");

    @Test
    void everyScreenOfTheNavigationIsThereForItsRolesAndMeetsTheStandard(BrowserJourney journey) {
        Map<String, String> screens = new TreeMap<>();
        for (String person : ONE_OF_EACH_ROLE) {
            Page page = journey.as(person);
            Locator entries = page.locator("vaadin-side-nav-item");
            assertThat(entries.first()).isAttached();
            List<String> paths = new ArrayList<>();
            for (Locator entry : entries.all()) {
                paths.add(entry.getAttribute("path").replaceFirst("^/", ""));
            }
            for (String path : paths) {
                journey.open(page, path);
                assertThat(page.locator("h1")).hasCount(1);
                String heading = page.locator("h1").innerText();
                assertThat(heading).as("%s for %s", path, person).doesNotContain("does not exist", "may not open");
                assertThat(page.title()).endsWith("School collaboration portal").contains(heading);
                if (screens.putIfAbsent(path, heading) == null) {
                    journey.check(page, heading);
                }
            }
        }
        Page page = journey.as("lead.hythe-hub");
        journey.check(journey.open(page, "nowhere"), "Page that does not exist");
        journey.check(journey.open(page, "audit"), "Page that is closed");
        journey.check(journey.open(journey.stranger(), "accessibility"), "Accessibility statement");
        assertThat(screens).containsKeys("tasks", "collaborations", "bids", "rounds", "audit");
    }
}

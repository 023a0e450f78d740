package org.schoolcollab.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import org.junit.jupiter.api.Test;
import org.schoolcollab.testing.browser.BrowserJourney;
import org.schoolcollab.testing.browser.BrowserTest;

@BrowserTest
class LoginIT {

    @Test
    void aWrongPasswordIsRefusedInPlainWords(BrowserJourney journey) {
        Page page = journey.open(journey.stranger(), "login");
        journey.check(page, "Log in");

        journey.logIn(page, "adviser.south", "wrong");

        assertThat(page.getByText("We could not log you in")).isVisible();
        assertThat(page).hasTitle("Problem: log in – School collaboration portal");
        journey.check(page, "Log in, refused");
    }

    @Test
    void aStrangerIsAskedToLogInAndThenGetsWhereTheyWanted(BrowserJourney journey) {
        Page page = journey.open(journey.stranger(), "collaborations");
        assertThat(page).hasTitle("Log in – School collaboration portal");

        journey.logIn(page, "adviser.south", BrowserJourney.PASSWORD);

        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("Collaborations").setLevel(1)))
                .isVisible();
    }

    @Test
    void theSessionGetsANewIdOnLogInAndItsCookieIsClosedToScripts(BrowserJourney journey) {
        Page page = journey.open(journey.stranger(), "login");
        Cookie before = session(page);

        journey.logIn(page, "adviser.south", BrowserJourney.PASSWORD);
        page.waitForURL(url -> !url.contains("/login"));

        Cookie after = session(page);
        assertThat(after.value).isNotEqualTo(before.value);
        assertThat(after.httpOnly).isTrue();
        assertThat(after.sameSite).isEqualTo(SameSiteAttribute.LAX);
    }

    @Test
    void everyPageComesWithItsProtection(BrowserJourney journey) {
        Response answer = journey.stranger().navigate(journey.address() + "/login");

        assertThat(answer.headers())
                .containsEntry("x-frame-options", "DENY")
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("referrer-policy", "same-origin")
                .hasEntrySatisfying(
                        "content-security-policy", policy -> assertThat(policy).contains("frame-ancestors 'none'"));
        assertThat(journey.stranger().locator("html").getAttribute("lang")).isEqualTo("en-GB");
    }

    @Test
    void theFirstTabStopSkipsToTheContent(BrowserJourney journey) {
        Page page = journey.open(journey.as("adviser.south"), "collaborations");

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip-link")).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.locator("main#content")).isFocused();
    }

    @Test
    void theFocusMovesToTheHeadingOfTheNextScreen(BrowserJourney journey) {
        Page page = journey.open(journey.as("adviser.south"), "collaborations");

        page.getByRole(AriaRole.NAVIGATION).getByText("Rounds").click();

        assertThat(page.locator("h1")).isFocused();
        assertThat(page.locator("h1")).hasCount(1);
    }

    @Test
    void slashLeadsToTheSearchAndQuestionMarkListsTheShortcuts(BrowserJourney journey) {
        Page page = journey.open(journey.as("adviser.south"), "collaborations");

        page.keyboard().press("?");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Go to the search");
        journey.check(page, "Keyboard shortcuts");
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        page.keyboard().press("/");

        assertThat(page.locator("#portal-search input")).isFocused();
    }

    @Test
    void loggingOutEndsTheSession(BrowserJourney journey) {
        Page page = journey.as("adviser.south");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log out"))
                .click();
        page.waitForURL(url -> url.contains("/login"));

        journey.open(page, "tasks");
        assertThat(page).hasTitle("Log in – School collaboration portal");
    }

    private static Cookie session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .findFirst()
                .orElseThrow();
    }
}

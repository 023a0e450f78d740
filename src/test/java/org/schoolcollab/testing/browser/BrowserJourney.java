package org.schoolcollab.testing.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** People in front of the portal, each in a browser window of their own that stays logged in. */
public final class BrowserJourney implements AutoCloseable {

    public static final String PASSWORD = "demo-2014";
    public static final List<String> STANDARD = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final int WIDE = 1280;
    private static final int NARROW = 360;
    /** 1280 pixels enlarged to 400 %. */
    private static final int NARROWEST = 320;

    private static final int HEIGHT = 860;
    private static final double PATIENCE_MS = 20_000;
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String SETTLED = """
            () => {
              const clients = Object.values(window.Vaadin?.Flow?.clients ?? {});
              return clients.some(c => c.isActive) && clients.every(c => !c.isActive || !c.isActive())
                && document.querySelector('h1') !== null;
            }""";

    /** Changes of a scheme fade from parent to child, so quiet counts only when it lasts. */
    private static final String COLOURS_SETTLED = """
            async () => {
              for (let quiet = 0, frames = 0; quiet < 3 && frames < 300; frames++) {
                await new Promise(requestAnimationFrame);
                quiet = document.getAnimations().some(a => a.playState === 'running') ? 0 : quiet + 1;
              }
            }""";

    private static final String CONTRAST = """
            async () => (await axe.run(document, { runOnly: ['color-contrast'], resultTypes: ['violations'] })).violations
              .flatMap(rule => rule.nodes).map(node => node.target.join(' ') + ' ' + node.failureSummary)""";

    /** Colours that a reader may have chosen, beside the usual light ones. */
    private enum Scheme {
        DARK,
        MORE_CONTRAST,
        MORE_CONTRAST_IN_THE_DARK,
        FORCED_COLOURS;

        static Page.EmulateMediaOptions usual() {
            return new Page.EmulateMediaOptions()
                    .setColorScheme(ColorScheme.LIGHT)
                    .setContrast(Contrast.NO_PREFERENCE)
                    .setForcedColors(ForcedColors.NONE);
        }

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        Page.EmulateMediaOptions media() {
            return switch (this) {
                case DARK -> usual().setColorScheme(ColorScheme.DARK);
                case MORE_CONTRAST -> usual().setContrast(Contrast.MORE);
                case MORE_CONTRAST_IN_THE_DARK ->
                    usual().setColorScheme(ColorScheme.DARK).setContrast(Contrast.MORE);
                case FORCED_COLOURS -> usual().setForcedColors(ForcedColors.ACTIVE);
            };
        }
    }

    private final Browser browser;
    private final String address;
    private final Map<String, Page> windows = new LinkedHashMap<>();
    private final Set<String> tested = new TreeSet<>();
    private final Set<String> byKeyboard = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    BrowserJourney(Browser browser, String address) {
        this.browser = browser;
        this.address = address;
    }

    /** Where the portal is served, without a slash at the end. */
    public String address() {
        return address;
    }

    /** A window in which nobody is logged in. */
    public Page stranger() {
        return windows.computeIfAbsent("", none -> window());
    }

    /** The window of this person; the first time they log in on the log-in page. */
    public Page as(String username) {
        return windows.computeIfAbsent(username, name -> {
            Page page = window();
            page.navigate(address + "/login");
            logIn(page, name, PASSWORD);
            page.waitForURL(url -> !url.contains("/login"));
            settle(page);
            return page;
        });
    }

    /** Fills in the log-in form that the window shows and sends it. */
    public void logIn(Page page, String username, String password) {
        page.locator("vaadin-login-form input[name=username]").fill(username);
        page.locator("vaadin-login-form input[name=password]").fill(password);
        page.locator("vaadin-login-form input[name=password]").press("Enter");
    }

    /** Opens an address of the portal, given without a leading slash, and waits until it is shown. */
    public Page open(Page page, String path) {
        page.navigate(address + "/" + path);
        settle(page);
        return page;
    }

    /** Waits until the portal has answered all that the window asked. */
    public void settle(Page page) {
        page.waitForFunction(SETTLED);
    }

    /** Waits until the page no longer says that something typed is not saved yet: all is stored, or waits for a choice at its field. */
    public void saved(Page page) {
        page.waitForFunction("() => document.querySelector('.plan-saving')?.children[1].hidden");
        settle(page);
    }

    /** Finds a task in the person's own queue, first among theirs and then among their groups', and opens its screen from there. */
    public Page take(String person, String task, String collaboration) {
        Page page = as(person);
        page.getByRole(AriaRole.NAVIGATION).getByText("Tasks").click();
        for (String view : List.of("Mine", "My group")) {
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(view))
                    .click();
            settle(page);
            // An empty list is hidden, with the rows of the one before still in it.
            Locator rows = page.locator(".task-list vaadin-item")
                    .filter(new Locator.FilterOptions().setVisible(true))
                    .filter(new Locator.FilterOptions().setHasText(task))
                    .filter(new Locator.FilterOptions().setHasText(collaboration));
            if (rows.count() > 0) {
                rows.first().click();
                settle(page);
                page.locator(".task-detail vaadin-button").first().click();
                page.waitForURL(url -> url.contains("/bids/"));
                settle(page);
                return page;
            }
        }
        throw new AssertionError("no task \"" + task + "\" for " + collaboration + " in the queue of " + person);
    }

    /** Presses the button with this name and waits for the answer. */
    public void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        settle(page);
    }

    /** Presses a button of the dialog that is open and waits for the answer. */
    public void pressInDialog(Page page, String button) {
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
        settle(page);
    }

    /** Presses the button of the dialog that asks before the step, and waits for the case. */
    public void confirm(Page page, String button) {
        pressInDialog(page, button);
        page.waitForURL(url -> url.matches(".*/bids/[0-9a-f-]{36}([?].*)?$"));
        settle(page);
    }

    /**
     * Takes pictures of the window at both widths, under this name, and holds it to the standard at both; then its colours in the other
     * schemes that a reader may have chosen. What does not meet the standard fails the test when it has ended, so that one run tells all.
     */
    public void check(Page page, String name) {
        tested.add(name);
        String file = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        for (int width : new int[] {NARROW, WIDE}) {
            resize(page, width);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(file + "-" + width + ".png"))
                    .setFullPage(true));
            note(name, width + " px", violations(page));
        }
        for (Scheme scheme : Scheme.values()) {
            page.emulateMedia(scheme.media());
            page.evaluate(COLOURS_SETTLED);
            note(name, scheme.words(), pale(page));
        }
        page.emulateMedia(Scheme.usual());
        resize(page, NARROWEST);
        if (!Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))) {
            note(name, NARROWEST + " px", List.of("scrolls sideways"));
        }
        resize(page, WIDE);
    }

    private void resize(Page page, int width) {
        page.setViewportSize(width, HEIGHT);
        settle(page);
        page.evaluate(COLOURS_SETTLED);
    }

    private void note(String name, String how, List<String> violations) {
        violations.forEach(violation -> problems.add(name + ", " + how + ": " + violation));
    }

    /** Notes for the accessibility statement what has just been done by keyboard alone. */
    public void doneByKeyboard(String what) {
        byKeyboard.add(what);
    }

    Set<String> byKeyboard() {
        return byKeyboard;
    }

    static List<String> schemes() {
        return Arrays.stream(Scheme.values()).map(Scheme::words).toList();
    }

    /** Names of the screens that were held to the standard. */
    Set<String> tested() {
        return tested;
    }

    /** What did not meet it. */
    List<String> problems() {
        return problems;
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(STANDARD).setLegacyMode(true).analyze().getViolations().stream()
                        .map(BrowserJourney::sentence)
                        .toList();
    }

    /** Texts of too little contrast. The rules are in the page already; only colours have changed. */
    private static List<String> pale(Page page) {
        return ((List<?>) page.evaluate(CONTRAST)).stream().map(String::valueOf).toList();
    }

    private static String sentence(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + "\n"
                + rule.getNodes().stream()
                        .map(node -> "    " + node.getTarget() + "  " + node.getHtml() + "\n      "
                                + node.getFailureSummary())
                        .collect(Collectors.joining("\n"));
    }

    private Page window() {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(WIDE, HEIGHT)
                .setLocale("en-GB")
                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE_MS);
        return context.newPage();
    }

    /** Pictures for whoever can open them, and the words for whoever has nothing but what the run printed. */
    void picturesOfFailure(String test) {
        windows.forEach((name, page) -> {
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(PICTURES.resolve("failed-" + test + "-" + name + ".png")));
            System.err.println("what " + name + " saw at " + page.url() + ":\n" + page.innerText("body"));
        });
    }

    @Override
    public void close() {
        windows.values().forEach(page -> page.context().close());
    }
}

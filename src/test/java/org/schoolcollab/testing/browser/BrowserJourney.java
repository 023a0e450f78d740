package org.schoolcollab.testing.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
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
    private static final int HEIGHT = 860;
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String SETTLED = """
            () => {
              const clients = Object.values(window.Vaadin?.Flow?.clients ?? {});
              return clients.some(c => c.isActive) && clients.every(c => !c.isActive || !c.isActive())
                && document.querySelector('h1') !== null;
            }""";

    private final Browser browser;
    private final String address;
    private final Map<String, Page> windows = new LinkedHashMap<>();
    private final Set<String> tested = new TreeSet<>();

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

    /** Takes pictures of the window at both widths, under this name, and holds it to the standard at both. */
    public void check(Page page, String name) {
        tested.add(name);
        String file = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        try {
            for (int width : new int[] {NARROW, WIDE}) {
                page.setViewportSize(width, HEIGHT);
                settle(page);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(file + "-" + width + ".png"))
                        .setFullPage(true));
                assertThat(violations(page)).as("%s at %d px", name, width).isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as("%s fits into %d px", name, width)
                        .isEqualTo(true);
            }
        } finally {
            page.setViewportSize(WIDE, HEIGHT);
        }
    }

    /** Names of the screens that were held to the standard. */
    public Set<String> tested() {
        return tested;
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(STANDARD).setLegacyMode(true).analyze().getViolations().stream()
                        .map(BrowserJourney::sentence)
                        .toList();
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
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        return context.newPage();
    }

    void picturesOfFailure(String test) {
        windows.forEach((name, page) -> page.screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve("failed-" + test + "-" + name + ".png"))));
    }

    @Override
    public void close() {
        windows.values().forEach(page -> page.context().close());
    }
}

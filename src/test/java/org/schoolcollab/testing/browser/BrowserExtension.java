package org.schoolcollab.testing.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * One Chromium for all tests of a run; for each test a journey of its own, closed after it. A screen that does not meet the standard
 * fails its test; when a class has passed, what it checked has to be what the accessibility record lists for it.
 */
final class BrowserExtension implements ParameterResolver, AfterEachCallback, AfterAllCallback {

    private static final Namespace SPACE = Namespace.create(BrowserExtension.class);

    /** Started once, ended with the run. */
    private static final class Chromium implements AutoCloseable {

        private final Playwright playwright;
        private final Browser browser;

        Chromium() {
            Optional<Path> installed = installed();
            Playwright.CreateOptions options = new Playwright.CreateOptions();
            if (installed.isPresent()) {
                options.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
            }
            playwright = Playwright.create(options);
            BrowserType.LaunchOptions launch =
                    new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-background-networking"));
            installed.ifPresent(launch::setExecutablePath);
            browser = playwright.chromium().launch(launch);
        }

        /** The Chromium that PORTAL_CHROMIUM names, or one that is installed; else Playwright brings its own. */
        private static Optional<Path> installed() {
            String named = System.getProperty("portal.chromium", System.getenv("PORTAL_CHROMIUM"));
            if (named != null && !named.isBlank()) {
                return Optional.of(Path.of(named));
            }
            return Stream.concat(
                            Stream.of("/usr/bin"),
                            Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)))
                    .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                            .map(name -> Path.of(folder, name)))
                    .filter(Files::isExecutable)
                    .findFirst();
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == BrowserJourney.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Chromium chromium = context.getRoot()
                .getStore(SPACE)
                .computeIfAbsent(Chromium.class, type -> new Chromium(), Chromium.class);
        String port = SpringExtension.getApplicationContext(context)
                .getEnvironment()
                .getRequiredProperty("local.server.port");
        BrowserJourney journey = new BrowserJourney(chromium.browser, "http://127.0.0.1:" + port);
        context.getStore(SPACE).put(BrowserJourney.class, journey);
        return journey;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        BrowserJourney journey = context.getStore(SPACE).get(BrowserJourney.class, BrowserJourney.class);
        if (journey == null) {
            return;
        }
        Checked checked = checked(context.getParent().orElseThrow());
        if (context.getExecutionException().isPresent()) {
            checked.failed = true;
            journey.picturesOfFailure(context.getRequiredTestClass().getSimpleName());
        }
        journey.close();
        checked.screens.addAll(journey.tested());
        checked.byKeyboard.addAll(journey.byKeyboard());
        if (!journey.problems().isEmpty()) {
            checked.failed = true;
            throw new AssertionError(String.join("\n", journey.problems()));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Checked checked = checked(context);
        if (!checked.failed) {
            AccessibilityRecord.assertListed(
                    context.getRequiredTestClass().getSimpleName(), checked.screens, checked.byKeyboard);
        }
    }

    private static Checked checked(ExtensionContext ofClass) {
        return ofClass.getStore(SPACE).computeIfAbsent(Checked.class, type -> new Checked(), Checked.class);
    }

    /** What the tests of one class have held to the standard. */
    private static final class Checked {

        private final Set<String> screens = new TreeSet<>();
        private final Set<String> byKeyboard = new TreeSet<>();
        private boolean failed;
    }
}

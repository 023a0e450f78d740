package org.schoolcollab.testing.browser;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.schoolcollab.testing.KnownState;
import org.schoolcollab.testing.TestDatabaseInitializer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * Like {@code @PortalTest}, but served on a free port to a real browser, which a test gets as a {@link BrowserJourney} parameter. A
 * failing test leaves a screenshot of every open page in target/screenshots.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"flowable.async-executor-activate=false", "portal.clock.start=2014-06-16T09:00:00Z"})
@ActiveProfiles("demo")
@ContextConfiguration(initializers = TestDatabaseInitializer.class)
@ExtendWith({KnownState.class, BrowserExtension.class})
public @interface BrowserTest {}

package org.schoolcollab.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a real MariaDB with the demo programme loaded, the clock standing at {@link KnownState#NOW}, nobody logged
 * in, no job running by itself. Every test starts from that state; one application and one database serve all tests of a run.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.MOCK,
        properties = {
            "flowable.async-executor-activate=false",
            "portal.clock.start=2014-06-16T09:00:00Z",
            "portal.batches.beside-the-screen=false"
        })
@ActiveProfiles("demo")
@ContextConfiguration(initializers = TestDatabaseInitializer.class)
@ExtendWith(KnownState.class)
public @interface PortalTest {}

package org.schoolcollab.testing;

import java.util.Map;
import org.schoolcollab.embedded.EmbeddedMariaDb;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;

/** Points the application at the test database, before the embedded one would be started. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class TestDatabaseInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestDatabase.instance().usedBy(context);
        Statements.watch(context);
        EmbeddedMariaDb server = TestDatabase.instance().server();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "testDatabase",
                        Map.of(
                                "spring.datasource.url", server.url(),
                                "spring.datasource.username", EmbeddedMariaDb.APPLICATION,
                                "spring.datasource.password", server.applicationPassword(),
                                "spring.flyway.url", server.url(),
                                "spring.flyway.user", EmbeddedMariaDb.OWNER,
                                "spring.flyway.password", server.ownerPassword())));
    }
}

package org.schoolcollab.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the portal's own MariaDB before anything else when no database server is named ({@code spring.datasource.url}), and turns
 * on the demo profile. The database stops last, after the engine and the connection pool.
 */
class EmbeddedDatabaseInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.containsProperty("spring.datasource.url")) {
            return;
        }
        Path home = Path.of(
                environment.getProperty("portal.home", PortalHome.ofUser().toString()));
        EmbeddedMariaDb database = EmbeddedMariaDb.start(
                home, List.of(environment.getProperty("portal.embedded.arguments", String[].class, new String[0])));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "embeddedMariaDb",
                        Map.of(
                                "spring.datasource.url", database.url(),
                                "spring.datasource.username", EmbeddedMariaDb.APPLICATION,
                                "spring.datasource.password", database.applicationPassword(),
                                "spring.flyway.url", database.url(),
                                "spring.flyway.user", EmbeddedMariaDb.OWNER,
                                "spring.flyway.password", database.ownerPassword())));
        if (environment.getActiveProfiles().length == 0) {
            environment.addActiveProfile("demo");
        }
        // Runs once every part of the application has stopped, the engine and the connection pool included.
        SpringApplication.getShutdownHandlers().add(database::close);
    }
}

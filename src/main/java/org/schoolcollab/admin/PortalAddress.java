package org.schoolcollab.admin;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where people reach the portal, for links that leave it: {@code portal.address}, else this machine and the port. */
@Component
class PortalAddress {

    private final String configured;
    private final Environment environment;

    PortalAddress(@Value("${portal.address:}") String configured, Environment environment) {
        this.configured = configured;
        this.environment = environment;
    }

    /** The full address of a path of the portal; of the portal itself for an empty path. */
    String of(String path) {
        String base = configured.isBlank()
                ? "http://localhost:"
                        + environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"))
                : configured.replaceFirst("/$", "");
        return path.isEmpty() ? base : base + "/" + path;
    }
}

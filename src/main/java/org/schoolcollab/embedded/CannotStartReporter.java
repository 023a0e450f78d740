package org.schoolcollab.embedded;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one sentence why the portal does not start, where the reason is one that a person can mend. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class CannotStartReporter implements SpringBootExceptionReporter {

    /** @param context created by Spring Boot with this parameter; not needed */
    CannotStartReporter(ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart) {
                System.err.println(cause.getMessage());
                return true;
            }
            if (cause instanceof PortInUseException taken) {
                System.err.println("Port " + taken.getPort()
                        + " is in use by another program: stop that one, or choose another port with --port.");
                return true;
            }
        }
        return false;
    }
}

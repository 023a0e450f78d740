package org.schoolcollab.testing;

import java.util.function.Supplier;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PortalPrincipal;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Acts as a person, by user name, without the log-in page. */
@Component
public class LogIn {

    private final People people;

    LogIn(People people) {
        this.people = people;
    }

    /** Logs this person in for the rest of the test, on this thread. */
    public void as(String username) {
        PortalPrincipal principal = people.principal(username)
                .orElseThrow(() -> new IllegalArgumentException("no person with user name " + username));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
        SecurityContextHolder.setContext(context);
    }

    /** Runs something as this person and goes back to who was logged in before. */
    public <T> T as(String username, Supplier<T> step) {
        SecurityContext before = SecurityContextHolder.getContext();
        try {
            as(username);
            return step.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Like {@link #as(String, Supplier)} for a step without a result. */
    public void run(String username, Runnable step) {
        as(username, () -> {
            step.run();
            return true;
        });
    }
}

package org.schoolcollab.security;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.schoolcollab.shared.PortalClock;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords: after ten failed attempts for a user name within ten minutes, further ones are refused for ten
 * minutes, with the right password too. Kept in memory: a restart forgets it, and each of several nodes counts by itself.
 */
@Component
class LoginThrottle {

    static final int ATTEMPTS = 10;
    static final Duration WITHIN = Duration.ofMinutes(10);

    /** Names that are remembered; the one that failed longest ago is forgotten first, so that made-up names fill no memory. */
    private static final int REMEMBERED = 10_000;

    private final PortalClock clock;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>();

    LoginThrottle(PortalClock clock) {
        this.clock = clock;
    }

    /** Whether attempts for this user name are refused now. */
    synchronized boolean refuses(String username) {
        Deque<Instant> recent = failures.get(username);
        return recent != null
                && recent.size() == ATTEMPTS
                && clock.instant().isBefore(recent.getLast().plus(WITHIN));
    }

    @EventListener
    synchronized void failed(AuthenticationFailureBadCredentialsEvent event) {
        String username = event.getAuthentication().getName();
        if (username == null || refuses(username)) {
            return;
        }
        Instant now = clock.instant();
        Deque<Instant> recent = failures.remove(username);
        if (recent == null) {
            recent = new ArrayDeque<>(ATTEMPTS);
        }
        while (!recent.isEmpty()
                && (recent.size() == ATTEMPTS || !recent.getFirst().plus(WITHIN).isAfter(now))) {
            recent.removeFirst();
        }
        recent.addLast(now);
        failures.put(username, recent);
        if (failures.size() > REMEMBERED) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    @EventListener
    synchronized void succeeded(AuthenticationSuccessEvent event) {
        failures.remove(event.getAuthentication().getName());
    }
}

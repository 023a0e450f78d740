package org.schoolcollab.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.shared.PortalClock;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;

class LoginThrottleTest {

    private final PortalClock clock = new PortalClock(Clock.systemUTC());
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @BeforeEach
    void clockStands() {
        clock.stopAt(Instant.parse("2014-06-16T09:00:00Z"));
    }

    @Test
    void allowsTheTenthAttemptAndRefusesTheEleventh() {
        fail("admin", 9);
        assertThat(throttle.refuses("admin")).isFalse();
        fail("admin", 1);
        assertThat(throttle.refuses("admin")).isTrue();
        assertThat(throttle.refuses("auditor")).isFalse();
    }

    @Test
    void allowsAttemptsAgainTenMinutesAfterTheTenthFailure() {
        fail("admin", 10);
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(throttle.refuses("admin")).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(throttle.refuses("admin")).isFalse();
    }

    @Test
    void forgetsFailuresOlderThanTenMinutes() {
        fail("admin", 9);
        clock.advance(Duration.ofMinutes(11));
        fail("admin", 9);
        assertThat(throttle.refuses("admin")).isFalse();
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        fail("admin", 9);
        throttle.succeeded(new AuthenticationSuccessEvent(token("admin")));
        fail("admin", 9);
        assertThat(throttle.refuses("admin")).isFalse();
    }

    private void fail(String username, int times) {
        for (int n = 0; n < times; n++) {
            throttle.failed(
                    new AuthenticationFailureBadCredentialsEvent(token(username), new BadCredentialsException("no")));
        }
    }

    private static UsernamePasswordAuthenticationToken token(String username) {
        return UsernamePasswordAuthenticationToken.unauthenticated(username, "guess");
    }
}

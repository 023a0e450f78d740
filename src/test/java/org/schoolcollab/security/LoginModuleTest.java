package org.schoolcollab.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;

@PortalTest
class LoginModuleTest {

    @Autowired
    private AuthenticationConfiguration authentication;

    @Autowired
    private PortalClock clock;

    @Test
    void refusesTheRightPasswordAfterTenWrongOnesUntilTenMinutesHavePassed() {
        AuthenticationManager manager = authentication.getAuthenticationManager();
        for (int n = 0; n < LoginThrottle.ATTEMPTS; n++) {
            assertThatThrownBy(() -> manager.authenticate(attempt("wrong password")))
                    .isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> manager.authenticate(attempt("demo-2014"))).isInstanceOf(LockedException.class);

        clock.advance(LoginThrottle.WITHIN.plus(Duration.ofSeconds(1)));
        assertThat(manager.authenticate(attempt("demo-2014")).isAuthenticated()).isTrue();
    }

    private static UsernamePasswordAuthenticationToken attempt(String password) {
        return UsernamePasswordAuthenticationToken.unauthenticated("editor", password);
    }
}

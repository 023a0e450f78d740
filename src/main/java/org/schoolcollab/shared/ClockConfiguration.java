package org.schoolcollab.shared;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** The one place where the system's clock is read. */
    @Bean
    PortalClock portalClock() {
        return new PortalClock(Clock.systemUTC());
    }
}

package org.schoolcollab.workflow;

import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.flowable.common.engine.impl.persistence.StrongUuidGenerator;
import org.flowable.common.engine.impl.runtime.Clock;
import org.flowable.common.engine.impl.util.DefaultClockImpl;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.flowable.spring.boot.EngineConfigurationConfigurer;
import org.schoolcollab.shared.PortalClock;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the process engine is set up: the portal's clock, ids that need no table, no deployment of its own. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    EngineConfigurationConfigurer<SpringProcessEngineConfiguration> portalEngine(PortalClock clock) {
        return engine -> {
            engine.setClock(new EngineClock(clock));
            engine.setIdGenerator(new StrongUuidGenerator());
            engine.setParallelMultiInstanceAsyncLeave(false);
        };
    }

    /** The engine asks the portal's clock. */
    private static final class EngineClock extends DefaultClockImpl implements Clock {

        private final PortalClock clock;

        EngineClock(PortalClock clock) {
            this.clock = clock;
        }

        @Override
        public Date getCurrentTime() {
            return Date.from(clock.instant());
        }

        @Override
        public java.util.Calendar getCurrentCalendar() {
            return getCurrentCalendar(TimeZone.getTimeZone(PortalClock.LONDON));
        }

        @Override
        public java.util.Calendar getCurrentCalendar(TimeZone zone) {
            GregorianCalendar calendar = new GregorianCalendar(zone);
            calendar.setTime(getCurrentTime());
            return calendar;
        }

        @Override
        public TimeZone getCurrentTimeZone() {
            return TimeZone.getTimeZone(PortalClock.LONDON);
        }
    }
}

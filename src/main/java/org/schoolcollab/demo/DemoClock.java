package org.schoolcollab.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.schoolcollab.shared.PortalClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps how far the demo's time differs from the machine's, so that a restart goes on from there. The first start sets it to
 * {@code portal.clock.start}.
 */
@Component
@Profile("demo")
class DemoClock {

    private final JdbcClient jdbc;
    private final PortalClock clock;
    private final Instant firstStart;

    DemoClock(
            JdbcClient jdbc,
            PortalClock clock,
            @Value("${portal.clock.start:2014-06-16T09:00:00Z}") String firstStart) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.firstStart = Instant.parse(firstStart);
    }

    /** Sets the portal's clock as kept, or to the first start's time. */
    @Transactional
    public void restore() {
        clock.runAt(kept().orElseGet(() -> {
            Instant machine = clock.instant().minus(clock.offset());
            Duration offset = Duration.between(machine, firstStart);
            jdbc.sql("insert ignore into demo_clock (id, offset_ms) values (1, ?)")
                    .param(offset.toMillis())
                    .update();
            return offset;
        }));
    }

    private Optional<Duration> kept() {
        return jdbc.sql("select offset_ms from demo_clock where id = 1")
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis);
    }

    /** Keeps the clock's offset with this much added; the caller moves the clock once that is committed. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keepAdvanced(Duration by) {
        jdbc.sql("update demo_clock set offset_ms = ? where id = 1")
                .param(clock.offset().plus(by).toMillis())
                .update();
    }
}

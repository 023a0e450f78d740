package org.schoolcollab.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The portal's one clock: everything that needs the time, the process engine included, asks it. It runs at the pace of the
 * system's clock, shifted by an offset that is zero except in the demo and in tests, and can stand still for a test.
 */
public final class PortalClock extends Clock {

    /** Where the users are: dates on screen and whole-day deadlines are meant there. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Clock system;
    private final ZoneId zone;
    private final AtomicReference<Setting> setting;

    private record Setting(Duration offset, boolean frozen, Instant frozenAt) {}

    public PortalClock(Clock system) {
        this(system, ZoneOffset.UTC, new AtomicReference<>(new Setting(Duration.ZERO, false, Instant.EPOCH)));
    }

    private PortalClock(Clock system, ZoneId zone, AtomicReference<Setting> setting) {
        this.system = system;
        this.zone = zone;
        this.setting = setting;
    }

    @Override
    public Instant instant() {
        Setting now = Objects.requireNonNull(setting.get());
        return now.frozen() ? now.frozenAt() : system.instant().plus(now.offset());
    }

    /** The date in London. */
    public LocalDate today() {
        return LocalDate.ofInstant(instant(), LONDON);
    }

    public Duration offset() {
        return Objects.requireNonNull(setting.get()).offset();
    }

    /** Shifts the clock; it runs on from there. */
    public void runAt(Duration offset) {
        setting.set(new Setting(offset, false, Instant.EPOCH));
    }

    /** Stops the clock at an instant, for tests. */
    public void stopAt(Instant instant) {
        setting.set(new Setting(Duration.between(system.instant(), instant), true, instant));
    }

    /** Moves the clock forward, whether it runs or stands. */
    public void advance(Duration by) {
        setting.updateAndGet(was -> {
            Setting before = Objects.requireNonNull(was);
            return new Setting(
                    before.offset().plus(by), before.frozen(), before.frozenAt().plus(by));
        });
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new PortalClock(system, other, setting);
    }
}

package org.schoolcollab.demo;

import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.springframework.context.annotation.Profile;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Moves the demo's date forward, never back: what was recorded stays in the past. Deadlines, reminders and report windows that come
 * due on the way fire once the engine next looks at its clock, within seconds.
 */
@UseCase
@Profile("demo")
public class DemoDate {

    /** A date somebody may want to go to; {@code key} names it in the translations. */
    public record Preset(String key, LocalDate date) {}

    /** The date asked for is not after today. */
    static class NotLater extends BusinessRuleViolation {
        NotLater() {
            super("error.demo.dateNotLater");
        }
    }

    /** The date asked for is so far away that it must be a slip. */
    static class TooFar extends BusinessRuleViolation {
        TooFar() {
            super("error.demo.dateTooFar", YEARS_AT_MOST);
        }
    }

    private static final int YEARS_AT_MOST = 3;
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final PortalClock clock;
    private final DemoClock demoClock;
    private final Rounds rounds;
    private final AuditTrail audit;

    DemoDate(PortalClock clock, DemoClock demoClock, Rounds rounds, AuditTrail audit) {
        this.clock = clock;
        this.demoClock = demoClock;
        this.rounds = rounds;
        this.audit = audit;
    }

    /** Next day, next week, and the report windows of the round that is open, as far as they lie ahead. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional(readOnly = true)
    public List<Preset> presets() {
        LocalDate today = clock.today();
        List<Preset> presets = new ArrayList<>(
                List.of(new Preset("nextDay", today.plusDays(1)), new Preset("nextWeek", today.plusWeeks(1))));
        for (Round round : rounds.all()) {
            if (round.status() == Round.Status.OPEN) {
                addIfAhead(presets, "march", round.marchFrom(), today);
                addIfAhead(presets, "october", round.octoberFrom(), today);
                break;
            }
        }
        return List.copyOf(presets);
    }

    private static void addIfAhead(List<Preset> presets, String key, @Nullable LocalDate date, LocalDate today) {
        if (date != null && date.isAfter(today)) {
            presets.add(new Preset(key, date));
        }
    }

    /**
     * Moves the clock to 9:00 in London on this date.
     *
     * @throws NotLater if the date is today or before
     * @throws TooFar if it is more than three years ahead
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void moveTo(LocalDate date) {
        LocalDate today = clock.today();
        if (!date.isAfter(today)) {
            throw new NotLater();
        }
        if (date.isAfter(today.plusYears(YEARS_AT_MOST))) {
            throw new TooFar();
        }
        Instant target = date.atTime(MORNING).atZone(PortalClock.LONDON).toInstant();
        Duration by = Duration.between(clock.instant(), target);
        demoClock.keepAdvanced(by);
        audit.record(
                Act.on("demo", "demo", "demo.dateMoved", Roles.ADMINISTRATOR).changed("date", today, date));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                clock.advance(by);
            }
        });
    }
}

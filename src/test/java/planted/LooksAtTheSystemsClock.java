package planted;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Asks the machine for the time, in three ways. */
class LooksAtTheSystemsClock {
    Instant instant() {
        return Instant.now();
    }

    LocalDate date() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }

    long millis() {
        return System.currentTimeMillis();
    }
}

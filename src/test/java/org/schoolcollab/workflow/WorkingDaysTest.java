package org.schoolcollab.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    @Test
    void tenWorkingDaysAreTwoWeeks() {
        assertThat(WorkingDays.after(LocalDate.of(2014, 6, 30), 10)).isEqualTo(LocalDate.of(2014, 7, 14));
    }

    @Test
    void skipsTheWeekend() {
        LocalDate friday = LocalDate.of(2014, 7, 4);
        assertThat(WorkingDays.after(friday, 1)).isEqualTo(LocalDate.of(2014, 7, 7));
    }

    @Test
    void countsFromTheWeekendAsFromFriday() {
        assertThat(WorkingDays.after(LocalDate.of(2014, 7, 5), 1)).isEqualTo(LocalDate.of(2014, 7, 7));
        assertThat(WorkingDays.after(LocalDate.of(2014, 7, 6), 5)).isEqualTo(LocalDate.of(2014, 7, 11));
    }

    @Test
    void daysEndAndMorningsBeginInLondon() {
        assertThat(WorkingDays.endOf(LocalDate.of(2014, 7, 14))).isEqualTo(Instant.parse("2014-07-14T22:59:59Z"));
        assertThat(WorkingDays.morningOf(LocalDate.of(2015, 3, 1))).isEqualTo(Instant.parse("2015-03-01T08:00:00Z"));
    }
}

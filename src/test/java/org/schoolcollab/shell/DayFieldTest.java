package org.schoolcollab.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class DayFieldTest {

    @Test
    void aCalendarBeginsOnMondayAndReadsDayMonthYear() {
        DayField field = new DayField("Day");

        assertThat(field.getI18n().getFirstDayOfWeek()).isEqualTo(1);
        assertThat(field.getI18n().getDateFormats()).startsWith("dd/MM/yyyy").contains("d/M/yy");
        assertThat(field.getLocale()).isEqualTo(Locale.UK);
        assertThat(field.isAutoOpen()).isFalse();
        assertThat(field.getLabel()).isEqualTo("Day");
    }
}

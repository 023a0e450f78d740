package org.schoolcollab.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
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

    @Test
    void everyDayIsAskedForByIt() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> read(file).contains("new DatePicker(")))
                    .isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

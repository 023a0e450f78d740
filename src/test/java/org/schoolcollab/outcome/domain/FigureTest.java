package org.schoolcollab.outcome.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcollab.bid.Plan;
import org.schoolcollab.outcome.Verdict;

class FigureTest {

    @ParameterizedTest
    @CsvSource({"84.5, 84.50", "84, 84.00", "' 84.55 % ', 84.55", "-0.2, -0.20", "0, 0.00"})
    void readsFiguresAsPeopleTypeThem(String typed, BigDecimal value) {
        assertThat(Figure.read(typed)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "84.555", "1e3", "NaN", "84,5", "=1+1", "1234567890", "8 4", "--1", "eighty"})
    void refusesWhatIsNoFigure(String typed) {
        assertThat(Figure.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "78, 84.5, 84.5, MET",
        "78, 84.5, 84.49, NOT_MET",
        "78, 84.5, 90, MET",
        "12, 8, 8, MET",
        "12, 8, 7.5, MET",
        "12, 8, 8.01, NOT_MET",
        "50, 50, 50, MET",
        "50, 50, 49, NOT_MET"
    })
    void aTargetIsMetInTheDirectionItWasSet(BigDecimal baseline, BigDecimal value, BigDecimal actual, Verdict verdict) {
        Plan.Target target =
                new Plan.Target(UUID.randomUUID(), "measure", "about", baseline, value, LocalDate.of(2015, 7, 31));

        assertThat(Figure.verdict(target, actual)).isEqualTo(verdict);
    }

    @Test
    void aFigureKeepsTwoDecimals() {
        assertThat(Figure.read("7").orElseThrow().scale()).isEqualTo(2);
    }
}

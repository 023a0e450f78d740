package org.schoolcollab.bid.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "62|62.00",
                "62.50 %|62.50",
                "-0.2|-0.20",
                "1,000|1000.00",
                "12,500.5|12500.50",
                "\u22121,234,567|-1234567.00",
                "999,999,999|999999999.00"
            })
    void aNumberIsReadAsPeopleTypeIt(String typed, BigDecimal value) {
        assertThat(TypedNumber.read(typed)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,00", "1,0,00", "1000,000", ",100", "1,000,", "12,5", "1.234", "1,000,000,000", "a"})
    void aCommaStandsBeforeEachThreeDigitsOrNowhere(String typed) {
        assertThat(TypedNumber.read(typed)).isEmpty();
    }
}

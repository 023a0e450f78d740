package org.schoolcollab.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+44", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =cmd|' /C calc'!A0", "\uFF1D1", "-"})
    void whatASpreadsheetWouldTakeForAFormulaBecomesText(String text) {
        assertThat(SafeCell.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Hythe Hub", "12600.00", "2014-06-16", "SC-1=2", "St James' School", " padded"})
    void everythingElseStaysAsItIs(String text) {
        assertThat(SafeCell.of(text)).isEqualTo(text);
    }
}

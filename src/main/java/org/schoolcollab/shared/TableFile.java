package org.schoolcollab.shared;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A table as a file: CSV by RFC 4180, or a workbook with one sheet. Both hold the same cells. A cell is a text, an amount, which
 * stands in pounds, a whole number, or nothing. A text that a spreadsheet would take for a formula has an apostrophe put before it.
 *
 * @param columns their headings
 * @param rows each with as many cells as there are columns: {@link Money}, {@link Integer}, null, else its text
 */
public record TableFile(List<String> columns, List<List<@Nullable Object>> rows) {

    /** In UTF-8. */
    public byte[] csv() {
        return CsvText.of(
                        columns.stream().map(SafeCell::of).toList(),
                        rows.stream()
                                .map(row -> row.stream().map(TableFile::text).toList())
                                .toList())
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * As a workbook (Office Open XML); amounts and numbers are numbers there.
     *
     * @param name of the sheet
     */
    public byte[] xlsx(String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "School collaboration portal", "1.0")) {
            Worksheet sheet = book.newWorksheet(name);
            for (int column = 0; column < columns.size(); column++) {
                sheet.value(0, column, SafeCell.of(columns.get(column)));
            }
            sheet.range(0, 0, 0, columns.size() - 1).style().bold().set();
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < columns.size(); column++) {
                    write(sheet, row + 1, column, rows.get(row).get(column));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, int row, int column, @Nullable Object cell) {
        switch (cell) {
            case Money money -> {
                sheet.value(row, column, BigDecimal.valueOf(money.pence(), 2));
                sheet.style(row, column).format("#,##0.00").set();
            }
            case Integer number -> sheet.value(row, column, number);
            case null, default -> sheet.value(row, column, text(cell));
        }
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Money money -> CsvText.pounds(money);
            case Integer number -> number.toString();
            default -> SafeCell.of(cell.toString());
        };
    }
}

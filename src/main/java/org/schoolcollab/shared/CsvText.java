package org.schoolcollab.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** Files of tables: CSV by RFC 4180, a heading, lines ended by CR LF. The same lines always give the same text. */
public final class CsvText {

    private CsvText() {}

    /** The lines below their heading. Cells that people wrote come through {@link SafeCell}. */
    public static String of(List<String> heading, List<List<String>> lines) {
        StringBuilder out = new StringBuilder();
        try (var printer = CSVFormat.RFC4180.print(out)) {
            printer.printRecord(heading);
            for (List<String> cells : lines) {
                printer.printRecord(cells);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    /** Pounds with two decimals, no sign and no separators. */
    public static String pounds(Money money) {
        return BigDecimal.valueOf(money.pence(), 2).toPlainString();
    }
}

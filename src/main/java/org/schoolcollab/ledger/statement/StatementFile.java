package org.schoolcollab.ledger.statement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.schoolcollab.ledger.Statement;
import org.schoolcollab.ledger.StatementLine;
import org.schoolcollab.ledger.domain.CsvText;
import org.schoolcollab.ledger.domain.SafeCell;
import org.schoolcollab.shared.PortalClock;

/**
 * A statement as a file: CSV by RFC 4180, or a workbook with one sheet. Both hold the same cells; times are of London, amounts in
 * pounds. A text that a spreadsheet would take for a formula has an apostrophe put before it.
 */
public final class StatementFile {

    private static final List<String> COLUMNS = List.of(
            "at",
            "area",
            "entry",
            "line",
            "kind",
            "collaboration",
            "school",
            "from",
            "to",
            "amount_gbp",
            "person",
            "memo");
    private static final int AMOUNT = 9;
    private static final DateTimeFormatter AT = DateTimeFormatter.ISO_LOCAL_DATE_TIME;

    private StatementFile() {}

    /** The statement as CSV in UTF-8. */
    public static byte[] csv(Statement statement) {
        return CsvText.of(
                        COLUMNS,
                        statement.lines().stream().map(StatementFile::cells).toList())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The statement as a workbook (Office Open XML). */
    public static byte[] xlsx(Statement statement) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "School collaboration portal", "1.0")) {
            Worksheet sheet = book.newWorksheet("Statement");
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, COLUMNS.get(column));
            }
            sheet.range(0, 0, 0, COLUMNS.size() - 1).style().bold().set();
            int row = 0;
            for (StatementLine line : statement.lines()) {
                row++;
                List<String> cells = cells(line);
                for (int column = 0; column < cells.size(); column++) {
                    if (column == AMOUNT) {
                        sheet.value(row, column, new BigDecimal(cells.get(column)));
                        sheet.style(row, column).format("#,##0.00").set();
                    } else {
                        sheet.value(row, column, cells.get(column));
                    }
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static List<String> cells(StatementLine line) {
        return List.of(
                AT.format(LocalDateTime.ofInstant(line.at(), PortalClock.LONDON).truncatedTo(ChronoUnit.SECONDS)),
                line.area(),
                Long.toString(line.sequence()),
                Integer.toString(line.line()),
                line.kind().name(),
                safe(line.collaboration()),
                safe(line.school()),
                line.debit().name(),
                line.credit().name(),
                CsvText.pounds(line.amount()),
                safe(line.person()),
                safe(line.memo()));
    }

    private static String safe(@org.jspecify.annotations.Nullable String text) {
        return SafeCell.of(Objects.requireNonNullElse(text, ""));
    }
}

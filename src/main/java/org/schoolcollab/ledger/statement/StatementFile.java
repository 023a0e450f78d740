package org.schoolcollab.ledger.statement;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.ledger.Statement;
import org.schoolcollab.ledger.StatementLine;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.TableFile;

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
    private static final DateTimeFormatter AT = DateTimeFormatter.ISO_LOCAL_DATE_TIME;

    private StatementFile() {}

    /** The statement as CSV in UTF-8. */
    public static byte[] csv(Statement statement) {
        return table(statement).csv();
    }

    /** The statement as a workbook (Office Open XML). */
    public static byte[] xlsx(Statement statement) {
        return table(statement).xlsx("Statement");
    }

    private static TableFile table(Statement statement) {
        return new TableFile(
                COLUMNS, statement.lines().stream().map(StatementFile::cells).toList());
    }

    private static List<@Nullable Object> cells(StatementLine line) {
        return Arrays.asList(
                AT.format(LocalDateTime.ofInstant(line.at(), PortalClock.LONDON).truncatedTo(ChronoUnit.SECONDS)),
                line.area(),
                Long.toString(line.sequence()),
                Integer.toString(line.line()),
                line.kind().name(),
                line.collaboration(),
                line.school(),
                line.debit().name(),
                line.credit().name(),
                line.amount(),
                line.person(),
                line.memo());
    }
}

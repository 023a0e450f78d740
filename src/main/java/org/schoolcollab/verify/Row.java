package org.schoolcollab.verify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row as text, the way MariaDB writes it: times as {@code 2014-06-16 09:00:00.000000} in UTC, whole numbers as digits. */
public record Row(String table, List<String> columns, List<@Nullable String> values) {

    /** The column's text, null where the database has none. */
    public @Nullable String find(String column) {
        int at = columns.indexOf(column);
        if (at < 0) {
            throw new CannotRead("The table " + table + " has no column " + column
                    + ": is this a database of the portal, of this version?");
        }
        return values.get(at);
    }

    /** The column's text; empty where the database has none. */
    public String text(String column) {
        String value = find(column);
        return value == null ? "" : value;
    }

    /** The column as a whole number. */
    public long number(String column) {
        String value = text(column);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException notWhole) {
            throw new CannotRead(
                    "In " + table + " the column " + column + " holds no whole number: " + value, notWhole);
        }
    }

    /** The column as a moment in ISO 8601, the way the chains write it. */
    public String moment(String column) {
        String value = text(column);
        try {
            return instant(value).toString();
        } catch (DateTimeException notATime) {
            throw new CannotRead("In " + table + " the column " + column + " holds no time: " + value, notATime);
        }
    }

    private static Instant instant(String value) {
        return LocalDateTime.parse(value.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }
}

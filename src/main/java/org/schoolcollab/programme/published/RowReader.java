package org.schoolcollab.programme.published;

import java.util.List;
import java.util.regex.Pattern;
import org.schoolcollab.programme.published.CsvTable.Row;

/** Reads the fields of one row; the first that is wrong refuses the row with its reason. */
final class RowReader {

    /** What is wrong with a row. */
    static final class Wrong extends Exception {
        Wrong(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    interface Reading<T> {
        T read(Row row) throws Wrong;
    }

    private static final int LONGEST_NAME = 200;
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern SIGNED = Pattern.compile("-?\\d{1,3}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d*\\.\\d+");
    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}(\\.\\d)?");
    private static final int WHOLE_SHARE = 1000;

    private RowReader() {}

    static <T> List<T> all(String file, List<Row> rows, List<Refusal> refusals, Reading<T> reading) {
        List<T> read = new java.util.ArrayList<>();
        for (Row row : rows) {
            try {
                read.add(reading.read(row));
            } catch (Wrong wrong) {
                refusals.add(new Refusal(file, row.line(), wrong.reason()));
            }
        }
        return read;
    }

    static String name(Row row, String column) throws Wrong {
        String text = row.text(column);
        if (text.isEmpty()) {
            throw new Wrong(column + " is empty");
        }
        if (text.codePointCount(0, text.length()) > LONGEST_NAME) {
            throw new Wrong(column + " is longer than " + LONGEST_NAME + " characters");
        }
        return text;
    }

    /** A whole number of zero or more. */
    static int count(Row row, String column) throws Wrong {
        String text = row.text(column);
        if (WHOLE.matcher(text).matches()) {
            return Integer.parseInt(text);
        }
        throw new Wrong(column + " " + whyNoCount(text));
    }

    private static String whyNoCount(String text) {
        if (text.isEmpty()) {
            return "is empty, expected a whole number";
        }
        String shown = "is " + Shown.text(text);
        if (text.startsWith("-")) {
            return shown + ", expected a number that is not negative";
        }
        if (DECIMAL.matcher(text).matches()) {
            return shown + ", expected a whole number without decimals";
        }
        return shown + ", expected a whole number of at most nine digits";
    }

    /** Percentage points, which may be negative. */
    static int points(Row row, String column) throws Wrong {
        String text = row.text(column);
        if (SIGNED.matcher(text).matches() && Math.abs(Integer.parseInt(text)) <= 100) {
            return Integer.parseInt(text);
        }
        throw new Wrong(column + " is " + Shown.text(text) + ", expected whole percentage points between -100 and 100");
    }

    /** A percentage with at most one decimal, in tenths. */
    static int tenths(Row row, String column) throws Wrong {
        String text = row.text(column);
        if (PERCENT.matcher(text).matches()) {
            String digits = text.contains(".") ? text.replace(".", "") : text + "0";
            int tenths = Integer.parseInt(digits);
            if (tenths <= WHOLE_SHARE) {
                return tenths;
            }
        }
        throw new Wrong(
                column + " is " + Shown.text(text) + ", expected a percentage from 0 to 100, at most one decimal");
    }
}

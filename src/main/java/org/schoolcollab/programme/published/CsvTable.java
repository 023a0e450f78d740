package org.schoolcollab.programme.published;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of comma-separated values with a known header. Each line is read by itself, so that a broken one spoils no other and
 * every refusal names the line an editor shows; no table of this form has a line break inside a field.
 */
final class CsvTable {

    static final int LARGEST_BYTES = 5_000_000;

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    /** One line with its fields by column, without surrounding blanks. */
    record Row(int line, Map<String, String> fields) {

        String text(String column) {
            return Objects.requireNonNull(fields.get(column));
        }
    }

    private CsvTable() {}

    /** Reads the rows that have the header's form; whatever else there is, is added to the refusals. */
    static List<Row> read(TableSource source, String file, List<String> columns, List<Refusal> refusals) {
        byte[] bytes;
        try {
            var found = source.read(file);
            if (found.isEmpty()) {
                refusals.add(new Refusal(file, 0, "the file is missing"));
                return List.of();
            }
            bytes = found.get();
        } catch (IOException failure) {
            refusals.add(new Refusal(file, 0, "the file cannot be read: " + failure.getMessage()));
            return List.of();
        }
        return rows(text(bytes, file, refusals), file, columns, refusals);
    }

    private static String text(byte[] bytes, String file, List<Refusal> refusals) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            refusals.add(new Refusal(file, 0, "the file is not UTF-8 text"));
            return "";
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static List<Row> rows(String text, String file, List<String> columns, List<Refusal> refusals) {
        if (text.isBlank()) {
            if (refusals.stream().noneMatch(refusal -> refusal.file().equals(file))) {
                refusals.add(new Refusal(file, 0, "the file is empty"));
            }
            return List.of();
        }
        String[] lines = text.split("\r\n|\n|\r", -1);
        List<String> header = fields(lines[0], file, 1, refusals);
        if (!header.equals(columns)) {
            refusals.add(new Refusal(
                    file, 1, "the header is " + Shown.text(lines[0]) + ", expected " + String.join(",", columns)));
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        for (int index = 1; index < lines.length; index++) {
            if (lines[index].isBlank()) {
                continue;
            }
            List<String> values = fields(lines[index], file, index + 1, refusals);
            if (values.isEmpty()) {
                continue;
            }
            if (values.size() != columns.size()) {
                refusals.add(
                        new Refusal(file, index + 1, "has " + values.size() + " fields, expected " + columns.size()));
                continue;
            }
            Map<String, String> byColumn = new HashMap<>();
            for (int column = 0; column < columns.size(); column++) {
                byColumn.put(columns.get(column), values.get(column));
            }
            rows.add(new Row(index + 1, byColumn));
        }
        if (rows.isEmpty()
                && refusals.stream().noneMatch(refusal -> refusal.file().equals(file))) {
            refusals.add(new Refusal(file, 0, "the file holds a header and no line"));
        }
        return rows;
    }

    /** The fields of one line; empty, with a refusal, where it cannot be taken apart. */
    private static List<String> fields(String line, String file, int number, List<Refusal> refusals) {
        if (line.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)) {
            refusals.add(new Refusal(file, number, "holds a character that no reader can see"));
            return List.of();
        }
        try (CSVParser parser = CSVParser.parse(line, FORMAT)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1
                    ? records.getFirst().stream().map(String::strip).toList()
                    : List.of();
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            refusals.add(new Refusal(file, number, "has a quotation mark that is not closed or stands inside a field"));
            return List.of();
        }
    }
}

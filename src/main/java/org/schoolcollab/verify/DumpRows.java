package org.schoolcollab.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables from an SQL dump as mariadb-dump writes it, from the first byte to the last without keeping it: {@code CREATE TABLE}
 * for the names of the columns, {@code INSERT} for the rows. Everything else is passed over.
 */
public final class DumpRows {

    private final SqlText text;
    private final Consumer<Row> rows;
    private final Map<String, List<String>> columns = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    private DumpRows(SqlText text, Consumer<Row> rows) {
        this.text = text;
        this.rows = rows;
    }

    /**
     * Reads a dump, gzipped or not.
     *
     * @throws CannotRead with a sentence about what is in the way
     */
    public static void read(Path file, Consumer<Row> rows) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new CannotRead("There is no file " + file + " that can be read.");
        }
        try (InputStream in = open(file)) {
            read(in, rows);
        } catch (IOException failure) {
            throw new CannotRead("The file " + file + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try (InputStream head = Files.newInputStream(file)) {
            byte[] two = head.readNBytes(2);
            boolean zipped = two.length == 2 && (two[0] & 0xff) == 0x1f && (two[1] & 0xff) == 0x8b;
            return zipped ? new GZIPInputStream(in, 1 << 16) : in;
        }
    }

    static void read(InputStream in, Consumer<Row> rows) throws IOException {
        new DumpRows(new SqlText(in), rows).read();
    }

    private void read() throws IOException {
        while (text.toStatement()) {
            switch (text.word().toUpperCase(Locale.ROOT)) {
                case "INSERT", "REPLACE" -> insert();
                case "CREATE" -> create();
                case "DELIMITER" -> text.delimiter();
                default -> text.skipStatement();
            }
        }
        for (String table : Verification.TABLES.keySet()) {
            if (!seen.contains(table)) {
                throw new CannotRead(
                        "The dump holds no table " + table + ": is it a dump of the portal, and of all of it?");
            }
        }
    }

    /** Names and order of the columns. A line of the definition that begins with a quoted name is a column. */
    private void create() throws IOException {
        if (!text.word().equalsIgnoreCase("TABLE")) {
            text.skipStatement();
            return;
        }
        String table = text.nameAfter("IF", "NOT", "EXISTS");
        seen.add(table);
        if (Verification.TABLES.containsKey(table)) {
            columns.put(table, text.columnsOfDefinition());
        } else {
            text.skipStatement();
        }
    }

    private void insert() throws IOException {
        String table = text.nameAfter("IGNORE", "INTO");
        List<String> wanted = Verification.TABLES.get(table);
        if (wanted == null) {
            text.skipStatement();
            return;
        }
        seen.add(table);
        List<String> named = text.namesInBrackets();
        List<String> names = named.isEmpty() ? columns.getOrDefault(table, List.of()) : named;
        if (names.isEmpty()) {
            throw new CannotRead(
                    "The dump does not name the columns of " + table + ": take it with CREATE TABLE statements.");
        }
        int[] at = new int[wanted.size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = names.indexOf(wanted.get(i));
            if (at[i] < 0) {
                throw new CannotRead("In the dump " + table + " has no column " + wanted.get(i)
                        + ": is it a dump of the portal, of this version?");
            }
        }
        text.expectValues();
        do {
            List<@Nullable String> values = text.tuple(
                    names.indexOf(Verification.BYTES.getOrDefault(table, "")),
                    names.indexOf(Verification.PIECES.getOrDefault(table, "")));
            if (values.size() != names.size()) {
                throw new CannotRead("In the dump a row of " + table + " has " + values.size() + " values for "
                        + names.size() + " columns, at byte " + text.at() + ".");
            }
            List<@Nullable String> picked = new ArrayList<>(at.length);
            for (int index : at) {
                picked.add(values.get(index));
            }
            rows.accept(new Row(table, wanted, picked));
        } while (text.comma());
        text.skipStatement();
    }
}

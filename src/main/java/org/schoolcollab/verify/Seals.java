package org.schoolcollab.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows that are written once and sealed: the record of the act that wrote a row holds the hash over all of its columns, under
 * {@code seal.<table>} among its details, several hashes with a space between them. Every row needs its seal and every seal its row.
 */
final class Seals {

    /** Hashes cannot hold a quotation mark, so the details need no reading as JSON to find them. */
    private static final Pattern SEAL = Pattern.compile("\"seal\\.([a-z_]+)\":\"([0-9a-f ]+)\"");

    private record Sealed(String stream, long position) {}

    private final Map<String, Map<String, Sealed>> seals = new TreeMap<>();
    private final Map<String, Map<String, String>> rows = new TreeMap<>();
    private final List<Fault> twice = new ArrayList<>();

    /** Collects the seals of a record. Free text in the details cannot look like one: its quotation marks are escaped. */
    void record(Row row) {
        String details = row.text("details");
        if (!details.contains("\"seal.")) {
            return;
        }
        Matcher matcher = SEAL.matcher(details);
        while (matcher.find()) {
            if (matcher.start() > 0 && details.charAt(matcher.start() - 1) == '\\') {
                continue;
            }
            for (String hash : matcher.group(2).split(" ", -1)) {
                seals.computeIfAbsent(matcher.group(1), t -> new HashMap<>())
                        .put(hash, new Sealed(row.text("stream"), row.number("position")));
            }
        }
    }

    void row(Row row) {
        SortedMap<String, Integer> columns = new TreeMap<>();
        for (int i = 0; i < row.columns().size(); i++) {
            columns.put(row.columns().get(i), i);
        }
        Hash hash = new Hash().field(row.table());
        columns.forEach((name, at) -> hash.field(name).field(row.values().get(at)));
        // Their own id comes first among the columns.
        String id = String.valueOf(row.values().getFirst());
        if (rows.computeIfAbsent(row.table(), t -> new HashMap<>()).put(hash.hex(), id) != null) {
            twice.add(new Fault(row.table(), id, 0, "the same row stands there twice"));
        }
    }

    void check(Iterable<String> tables, Consumer<Fault> faults) {
        twice.forEach(faults);
        for (String table : tables) {
            Map<String, Sealed> sealed = seals.getOrDefault(table, Map.of());
            Map<String, String> found = rows.getOrDefault(table, Map.of());
            found.forEach((hash, id) -> {
                if (!sealed.containsKey(hash)) {
                    faults.accept(new Fault(table, id, 0, "no record of the audit trail seals this row as it is"));
                }
            });
            sealed.forEach((hash, at) -> {
                if (!found.containsKey(hash)) {
                    faults.accept(new Fault(
                            table,
                            at.stream(),
                            at.position(),
                            "the row that this record seals is gone or was changed"));
                }
            });
        }
    }
}

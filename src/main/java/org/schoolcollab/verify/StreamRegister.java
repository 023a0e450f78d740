package org.schoolcollab.verify;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The register of streams, itself a chain: each stream of the audit trail is entered once, with the hash of its first record, when it
 * begins. So a whole stream cannot go together with its last link.
 */
final class StreamRegister {

    static final String STREAMS = "audit_stream";
    static final String REGISTER = "audit_register";

    private record Entry(long number, String stream, String firstHash, String previous, String hash, boolean fits) {}

    private final Map<Long, Entry> entries = new TreeMap<>();
    private @Nullable Row head;
    private int heads;

    void stream(Row row) {
        String hash = new Hash()
                .field(row.text("prev_hash"))
                .field(row.number("number"))
                .field(row.text("stream"))
                .field(row.text("first_hash"))
                .hex();
        Entry entry = new Entry(
                row.number("number"),
                row.text("stream"),
                row.text("first_hash"),
                row.text("prev_hash"),
                row.text("hash"),
                hash.equals(row.text("hash")));
        entries.put(entry.number(), entry);
    }

    void head(Row row) {
        head = row;
        heads++;
    }

    void check(Map<String, String> firstHashes, Consumer<Fault> faults) {
        long number = 0;
        String hash = Hash.START;
        Set<String> registered = new HashSet<>();
        for (Entry entry : entries.values()) {
            number++;
            if (!entry.fits()) {
                faults.accept(fault(entry, "the fields do not give the hash: the entry was changed"));
            }
            if (entry.number() != number || !entry.previous().equals(hash)) {
                faults.accept(fault(entry, "does not follow from the entry before it"));
            }
            if (!registered.add(entry.stream())) {
                faults.accept(fault(entry, "the stream is entered twice"));
            }
            String first = firstHashes.get(entry.stream());
            if (first == null) {
                faults.accept(fault(entry, "the stream is gone, or its first record"));
            } else if (!first.equals(entry.firstHash())) {
                faults.accept(fault(entry, "the stream does not begin with the record it began with"));
            }
            number = entry.number();
            hash = entry.hash();
        }
        for (String stream : firstHashes.keySet()) {
            if (!registered.contains(stream)) {
                faults.accept(new Fault(STREAMS, stream, 0, "the stream is not in the register of streams"));
            }
        }
        Row end = head;
        if (end == null || heads != 1 || end.number("id") != 1) {
            faults.accept(new Fault(REGISTER, "", 0, "the register of streams has not exactly one last link"));
        } else if (end.number("streams") != number || !end.text("hash").equals(hash)) {
            faults.accept(new Fault(REGISTER, "", end.number("streams"), "the last link is not the last entry"));
        }
    }

    private static Fault fault(Entry entry, String reason) {
        return new Fault(STREAMS, entry.stream(), entry.number(), reason);
    }
}

package org.schoolcollab.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail: each stream is a chain of records; {@code audit_chain} holds the last link and a running hash over the records'
 * numbers. Of a stream only its end is kept, however long it is, as long as its records come in their order, as a database and a dump
 * give them; one that comes too early waits for those before it.
 */
final class AuditChains {

    static final String RECORDS = "audit_record";
    static final String HEADS = "audit_chain";

    private static final String[] FIELDS = {
        "person_id", "person_name", "role", "action", "subject_type", "subject_id", "bid_id", "details"
    };

    private record Link(long id, long position, String previous, String hash, boolean fits) {}

    private record Head(long position, String hash, String ids) {}

    private static final class Chain {

        private final String stream;
        private final List<Fault> faults = new ArrayList<>();
        private final TreeMap<Long, List<Link>> early = new TreeMap<>();
        private Link last = new Link(Long.MIN_VALUE, 0, "", Hash.START, true);
        private String ids = Hash.START;
        private @Nullable String first;

        Chain(String stream) {
            this.stream = stream;
        }

        void take(Link link) {
            if (link.position() == 1 && first == null) {
                first = link.hash();
            }
            if (link.position() > last.position() + 1) {
                early.computeIfAbsent(link.position(), p -> new ArrayList<>(1)).add(link);
                return;
            }
            append(link);
            for (List<Link> next = early.remove(last.position() + 1);
                    next != null;
                    next = early.remove(last.position() + 1)) {
                next.forEach(this::append);
            }
        }

        /** Nothing more comes: what still waits follows a gap. */
        void end() {
            early.values().forEach(links -> links.forEach(this::append));
            early.clear();
        }

        private void append(Link link) {
            if (!link.fits()) {
                faults.add(fault(stream, link, "the fields do not give the hash: the record was changed"));
            }
            if (link.position() != last.position() + 1) {
                faults.add(fault(
                        stream,
                        link,
                        link.position() <= last.position()
                                ? "this position is taken twice"
                                : "records are missing before this one, after position " + last.position()));
            } else if (!link.previous().equals(last.hash())) {
                faults.add(fault(stream, link, "does not follow from the record before it"));
            }
            if (link.id() <= last.id()) {
                faults.add(fault(stream, link, "has a lower number than the record before it"));
            }
            ids = new Hash().field(ids).field(link.id()).hex();
            last = link;
        }
    }

    private final Map<String, Chain> streams = new TreeMap<>();
    private final Map<String, Head> heads = new TreeMap<>();
    private long records;

    void record(Row row) {
        records++;
        String stream = row.text("stream");
        long position = row.number("position");
        Hash hash = new Hash()
                .field(row.text("prev_hash"))
                .field(stream)
                .field(position)
                .field(row.moment("at"));
        for (String field : FIELDS) {
            hash.field(row.find(field));
        }
        boolean fits = hash.hex().equals(row.text("hash"));
        streams.computeIfAbsent(stream, Chain::new)
                .take(new Link(row.number("id"), position, row.text("prev_hash"), row.text("hash"), fits));
    }

    void head(Row row) {
        heads.put(row.text("stream"), new Head(row.number("position"), row.text("hash"), row.text("ids")));
    }

    long records() {
        return records;
    }

    /** The hash of the first record of each stream that has one. */
    Map<String, String> firstHashes() {
        Map<String, String> hashes = new TreeMap<>();
        streams.forEach((stream, chain) -> {
            String first = chain.first;
            if (first != null) {
                hashes.put(stream, first);
            }
        });
        return hashes;
    }

    int chains() {
        return streams.size();
    }

    void check(Consumer<Fault> faults) {
        streams.forEach((stream, chain) -> {
            chain.end();
            chain.faults.forEach(faults);
            Head head = heads.get(stream);
            if (head == null) {
                faults.accept(new Fault(HEADS, stream, 0, "there are records but no last link"));
            } else {
                checkHead(stream, chain, head, faults);
            }
        });
        heads.forEach((stream, head) -> {
            if (!streams.containsKey(stream)) {
                faults.accept(new Fault(HEADS, stream, head.position(), "there is a last link but no record"));
            }
        });
    }

    private static void checkHead(String stream, Chain chain, Head head, Consumer<Fault> faults) {
        Link last = chain.last;
        if (last.position() != head.position()) {
            faults.accept(new Fault(
                    HEADS,
                    stream,
                    head.position(),
                    last.position() < head.position()
                            ? "cut short: the last record is at position " + last.position()
                            : "records follow after the last link, up to position " + last.position()));
        } else if (!last.hash().equals(head.hash())) {
            faults.accept(
                    new Fault(HEADS, stream, head.position(), "the last link is not the hash of the last record"));
        }
        if (!chain.ids.equals(head.ids())) {
            faults.accept(
                    new Fault(HEADS, stream, head.position(), "the numbers of the records are not those written"));
        }
    }

    private static Fault fault(String stream, Link link, String reason) {
        return new Fault(RECORDS, stream, link.position(), reason);
    }
}

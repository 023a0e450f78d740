package org.schoolcollab.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The audit trail: each stream is a chain of records; {@code audit_chain} holds the last link and a running hash over the records'
 * numbers. Rows come in any order; of each only the links are kept.
 */
final class AuditChains {

    static final String RECORDS = "audit_record";
    static final String HEADS = "audit_chain";

    private static final String[] FIELDS = {
        "person_id", "person_name", "role", "action", "subject_type", "subject_id", "bid_id", "details"
    };

    private record Link(long id, long position, String previous, String hash, boolean fits) {}

    private record Head(long position, String hash, String ids) {}

    private final Map<String, List<Link>> streams = new TreeMap<>();
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
        streams.computeIfAbsent(stream, s -> new ArrayList<>())
                .add(new Link(row.number("id"), position, row.text("prev_hash"), row.text("hash"), fits));
    }

    void head(Row row) {
        heads.put(row.text("stream"), new Head(row.number("position"), row.text("hash"), row.text("ids")));
    }

    long records() {
        return records;
    }

    /** The hash of the first record of each stream that has one. */
    Map<String, String> firstHashes() {
        Map<String, String> first = new TreeMap<>();
        streams.forEach((stream, links) -> links.stream()
                .filter(link -> link.position() == 1)
                .findFirst()
                .ifPresent(link -> first.put(stream, link.hash())));
        return first;
    }

    int chains() {
        return streams.size();
    }

    void check(Consumer<Fault> faults) {
        streams.forEach((stream, links) -> {
            links.sort(Comparator.comparingLong(Link::position).thenComparingLong(Link::id));
            checkLinks(stream, links, faults);
            Head head = heads.get(stream);
            if (head == null) {
                faults.accept(new Fault(HEADS, stream, 0, "there are records but no last link"));
            } else {
                checkHead(stream, links, head, faults);
            }
        });
        heads.forEach((stream, head) -> {
            if (!streams.containsKey(stream)) {
                faults.accept(new Fault(HEADS, stream, head.position(), "there is a last link but no record"));
            }
        });
    }

    private static void checkLinks(String stream, List<Link> links, Consumer<Fault> faults) {
        Link before = new Link(Long.MIN_VALUE, 0, "", Hash.START, true);
        for (Link link : links) {
            if (!link.fits()) {
                faults.accept(fault(stream, link, "the fields do not give the hash: the record was changed"));
            }
            if (link.position() != before.position() + 1) {
                faults.accept(fault(
                        stream,
                        link,
                        link.position() <= before.position()
                                ? "this position is taken twice"
                                : "records are missing before this one, after position " + before.position()));
            } else if (!link.previous().equals(before.hash())) {
                faults.accept(fault(stream, link, "does not follow from the record before it"));
            }
            if (link.id() <= before.id()) {
                faults.accept(fault(stream, link, "has a lower number than the record before it"));
            }
            before = link;
        }
    }

    private static void checkHead(String stream, List<Link> links, Head head, Consumer<Fault> faults) {
        Link last = links.getLast();
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
        String ids = Hash.START;
        for (Link link : links) {
            ids = new Hash().field(ids).field(link.id()).hex();
        }
        if (!ids.equals(head.ids())) {
            faults.accept(
                    new Fault(HEADS, stream, head.position(), "the numbers of the records are not those written"));
        }
    }

    private static Fault fault(String stream, Link link, String reason) {
        return new Fault(RECORDS, stream, link.position(), reason);
    }
}

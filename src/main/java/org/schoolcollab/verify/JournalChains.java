package org.schoolcollab.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's journal: the entries of each envelope are a chain whose end stands on the envelope's row. An entry's hash covers its
 * fields and those of its postings, so the postings are kept until all rows are read.
 */
final class JournalChains {

    static final String ENVELOPES = "ledger_envelope";
    static final String ENTRIES = "ledger_entry";
    static final String POSTINGS = "ledger_posting";

    /** One posting: both sides and the amount. */
    record Posting(
            String entry,
            long line,
            String debit,
            @Nullable String debitAward,
            @Nullable String debitSchool,
            String credit,
            @Nullable String creditAward,
            @Nullable String creditSchool,
            long pence) {

        void addTo(Hash hash) {
            hash.field(line).field(debit).field(debitAward).field(debitSchool);
            hash.field(credit).field(creditAward).field(creditSchool).field(pence);
        }
    }

    private final Map<String, List<Row>> entriesByEnvelope = new TreeMap<>();
    private final Map<String, Row> entries = new HashMap<>();
    private final Map<String, List<Posting>> postings = new TreeMap<>();
    private final Map<String, Row> envelopes = new TreeMap<>();

    void envelope(Row row) {
        envelopes.put(row.text("id"), row);
    }

    void entry(Row row) {
        entries.put(row.text("id"), row);
        entriesByEnvelope
                .computeIfAbsent(row.text("envelope_id"), e -> new ArrayList<>())
                .add(row);
    }

    void posting(Row row) {
        Posting posting = new Posting(
                row.text("entry_id"),
                row.number("line"),
                row.text("debit_account"),
                row.find("debit_award_id"),
                row.find("debit_school_id"),
                row.text("credit_account"),
                row.find("credit_award_id"),
                row.find("credit_school_id"),
                row.number("pence"));
        postings.computeIfAbsent(posting.entry(), e -> new ArrayList<>()).add(posting);
    }

    long records() {
        return entriesByEnvelope.values().stream().mapToLong(List::size).sum();
    }

    int chains() {
        return envelopes.size();
    }

    Map<String, Row> envelopes() {
        return envelopes;
    }

    @Nullable
    Row entry(String id) {
        return entries.get(id);
    }

    /** The entries of an envelope in the order of their chain, once it was checked. */
    List<Row> entriesOf(String envelope) {
        return entriesByEnvelope.getOrDefault(envelope, List.of());
    }

    List<Posting> postingsOf(String entry) {
        return postings.getOrDefault(entry, List.of());
    }

    void check(Consumer<Fault> faults) {
        postings.forEach((entry, lines) -> {
            lines.sort(Comparator.comparingLong(Posting::line));
            if (!entries.containsKey(entry)) {
                faults.accept(new Fault(POSTINGS, entry, 0, "there are postings without their entry"));
            }
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).line() != i + 1) {
                    faults.accept(new Fault(
                            POSTINGS, entry, lines.get(i).line(), "the lines of this entry are not 1, 2, ..."));
                    break;
                }
            }
        });
        entriesByEnvelope.forEach((envelope, chain) -> {
            chain.sort(Comparator.comparingLong(entry -> entry.number("sequence")));
            if (!envelopes.containsKey(envelope)) {
                faults.accept(new Fault(ENTRIES, envelope, 0, "there are entries without their envelope"));
            }
        });
        envelopes.forEach((id, envelope) -> {
            checkChain(id, envelope, faults);
            checkIdentity(id, envelope, faults);
        });
    }

    private void checkChain(String id, Row envelope, Consumer<Fault> faults) {
        long sequence = 0;
        String hash = Hash.START;
        for (Row entry : entriesOf(id)) {
            long number = entry.number("sequence");
            if (number != sequence + 1) {
                faults.accept(fault(
                        id,
                        number,
                        number <= sequence ? "this number is taken twice" : "entries are missing before this one"));
            } else if (!entry.text("prev_hash").equals(hash)) {
                faults.accept(fault(id, number, "does not follow from the entry before it"));
            }
            if (!digest(entry).equals(entry.text("hash"))) {
                faults.accept(fault(
                        id,
                        number,
                        "the fields and postings do not give the hash: the entry or a posting was changed"));
            }
            sequence = number;
            hash = entry.text("hash");
        }
        long promised = envelope.number("entries");
        if (promised != sequence) {
            faults.accept(new Fault(
                    ENVELOPES,
                    id,
                    promised,
                    promised > sequence
                            ? "cut short: the last entry is number " + sequence
                            : "entries follow after the last"));
        } else if (!envelope.text("head_hash").equals(hash)) {
            faults.accept(new Fault(ENVELOPES, id, promised, "the last link is not the hash of the last entry"));
        }
    }

    /** The first entry's key names round and area; whether it is closed follows from the last. */
    private void checkIdentity(String id, Row envelope, Consumer<Fault> faults) {
        List<Row> chain = entriesOf(id);
        String area = envelope.text("area_code");
        String key = chain.isEmpty() ? "" : chain.getFirst().text("idempotency_key");
        // Envelopes of the first version of the portal were opened by their id.
        String place = envelope.text("round_id") + ":" + area;
        if (key.startsWith("open:")
                ? !key.equals("open:" + id) && !key.equals("open:" + place)
                : namesAnother(key, place)) {
            faults.accept(new Fault(ENVELOPES, id, 0, "was opened for another round or area: " + key));
        }
        if (!Objects.equals(envelope.find("given_area"), area.equals("ALL") ? null : area)) {
            faults.accept(new Fault(ENVELOPES, id, 0, "names two areas"));
        }
        boolean closed = !chain.isEmpty() && chain.getLast().text("kind").equals("CLOSED");
        // An envelope in which nothing is left to lapse is closed without an entry.
        boolean empty = envelope.number("available_pence") == 0
                && envelope.number("held_pence") == 0
                && envelope.number("committed_pence") == 0;
        if (!(empty && !closed) && !envelope.text("status").equals(closed ? "CLOSED" : "OPEN")) {
            faults.accept(
                    new Fault(ENVELOPES, id, 0, "is " + envelope.text("status") + ", its journal says otherwise"));
        }
    }

    /** An envelope that nothing was given to at first begins with what was added, under a key that names it too. */
    private static boolean namesAnother(String key, String place) {
        return key.startsWith("add:") && !key.startsWith("add:" + place + ":");
    }

    private String digest(Row entry) {
        List<Posting> lines = postingsOf(entry.text("id"));
        Hash hash = new Hash()
                .field(entry.text("prev_hash"))
                .field(entry.text("envelope_id"))
                .field(entry.number("sequence"))
                .field(entry.text("id"))
                .field(entry.text("kind"))
                .field(entry.moment("at"))
                .field(entry.find("person_id"))
                .field(entry.find("bid_id"))
                .field(entry.find("reverses"))
                .field(entry.text("idempotency_key"))
                .field(entry.find("memo"))
                .field(lines.size());
        lines.forEach(line -> line.addTo(hash));
        return hash.hex();
    }

    private static Fault fault(String envelope, long number, String reason) {
        return new Fault(ENTRIES, envelope, number, reason);
    }
}

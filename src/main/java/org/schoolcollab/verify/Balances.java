package org.schoolcollab.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.verify.JournalChains.Posting;

/**
 * What is kept beside the journal has to follow from it: the balances of envelopes and awards, and the payments, which are one row for
 * each school that an entry pays.
 */
final class Balances {

    static final String AWARDS = "ledger_award";
    static final String PAYMENTS = "ledger_release";
    static final String REVERSALS = "ledger_reversal";

    /** Accounts of an envelope and the column that keeps their balance. What was given is the one debit balance. */
    private static final Map<String, String> COLUMNS = Map.of(
            "GRANT", "given_pence",
            "AVAILABLE", "available_pence",
            "HELD", "held_pence",
            "COMMITTED", "committed_pence",
            "RELEASED", "released_pence",
            "SPENT", "spent_pence",
            "LAPSED", "lapsed_pence");

    private record Paid(String entry, String school) {}

    /** What the journal says of an award beside its balances. */
    private static final class Booked {

        private String envelope = "";
        private String bid = "";
        private long agreed;
        private long returned;
        private long clawedBack;

        void add(String envelopeId, Row entry, Posting posting) {
            if (entry.text("kind").equals("COMMITTED")) {
                envelope = envelopeId;
                bid = entry.text("bid_id");
                agreed += posting.pence();
            } else if (posting.debit().equals("COMMITTED") && posting.credit().equals("AVAILABLE")) {
                returned += posting.pence();
            } else if (posting.debit().equals("RELEASED") && posting.credit().equals("AVAILABLE")) {
                clawedBack += posting.pence();
            }
        }
    }

    private final JournalChains journal;
    private final Map<String, Booked> booked = new HashMap<>();
    private final Map<String, Row> awards = new TreeMap<>();
    private final Map<Paid, Long> payments = new HashMap<>();
    private final Map<Paid, Long> reversals = new HashMap<>();

    Balances(JournalChains journal) {
        this.journal = journal;
    }

    void award(Row row) {
        awards.put(row.text("id"), row);
    }

    void payment(Row row) {
        payments.merge(
                new Paid(row.text("entry_id"), row.text("payee_school_id")), row.number("amount_pence"), Long::sum);
    }

    void reversal(Row row) {
        reversals.merge(
                new Paid(row.text("entry_id"), row.text("payee_school_id")), row.number("amount_pence"), Long::sum);
    }

    void check(Consumer<Fault> faults) {
        Map<String, Map<String, Long>> byAward = new HashMap<>();
        Map<Paid, Long> paid = new HashMap<>();
        Map<Paid, Long> takenBack = new HashMap<>();
        journal.envelopes().forEach((id, envelope) -> {
            Map<String, Long> balances = new HashMap<>();
            for (Row entry : journal.entriesOf(id)) {
                for (Posting posting : journal.postingsOf(entry.text("id"))) {
                    add(balances, posting.debit(), -posting.pence());
                    add(balances, posting.credit(), posting.pence());
                    add(byAward, posting.debitAward(), posting.debit(), -posting.pence());
                    add(byAward, posting.creditAward(), posting.credit(), posting.pence());
                    pays(posting, paid, takenBack);
                    books(id, entry, posting);
                }
            }
            checkEnvelope(id, envelope, balances, faults);
        });
        awards.forEach((id, award) -> checkAward(id, award, byAward.getOrDefault(id, Map.of()), faults));
        byAward.keySet().stream()
                .filter(id -> !awards.containsKey(id))
                .forEach(id -> faults.accept(new Fault(AWARDS, id, 0, "the journal names an award that is not there")));
        compare(PAYMENTS, payments, paid, faults);
        reversals.forEach((of, pence) -> {
            if (!pence.equals(takenBack.get(of))) {
                faults.accept(new Fault(
                        REVERSALS, of.entry(), 0, "its entry does not take this amount back from this school"));
            }
        });
    }

    private void books(String envelope, Row entry, Posting posting) {
        String award = posting.creditAward() == null ? posting.debitAward() : posting.creditAward();
        if (award != null) {
            booked.computeIfAbsent(award, a -> new Booked()).add(envelope, entry, posting);
        }
    }

    private static void pays(Posting posting, Map<Paid, Long> paid, Map<Paid, Long> takenBack) {
        String to = posting.creditSchool();
        String from = posting.debitSchool();
        if (posting.credit().equals("RELEASED") && to != null) {
            paid.merge(new Paid(posting.entry(), to), posting.pence(), Long::sum);
        } else if (posting.debit().equals("RELEASED") && from != null) {
            takenBack.merge(new Paid(posting.entry(), from), posting.pence(), Long::sum);
        }
    }

    private static void add(Map<String, Long> balances, String account, long pence) {
        balances.merge(account, pence, Long::sum);
    }

    private static void add(
            Map<String, Map<String, Long>> byAward, @Nullable String award, String account, long pence) {
        if (award != null) {
            add(byAward.computeIfAbsent(award, a -> new HashMap<>()), account, pence);
        }
    }

    private static void checkEnvelope(String id, Row envelope, Map<String, Long> balances, Consumer<Fault> faults) {
        COLUMNS.forEach((account, column) -> {
            long posted = balances.getOrDefault(account, 0L) * (account.equals("GRANT") ? -1 : 1);
            long kept = envelope.number(column);
            if (posted != kept) {
                faults.accept(new Fault(
                        JournalChains.ENVELOPES, id, 0, column + " is " + kept + ", its journal gives " + posted));
            }
            if (posted < 0) {
                faults.accept(
                        new Fault(JournalChains.ENVELOPES, id, 0, "its journal leaves " + posted + " in " + account));
            }
        });
    }

    private void checkAward(String id, Row award, Map<String, Long> balances, Consumer<Fault> faults) {
        for (String account : List.of("COMMITTED", "RELEASED")) {
            String column = COLUMNS.getOrDefault(account, "");
            long posted = balances.getOrDefault(account, 0L);
            long kept = award.number(column);
            if (posted != kept) {
                faults.accept(new Fault(AWARDS, id, 0, column + " is " + kept + ", the journal gives " + posted));
            }
        }
        checkCourse(id, award, booked.getOrDefault(id, new Booked()), faults);
    }

    /** What was agreed, for whom and from which envelope, what came back of it, and where it stands. */
    private static void checkCourse(String id, Row award, Booked course, Consumer<Fault> faults) {
        long committed = award.number("committed_pence");
        boolean nothing = award.number("released_pence") == 0 && course.clawedBack == 0;
        Map.of(
                        "bid_id",
                        course.bid,
                        "envelope_id",
                        course.envelope,
                        "agreed_pence",
                        Long.toString(course.agreed),
                        "returned_pence",
                        Long.toString(course.returned),
                        "clawed_back_pence",
                        Long.toString(course.clawedBack),
                        "status",
                        committed > 0 ? "COMMITTED" : nothing ? "RETURNED" : "RELEASED")
                .forEach((column, said) -> {
                    if (!award.text(column).equals(said)) {
                        faults.accept(new Fault(
                                AWARDS, id, 0, column + " is " + award.text(column) + ", the journal gives " + said));
                    }
                });
    }

    private static void compare(String table, Map<Paid, Long> rows, Map<Paid, Long> posted, Consumer<Fault> faults) {
        rows.forEach((of, pence) -> {
            if (!pence.equals(posted.get(of))) {
                faults.accept(new Fault(
                        table,
                        of.entry(),
                        0,
                        "pays " + pence + " to a school, the journal " + posted.getOrDefault(of, 0L)));
            }
        });
        posted.forEach((of, pence) -> {
            if (!rows.containsKey(of)) {
                faults.accept(new Fault(
                        table, of.entry(), 0, "the journal pays " + pence + " to a school without a payment"));
            }
        });
    }
}

package org.schoolcollab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidWithdrawal;
import org.schoolcollab.bid.attachment.Attachments;
import org.schoolcollab.board.InterestDeclaration;
import org.schoolcollab.board.MeetingConduct;
import org.schoolcollab.board.MeetingDraft;
import org.schoolcollab.board.MeetingId;
import org.schoolcollab.board.MeetingKind;
import org.schoolcollab.board.MeetingPlanning;
import org.schoolcollab.board.Minutes;
import org.schoolcollab.board.Referral;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.ledger.AreaAllSpending;
import org.schoolcollab.ledger.Corrections;
import org.schoolcollab.ledger.EnvelopeControl;
import org.schoolcollab.ledger.MatchView;
import org.schoolcollab.ledger.MatchedFunding;
import org.schoolcollab.ledger.Virement;
import org.schoolcollab.ledger.payment.Difference;
import org.schoolcollab.ledger.payment.PaidStatusLoad;
import org.schoolcollab.ledger.payment.PaymentExport;
import org.schoolcollab.ledger.payment.Reconciling;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.programme.RoundRegister;
import org.schoolcollab.review.AdviserInterest;
import org.schoolcollab.shared.Money;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random changes of single rows, in a copy of what real work left behind: each must be found. The rows are copied into memory and
 * checked by the verifier's own code. The seed is printed; {@code -Dportal.seed=N} repeats a run.
 */
@PortalTest
class TamperTest {

    private static final int TAMPERS = 10_000;

    /** The keys of the tables: what the database would not take twice is no way to tamper. */
    private static final Map<String, List<List<String>>> KEYS = Map.ofEntries(
            Map.entry("audit_record", List.of(List.of("id"), List.of("stream", "position"))),
            Map.entry("audit_chain", List.of(List.of("stream"))),
            Map.entry("audit_stream", List.of(List.of("number"), List.of("stream"))),
            Map.entry("audit_register", List.of(List.of("id"))),
            Map.entry("ledger_envelope", List.of(List.of("id"))),
            Map.entry("ledger_entry", List.of(List.of("id"), List.of("envelope_id", "sequence"))),
            Map.entry("ledger_posting", List.of(List.of("entry_id", "line"))),
            Map.entry("ledger_award", List.of(List.of("id"))),
            Map.entry("ledger_release", List.of(List.of("id"), List.of("instalment_id", "payee_school_id", "attempt"))),
            Map.entry("ledger_reversal", List.of(List.of("release_id"))),
            Map.entry("ledger_spending", List.of(List.of("entry_id"))),
            Map.entry("ledger_match_proof", List.of(List.of("entry_id"))),
            Map.entry("ledger_share_move", List.of(List.of("request_key"))),
            Map.entry("ledger_acceptance", List.of(List.of("award_id"))),
            Map.entry("ledger_export", List.of(List.of("number"))),
            Map.entry("ledger_export_line", List.of(List.of("export_number", "line"), List.of("release_id"))),
            Map.entry("ledger_paid_file", List.of(List.of("number"), List.of("sha256"))),
            Map.entry("ledger_paid_status", List.of(List.of("file_number", "line"), List.of("release_id", "status"))),
            Map.entry("ledger_difference_solved", List.of(List.of("release_id", "kind"))),
            Map.entry("board_vote", List.of(List.of("id"), List.of("ballot_id", "person_id"))),
            Map.entry("board_decision", List.of(List.of("id"), List.of("ballot_id"))),
            Map.entry("board_referral", List.of(List.of("id"))),
            Map.entry("board_interest", List.of(List.of("bid_id", "person_id"))),
            Map.entry("review_interest", List.of(List.of("bid_id", "person_id"))),
            Map.entry("board_minutes", List.of(List.of("meeting_id"))),
            Map.entry("bid_plan_revision", List.of(List.of("bid_id", "number"))),
            Map.entry("bid_plan_revision_school", List.of(List.of("bid_id", "number", "school_id"))),
            Map.entry("bid_plan_revision_file", List.of(List.of("bid_id", "number", "attachment_id"))),
            Map.entry("bid_consent", List.of(List.of("bid_id", "school_id", "number"))),
            Map.entry("bid_attachment", List.of(List.of("id"))),
            Map.entry("bid_attachment_piece", List.of(List.of("attachment_id", "number"))),
            Map.entry("bid_attachment_removal", List.of(List.of("attachment_id"))));

    private record Copy(Map<String, List<Row>> tables) {

        List<Fault> faults() {
            Verification verification = new Verification();
            tables.values().forEach(rows -> rows.forEach(verification::take));
            return verification.report().faults();
        }

        Copy with(String table, List<Row> rows) {
            Map<String, List<Row>> more = new TreeMap<>(tables);
            more.put(table, rows);
            return new Copy(more);
        }

        List<Row> rows(String table) {
            return tables.getOrDefault(table, List.of());
        }
    }

    private record Tamper(String what, Copy copy) {}

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidWithdrawal withdrawal;

    @Autowired
    Corrections corrections;

    @Autowired
    Virement virement;

    @Autowired
    MatchedFunding matched;

    @Autowired
    EnvelopeControl envelopes;

    @Autowired
    AreaAllSpending spending;

    @Autowired
    MeetingPlanning planning;

    @Autowired
    MeetingConduct conduct;

    @Autowired
    InterestDeclaration interests;

    @Autowired
    AdviserInterest adviserInterest;

    @Autowired
    Referral referral;

    @Autowired
    Minutes minutes;

    @Autowired
    PaymentExport exports;

    @Autowired
    PaidStatusLoad paid;

    @Autowired
    Reconciling reconciling;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Attachments attachments;

    @TempDir
    Path folder;

    private Copy original = new Copy(Map.of());

    @BeforeEach
    void workThatLeavesItsTraces() {
        BidId withFiles = fixtures.completeDraft("ashford-rural-schools-hub");
        logIn.run("lead.ashford-rural-schools-hub", () -> filesBesideAPlan(withFiles));
        logIn.run("adviser.south", () -> adviserInterest.declare(withFiles, "I taught there"));
        logIn.run("lead.ashford-rural-schools-hub", () -> fixtures.submit(withFiles));
        fixtures.refusedBid("deal-learning-alliance");
        aBoardMeets(fixtures.recommendedBid("sandwich-primary-consortium"));
        BidId bid = fixtures.releasedBid("m7-partnership");
        UUID payment = UUID.fromString(
                jdbc.sql("""
                        select r.id from ledger_release r join ledger_instalment i on i.id = r.instalment_id
                          join ledger_award a on a.id = i.award_id where a.bid_id = ?""").param(bid.toString()).query(String.class).single());
        aPartOfAShareMoves(bid);
        UUID request =
                logIn.as("finance.officer", () -> corrections.requestReversal(payment, "The account was closed"));
        logIn.run("finance.approver", () -> corrections.approve(request));
        logIn.run("finance.officer", () -> {
            MatchView pledge = matched.of(bid).getFirst();
            matched.evidence(bid, pledge.school(), pledge.pledged(), "Budget return seen", UUID.randomUUID());
        });
        RoundId round = RoundRegister.idOf("2014/15");
        logIn.run("admin", () -> envelopes.add(round, "ALL", Money.ofPounds(500), "For training", UUID.randomUUID()));
        logIn.run(
                "finance.officer",
                () -> spending.spend(
                        round, "Training", Money.ofPounds(20), LocalDate.of(2014, 6, 1), UUID.randomUUID()));
        fixtures.closedBid("hythe-hub");
        logIn.run("finance.officer", this::filesGoAndCome);
        original = copied();
    }

    private void aPartOfAShareMoves(BidId bid) {
        List<EstablishmentId> schools = jdbc.sql("""
                        select m.school_id from bid_bid b join collaboration_member m on m.collaboration_id = b.collaboration_id
                        where b.id = ? order by m.lead desc, m.school_id""").param(bid.toString()).query(String.class).list().stream()
                .map(EstablishmentId::of)
                .toList();
        logIn.run(
                "finance.approver",
                () -> virement.moveShare(
                        bid,
                        schools.getFirst(),
                        schools.getLast(),
                        Money.ofPounds(10),
                        "The other school hosts it",
                        UUID.randomUUID()));
    }

    /** Leaves a file for the council's ledger, one that came back, and a difference that is solved. */
    private void filesGoAndCome() {
        exports.export(exports.waiting().sha256());
        List<String> references = jdbc.sql(
                        "select r.reference from ledger_release r join ledger_export_line x on x.release_id = r.id order by x.line")
                .query(String.class)
                .list();
        String file = "reference,amount_gbp,date,status\r\n" + references.getFirst() + ",0.01,2014-06-16,PAID\r\n";
        paid.load("paid.csv", file.getBytes(StandardCharsets.UTF_8), true);
        Difference difference = reconciling.differences().getFirst();
        reconciling.solve(difference.release(), difference.kind(), "Paid the rest by hand");
    }

    /** Leaves a file beside a plan, and one that was taken away. */
    private void filesBesideAPlan(BidId bid) {
        byte[] pdf = "%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        try {
            Path file = Files.write(folder.resolve("plan.pdf"), pdf);
            attachments.add(bid, "Plan.pdf", file);
            attachments.remove(attachments.add(bid, "Other plan.pdf", file).id());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Leaves a declared interest, a deferral and signed minutes. */
    private void aBoardMeets(BidId bid) {
        logIn.run("board4.south", () -> interests.declare(bid, "Governor of a member school"));
        logIn.run("chair.south", () -> {
            MeetingId meeting = planning.plan(new MeetingDraft(
                    "SOUTH",
                    MeetingKind.WRITTEN,
                    LocalDate.of(2014, 6, 16),
                    LocalTime.of(12, 0),
                    "",
                    LocalDate.of(2014, 7, 11),
                    LocalTime.of(17, 0)));
            planning.putOn(meeting, bid);
            conduct.open(meeting);
            referral.defer(bid, "Which pupils is the target about?");
            conduct.close(meeting);
            minutes.sign(meeting);
        });
    }

    private static Copy copied() {
        TestDatabase database = TestDatabase.instance();
        Map<String, List<Row>> tables = new TreeMap<>();
        Verification.TABLES.keySet().forEach(table -> tables.put(table, new ArrayList<>()));
        DatabaseRows.read(
                database.server().url(),
                org.schoolcollab.embedded.EmbeddedMariaDb.APPLICATION,
                database.server().applicationPassword(),
                row -> tables.getOrDefault(row.table(), new ArrayList<>()).add(row));
        return new Copy(tables);
    }

    @Test
    void whatThePortalWroteIsWithoutFaultAndEveryTamperedRowIsFound() {
        assertThat(original.faults()).isEmpty();
        assertThat(original.tables().values().stream().filter(List::isEmpty).count())
                .as("tables without a row to tamper with: %s", original.tables())
                .isLessThanOrEqualTo(1);
        long seed = Long.getLong("portal.seed", System.nanoTime());
        System.out.println("tampering with seed " + seed);
        Random random = new Random(seed);
        List<String> missed = new ArrayList<>();
        Map<String, Integer> kinds = new TreeMap<>();
        int done = 0;
        while (done < TAMPERS) {
            Tamper tamper = tamper(random);
            if (tamper == null) {
                continue;
            }
            done++;
            kinds.merge(tamper.what().substring(0, tamper.what().indexOf(' ')), 1, Integer::sum);
            if (tamper.copy().faults().isEmpty()) {
                missed.add(tamper.what());
            }
        }
        System.out.println("tampered rows: " + kinds);
        assertThat(missed).as("not found, with seed %d", seed).isEmpty();
    }

    /** One change of one row, or of two that swap; null where it comes out the same or the database would not take it. */
    private @org.jspecify.annotations.Nullable Tamper tamper(Random random) {
        List<String> tables = original.tables().entrySet().stream()
                .filter(table -> !table.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        String table = tables.get(random.nextInt(tables.size()));
        List<Row> rows = new ArrayList<>(original.rows(table));
        int at = random.nextInt(rows.size());
        Row row = rows.get(at);
        int column = random.nextInt(row.columns().size());
        String what;
        switch (random.nextInt(5)) {
            case 0, 1 -> {
                Row changed = changed(row, column, random);
                what = "update " + table + "." + row.columns().get(column) + ": "
                        + row.values().get(column) + " -> " + changed.values().get(column);
                rows.set(at, changed);
            }
            case 2 -> {
                what = "delete " + row;
                rows.remove(at);
            }
            case 3 -> {
                Row added = row;
                for (String key : new TreeSet<>(KEYS.getOrDefault(table, List.of()).stream()
                        .flatMap(List::stream)
                        .toList())) {
                    added = changed(added, added.columns().indexOf(key), random);
                }
                what = "insert " + added;
                rows.add(added);
            }
            default -> {
                int other = random.nextInt(rows.size());
                String mine = row.values().get(column);
                rows.set(at, put(row, column, rows.get(other).values().get(column)));
                rows.set(other, put(rows.get(other), column, mine));
                what = "swap " + table + "." + row.columns().get(column) + " of " + row + " and " + rows.get(other);
            }
        }
        // Two rows that differ in nothing else change places: the same rows in another order.
        boolean same = new HashSet<>(rows).equals(new HashSet<>(original.rows(table)))
                && rows.size() == original.rows(table).size();
        return same || !keysHold(table, rows) ? null : new Tamper(what, original.with(table, rows));
    }

    private static boolean keysHold(String table, List<Row> rows) {
        return KEYS.getOrDefault(table, List.of()).stream().allMatch(key -> {
            Set<List<String>> taken = new HashSet<>();
            return rows.stream()
                    .allMatch(row -> taken.add(key.stream().map(row::text).toList()));
        });
    }

    private static Row put(Row row, int column, @org.jspecify.annotations.Nullable String value) {
        List<@org.jspecify.annotations.Nullable String> values = new ArrayList<>(row.values());
        values.set(column, value);
        return new Row(row.table(), row.columns(), values);
    }

    /** Another value of the same kind, often close to the one before. */
    private static Row changed(Row row, int column, Random random) {
        String value = row.values().get(column);
        if (value == null || value.isEmpty()) {
            return put(row, column, value == null ? "" : "x");
        }
        if (value.matches("-?\\d+")) {
            long number = Long.parseLong(value);
            long step = random.nextBoolean() ? 1 : 1 + random.nextInt(1_000_000);
            return put(row, column, Long.toString(random.nextBoolean() ? number + step : number - step));
        }
        int at = random.nextInt(value.length());
        char c = value.charAt(at);
        char instead = Character.isDigit(c)
                ? (char) ('0' + (c - '0' + 1) % 10)
                : c >= 'a' && c < 'f' ? (char) (c + 1) : c == 'f' ? 'a' : c;
        StringBuilder text = new StringBuilder(value);
        if (value.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:.*")) {
            // Of a time, the last digits alone: it stays a time.
            int last = value.length() - 1 - random.nextInt(Math.min(6, value.length() - 18));
            text.setCharAt(last, (char) ('0' + (value.charAt(last) - '0' + 1) % 10));
            return put(row, column, text.toString());
        }
        boolean fixed = value.length() == 36 || value.length() == 64;
        if (instead == c && !fixed) {
            text.insert(at, random.nextBoolean() ? " " : "a");
        } else {
            text.setCharAt(at, instead);
        }
        boolean mayBeMissing = Set.of("person_id", "bid_id", "memo", "reverses", "casting_choice", "credit_school_id")
                .contains(row.columns().get(column));
        return put(row, column, mayBeMissing && random.nextInt(4) == 0 ? null : text.toString());
    }

    @Test
    void aWholeStreamThatGoesWithItsLastLinkIsMissed() {
        Copy without = original;
        String stream = original.rows("audit_chain").getFirst().text("stream");
        for (String table : List.of("audit_chain", "audit_record")) {
            without = without.with(
                    table,
                    original.rows(table).stream()
                            .filter(row -> !row.text("stream").equals(stream))
                            .toList());
        }

        assertThat(without.faults())
                .anyMatch(fault -> fault.table().equals("audit_stream")
                        && fault.chain().equals(stream)
                        && fault.reason().contains("the stream is gone"));
    }

    /** A column that a later version adds to a protected table must be protected too, or be named here with the reason. */
    @Test
    void everyColumnOfAProtectedTableIsRead() {
        Map<String, Set<String>> open = Map.of(
                // The order over all envelopes, given by the database; the order that counts is the sequence.
                "ledger_entry", Set.of("position"),
                // What the journal does not say of them: the moments stand in the entries that opened and committed
                // them.
                "ledger_envelope", Set.of("opened_at", "version"),
                "ledger_award", Set.of("committed_at", "version"));
        Verification.TABLES.forEach((table, columns) -> {
            Set<String> there = new TreeSet<>(
                    jdbc.sql("""
                            select column_name from information_schema.columns
                            where table_schema = database() and table_name = ? and is_generated = 'NEVER'""").param(table).query(TamperTest::name).list());
            there.removeAll(open.getOrDefault(table, Set.of()));
            assertThat(new TreeSet<>(columns)).as(table).isEqualTo(there);
        });
    }

    private static String name(ResultSet row, int n) throws SQLException {
        return row.getString(1);
    }
}

package org.schoolcollab.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of the protected tables, in any order, and says what is wrong with them. Every column named in {@link #TABLES} is
 * covered by a hash or follows from others that are. Files of plans that lie in a folder are read from there.
 */
public final class Verification {

    /** Rows that are written once and sealed, with their columns. */
    static final Map<String, List<String>> SEALED = sealed();

    /** The columns that hold bytes: their SHA-256 in hexadecimal digits is read instead. */
    static final Map<String, String> BYTES = Map.of("ledger_export", "content", "ledger_paid_file", "content");

    /** The columns that hold a part of a file's bytes: they are read as hexadecimal digits. */
    static final Map<String, String> PIECES = Map.of(Contents.PIECES, "content");

    private static Map<String, List<String>> sealed() {
        Map<String, List<String>> sealed = new LinkedHashMap<>();
        sealed.put(
                Balances.PAYMENTS,
                List.of(
                        "id",
                        "instalment_id",
                        "amount_pence",
                        "payee_school_id",
                        "payee_name",
                        "payee_kind",
                        "attempt",
                        "previous_attempt",
                        "reference",
                        "requested_by",
                        "requested_at",
                        "approved_by",
                        "approved_at",
                        "entry_id",
                        "idempotency_key"));
        sealed.put(
                Balances.REVERSALS,
                List.of(
                        "release_id",
                        "instalment_id",
                        "payee_school_id",
                        "attempt",
                        "amount_pence",
                        "reason",
                        "requested_by",
                        "requested_at",
                        "approved_by",
                        "approved_at",
                        "entry_id"));
        sealed.put("ledger_acceptance", List.of("award_id", "accepted_by", "accepted_at", "conditions"));
        sealed.put("ledger_spending", List.of("entry_id", "purpose", "amount_pence", "spent_on"));
        sealed.put("ledger_match_proof", List.of("entry_id", "award_id", "school_id", "note"));
        sealed.put(
                "ledger_share_move",
                List.of("request_key", "award_id", "from_school", "to_school", "amount_pence", "moved_by", "moved_at"));
        sealed.put("board_vote", List.of("id", "ballot_id", "person_id", "choice", "reason", "cast_at"));
        sealed.put(
                "board_decision",
                List.of(
                        "id",
                        "ballot_id",
                        "bid_id",
                        "outcome",
                        "amount_pence",
                        "conditions",
                        "first_percent",
                        "eligible",
                        "quorum",
                        "majority",
                        "approvals",
                        "refusals",
                        "abstentions",
                        "casting_choice",
                        "decided_at"));
        sealed.put(
                "board_referral",
                List.of(
                        "id",
                        "bid_id",
                        "revision",
                        "kind",
                        "from_area",
                        "to_area",
                        "words",
                        "referred_by",
                        "referred_at"));
        sealed.put("board_interest", List.of("bid_id", "person_id", "words", "declared_at"));
        sealed.put("review_interest", List.of("bid_id", "person_id", "words", "declared_at"));
        sealed.put("board_minutes", List.of("meeting_id", "content", "sha256", "signed_by", "signed_at"));
        sealed.put(
                "ledger_export",
                List.of("number", "content", "sha256", "line_count", "total_pence", "exported_by", "exported_at"));
        sealed.put("ledger_export_line", List.of("export_number", "line", "release_id"));
        sealed.put(
                "ledger_paid_file",
                List.of("number", "name", "sha256", "content", "line_count", "loaded_by", "loaded_at"));
        sealed.put(
                "ledger_paid_status",
                List.of("file_number", "line", "release_id", "status", "amount_pence", "paid_on"));
        sealed.put("ledger_difference_solved", List.of("release_id", "kind", "reason", "solved_by", "solved_at"));
        sealed.put(
                "workflow_publication",
                List.of(
                        "id",
                        "process_key",
                        "version",
                        "definition_id",
                        "hash",
                        "draft_id",
                        "based_on",
                        "rolls_back",
                        "comment",
                        "edited_by",
                        "published_by",
                        "published_at"));
        sealed.put(
                "bid_plan_revision",
                List.of("bid_id", "number", "kind", "revision", "content", "requested_pence", "kept_by", "kept_at"));
        sealed.put("bid_plan_revision_school", List.of("bid_id", "number", "school_id", "share_pence", "pledge_pence"));
        sealed.put("bid_plan_revision_file", List.of("bid_id", "number", "attachment_id", "sha256"));
        sealed.put(
                "bid_consent",
                List.of(
                        "bid_id",
                        "school_id",
                        "number",
                        "answer",
                        "share_pence",
                        "pledge_pence",
                        "reason",
                        "answered_by",
                        "answered_at"));
        sealed.put(
                "bid_attachment",
                List.of("id", "bid_id", "name", "kind", "size", "sha256", "place", "added_by", "added_at"));
        sealed.put("bid_attachment_removal", List.of("attachment_id", "removed_by", "removed_at"));
        return sealed;
    }

    /** The tables whose rows are sealed. */
    public static Set<String> sealedTables() {
        return Set.copyOf(SEALED.keySet());
    }

    /** Every table that is read, with the columns that are. */
    public static final Map<String, List<String>> TABLES = tables();

    private final AuditChains audit = new AuditChains();
    private final StreamRegister register = new StreamRegister();
    private final JournalChains journal = new JournalChains();
    private final Balances balances = new Balances(journal);
    private final Seals seals = new Seals();
    private final Contents contents;

    /** Without a folder for files of plans: those that lie in one are told of as not read. */
    public Verification() {
        this(null);
    }

    /** @param files the folder where files of plans lie that are not in the database; null where none was named */
    public Verification(@Nullable Path files) {
        contents = new Contents(files);
    }

    /**
     * What was read and what is wrong with it.
     *
     * @param unread what could not be tested: nothing is known of it, neither that it is right nor that it is wrong
     */
    public record Report(long records, long chains, List<Fault> faults, List<Fault> unread) {}

    private static Map<String, List<String>> tables() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        tables.put(
                AuditChains.RECORDS,
                List.of(
                        "id",
                        "stream",
                        "position",
                        "at",
                        "person_id",
                        "person_name",
                        "role",
                        "action",
                        "subject_type",
                        "subject_id",
                        "bid_id",
                        "details",
                        "prev_hash",
                        "hash"));
        tables.put(AuditChains.HEADS, List.of("stream", "position", "hash", "ids"));
        tables.put(StreamRegister.STREAMS, List.of("number", "stream", "first_hash", "prev_hash", "hash"));
        tables.put(StreamRegister.REGISTER, List.of("id", "streams", "hash"));
        tables.put(
                JournalChains.ENVELOPES,
                List.of(
                        "id",
                        "round_id",
                        "area_code",
                        "given_area",
                        "status",
                        "given_pence",
                        "available_pence",
                        "held_pence",
                        "committed_pence",
                        "released_pence",
                        "spent_pence",
                        "lapsed_pence",
                        "entries",
                        "head_hash"));
        tables.put(
                JournalChains.ENTRIES,
                List.of(
                        "id",
                        "envelope_id",
                        "sequence",
                        "kind",
                        "at",
                        "person_id",
                        "bid_id",
                        "reverses",
                        "idempotency_key",
                        "memo",
                        "prev_hash",
                        "hash"));
        tables.put(
                JournalChains.POSTINGS,
                List.of(
                        "entry_id",
                        "line",
                        "debit_account",
                        "debit_award_id",
                        "debit_school_id",
                        "credit_account",
                        "credit_award_id",
                        "credit_school_id",
                        "pence"));
        tables.put(
                Balances.AWARDS,
                List.of(
                        "id",
                        "bid_id",
                        "envelope_id",
                        "agreed_pence",
                        "committed_pence",
                        "released_pence",
                        "returned_pence",
                        "clawed_back_pence",
                        "status"));
        tables.putAll(SEALED);
        tables.put(Contents.PIECES, List.of("attachment_id", "number", "content"));
        return tables;
    }

    /** Takes the next row; one of a table that is not protected is passed over. */
    public void take(Row row) {
        if (SEALED.containsKey(row.table())) {
            seals.row(row);
        }
        switch (row.table()) {
            case AuditChains.RECORDS -> {
                audit.record(row);
                seals.record(row);
            }
            case AuditChains.HEADS -> audit.head(row);
            case StreamRegister.STREAMS -> register.stream(row);
            case StreamRegister.REGISTER -> register.head(row);
            case JournalChains.ENVELOPES -> journal.envelope(row);
            case JournalChains.ENTRIES -> journal.entry(row);
            case JournalChains.POSTINGS -> journal.posting(row);
            case Balances.AWARDS -> balances.award(row);
            case Balances.PAYMENTS -> balances.payment(row);
            case Balances.REVERSALS -> balances.reversal(row);
            case Contents.FILES -> contents.file(row);
            case Contents.PIECES -> contents.piece(row);
            default -> {}
        }
    }

    /** Once every row was taken. */
    public Report report() {
        Set<Fault> faults = new LinkedHashSet<>();
        Consumer<Fault> found = faults::add;
        audit.check(found);
        register.check(audit.firstHashes(), found);
        journal.check(found);
        balances.check(found);
        List<Fault> unread = new ArrayList<>();
        contents.check(found, unread::add);
        seals.check(SEALED.keySet().stream().sorted().toList(), found);
        return new Report(
                audit.records() + journal.records(),
                (long) audit.chains() + journal.chains(),
                new ArrayList<>(faults),
                unread);
    }
}

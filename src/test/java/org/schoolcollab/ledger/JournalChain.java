package org.schoolcollab.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Computes the hashes of all journal entries again, after the page on chains. */
public final class JournalChain {

    private JournalChain() {}

    /** Fails unless every entry's fields give its hash and every envelope ends with its last entry. */
    public static void holds(JdbcClient jdbc) throws Exception {
        Map<String, List<String>> postings = new HashMap<>();
        jdbc.sql("select * from ledger_posting order by entry_id, line").query(row -> {
            List<String> fields = postings.computeIfAbsent(row.getString("entry_id"), id -> new ArrayList<>());
            for (String column : List.of(
                    "line",
                    "debit_account",
                    "debit_award_id",
                    "debit_school_id",
                    "credit_account",
                    "credit_award_id",
                    "credit_school_id",
                    "pence")) {
                fields.add(row.getString(column));
            }
        });
        List<String> wrong = new ArrayList<>();
        Map<String, String> last = new HashMap<>();
        jdbc.sql("select * from ledger_entry order by envelope_id, sequence").query(row -> {
            StringBuilder text = new StringBuilder();
            String envelope = row.getString("envelope_id");
            field(text, last.getOrDefault(envelope, "0".repeat(64)));
            field(text, envelope);
            field(text, row.getString("sequence"));
            field(text, row.getString("id"));
            field(text, row.getString("kind"));
            field(text, row.getTimestamp("at").toInstant().toString());
            for (String column : List.of("person_id", "bid_id", "reverses", "idempotency_key", "memo")) {
                field(text, row.getString(column));
            }
            List<String> lines = postings.getOrDefault(row.getString("id"), List.of());
            field(text, Integer.toString(lines.size() / 8));
            lines.forEach(value -> field(text, value));
            if (!sha256(text.toString()).equals(row.getString("hash"))) {
                wrong.add(row.getString("idempotency_key") + ": " + text);
            }
            last.put(envelope, row.getString("hash"));
        });
        assertThat(wrong).as("entries whose fields do not give their hash").isEmpty();
        jdbc.sql("select id, head_hash from ledger_envelope").query(row -> {
            assertThat(row.getString("head_hash")).isEqualTo(last.getOrDefault(row.getString("id"), "0".repeat(64)));
        });
    }

    private static void field(StringBuilder text, @Nullable String value) {
        text.append(value == null ? "-" : value.getBytes(StandardCharsets.UTF_8).length + ":" + value);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

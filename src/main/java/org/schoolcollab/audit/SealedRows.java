package org.schoolcollab.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows that are written once and must not be changed unseen: the next audit record of the same transaction holds the hash over all of
 * their columns. A transaction that wrote such a row and no record after it does not commit.
 */
@Component
public class SealedRows {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    private final JdbcClient jdbc;

    SealedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Inserts a row and seals it.
     *
     * @param columns every column of the table by name: texts, ids, whole numbers, {@link Instant}s, dates, booleans, enums, bytes
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void insert(String table, Map<String, ? extends @Nullable Object> columns) {
        insertAll(table, List.of(columns));
    }

    /** Inserts rows with the same columns in one statement and seals each. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void insertAll(String table, List<? extends Map<String, ? extends @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> names = List.copyOf(rows.getFirst().keySet());
        List<@Nullable Object> values = new ArrayList<>();
        for (Map<String, ? extends @Nullable Object> row : rows) {
            names.forEach(name -> values.add(parameter(row.get(name))));
            seal(table, row);
        }
        String one = "(" + String.join(", ", Collections.nCopies(names.size(), "?")) + ")";
        jdbc.sql("insert into " + table + " (" + String.join(", ", names) + ") values "
                        + String.join(", ", Collections.nCopies(rows.size(), one)))
                .params(values)
                .update();
    }

    private void seal(String table, Map<String, ? extends @Nullable Object> columns) {
        List<@Nullable String> fields = new ArrayList<>();
        fields.add(table);
        new TreeMap<>(columns).forEach((name, value) -> {
            fields.add(name);
            fields.add(text(value));
        });
        waiting().computeIfAbsent(table, t -> new ArrayList<>()).add(AuditHash.ofFields(fields));
    }

    private static @Nullable Object parameter(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant at -> Timestamp.from(at.truncatedTo(ChronoUnit.MICROS));
            case Number number -> number;
            case Boolean truth -> truth;
            case byte[] bytes -> bytes;
            default -> value.toString();
        };
    }

    /** As MariaDB writes the column; of bytes their SHA-256. */
    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant at -> MOMENT.format(at.truncatedTo(ChronoUnit.MICROS));
            case Boolean truth -> truth ? "1" : "0";
            case byte[] bytes -> AuditHash.ofBytes(bytes);
            default -> value.toString();
        };
    }

    /** What waits for its record in this transaction, as details for it; nothing waits afterwards. */
    Map<String, String> taken() {
        Map<String, String> details = new LinkedHashMap<>();
        if (TransactionSynchronizationManager.getResource(this) instanceof Waiting waiting) {
            waiting.byTable.forEach((table, hashes) -> details.put(Act.SEAL + table, String.join(" ", hashes)));
            waiting.byTable.clear();
        }
        return details;
    }

    private Map<String, List<String>> waiting() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Waiting waiting) {
            return waiting.byTable;
        }
        Waiting waiting = new Waiting();
        TransactionSynchronizationManager.bindResource(this, waiting);
        TransactionSynchronizationManager.registerSynchronization(waiting);
        return waiting.byTable;
    }

    private final class Waiting implements TransactionSynchronization {

        private final Map<String, List<String>> byTable = new TreeMap<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!byTable.isEmpty()) {
                throw new IllegalStateException("rows were written without a record of the act: " + byTable.keySet());
            }
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(SealedRows.this);
        }
    }
}

package org.schoolcollab.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Migration 076, and what later ones that seal more tables have in common: seals the rows that earlier versions wrote once and did not seal, as they are today, with one record that says so. What
 * was changed in them before this day cannot be known; what is changed after it shows. Written for the schema of its version, so it
 * asks nothing of the portal's own classes but how fields are hashed.
 */
@Component
public class SealOfEarlierRows implements JavaMigration {

    private static final String FIRST = "0".repeat(64);
    private static final Pattern SEALS = Pattern.compile("(?<!\\\\)\"seal\\.[a-z_]+\":\"([0-9a-f ]+)\"");
    private static final Set<String> BYTES = Set.of("longblob");

    private static final List<String> AT_FIRST = List.of(
            "board_decision",
            "board_interest",
            "board_minutes",
            "board_referral",
            "board_vote",
            "ledger_acceptance",
            "ledger_difference_solved",
            "ledger_export",
            "ledger_export_line",
            "ledger_match_proof",
            "ledger_paid_file",
            "ledger_paid_status",
            "ledger_release",
            "ledger_reversal",
            "ledger_spending");

    private final String version;
    private final List<String> tables;

    public SealOfEarlierRows() {
        this("076", AT_FIRST);
    }

    /** A migration that does the same for tables which a later version seals. */
    SealOfEarlierRows(String version, List<String> tables) {
        this.version = version;
        this.tables = List.copyOf(tables);
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(version);
    }

    @Override
    public String getDescription() {
        return "seal of earlier rows";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement sql = connection.createStatement()) {
            sql.execute("set time_zone = '+00:00'");
            Set<String> sealed = sealed(sql);
            Map<String, List<String>> open = new TreeMap<>();
            for (String table : tables) {
                List<String> hashes = hashes(sql, table);
                hashes.removeAll(sealed);
                if (!hashes.isEmpty()) {
                    open.put(table, hashes);
                }
            }
            if (!open.isEmpty()) {
                record(connection, "V" + version, details(open));
            }
        }
    }

    /** Every hash that a record seals already. */
    private static Set<String> sealed(Statement sql) throws SQLException {
        Set<String> sealed = new HashSet<>();
        try (ResultSet records =
                sql.executeQuery("select details from audit_record where details like '%\"seal.%' order by id")) {
            while (records.next()) {
                Matcher seals = SEALS.matcher(records.getString(1));
                while (seals.find()) {
                    sealed.addAll(List.of(seals.group(1).split(" ", -1)));
                }
            }
        }
        return sealed;
    }

    /** The hash of each row of a table, as {@link SealedRows} writes it. */
    private static List<String> hashes(Statement sql, String table) throws SQLException {
        Map<String, String> columns = new TreeMap<>();
        try (ResultSet found = sql.executeQuery("""
                select column_name, data_type from information_schema.columns
                where table_schema = database() and table_name = '%s' and is_generated = 'NEVER'""".formatted(table))) {
            while (found.next()) {
                columns.put(found.getString(1), found.getString(2));
            }
        }
        String read = columns.entrySet().stream()
                .map(column -> BYTES.contains(column.getValue())
                        ? "sha2(`" + column.getKey() + "`, 256)"
                        : "`" + column.getKey() + "`")
                .collect(Collectors.joining(", "));
        List<String> hashes = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery("select " + read + " from `" + table + "`")) {
            while (rows.next()) {
                List<@Nullable String> fields = new ArrayList<>();
                fields.add(table);
                int at = 0;
                for (String column : columns.keySet()) {
                    at++;
                    fields.add(column);
                    fields.add(rows.getString(at));
                }
                hashes.add(AuditHash.ofFields(fields));
            }
        }
        return hashes;
    }

    private static String details(Map<String, List<String>> open) {
        int rows = open.values().stream().mapToInt(List::size).sum();
        return open.entrySet().stream()
                .map(table -> "\"" + Act.SEAL + table.getKey() + "\":\"" + String.join(" ", table.getValue()) + "\"")
                .collect(Collectors.joining(",", "{\"rows\":\"" + rows + "\",", "}"));
    }

    /** A record of the portal's own, in a stream of its own, which is entered in the register. */
    private static void record(Connection connection, String upgrade, String details) throws SQLException {
        String stream = "upgrade:" + upgrade;
        List<@Nullable String> now = one(connection, "select cast(utc_timestamp(6) as char(26))");
        String at = String.valueOf(now.getFirst());
        Instant moment = LocalDateTime.parse(at.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        String hash = AuditHash.of(
                FIRST,
                stream,
                1,
                moment,
                null,
                AuditTrail.THE_PORTAL,
                "",
                "portal.sealed",
                "upgrade",
                upgrade,
                null,
                details);
        write(connection, """
                insert into audit_record (stream, position, at, person_id, person_name, role, action, subject_type, subject_id, bid_id,
                  details, prev_hash, hash)
                values (?, 1, ?, null, ?, '', 'portal.sealed', 'upgrade', ?, null, ?, ?, ?)""", stream, at, AuditTrail.THE_PORTAL, upgrade, details, FIRST, hash);
        long id = Long.parseLong(
                String.valueOf(one(connection, "select id from audit_record where stream = '" + stream + "'")
                        .getFirst()));
        write(
                connection,
                "insert into audit_chain (stream, position, hash, ids) values (?, 1, ?, ?)",
                stream,
                hash,
                AuditHash.next(FIRST, id));
        List<@Nullable String> last =
                one(connection, "select streams, hash from audit_register where id = 1 for update");
        String number = Long.toString(Long.parseLong(String.valueOf(last.getFirst())) + 1);
        String before = String.valueOf(last.get(1));
        String entered = AuditHash.ofFields(List.of(before, number, stream, hash));
        write(
                connection,
                "insert into audit_stream (number, stream, first_hash, prev_hash, hash) values (?, ?, ?, ?, ?)",
                number,
                stream,
                hash,
                before,
                entered);
        write(connection, "update audit_register set streams = ?, hash = ? where id = 1", number, entered);
    }

    private static void write(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static List<@Nullable String> one(Connection connection, String query) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            List<@Nullable String> values = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                values.add(row.getString(i));
            }
            return values;
        }
    }
}

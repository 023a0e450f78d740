package org.schoolcollab.verify;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the tables from a MariaDB server, all in one snapshot, so that work going on meanwhile does not disturb. */
public final class DatabaseRows {

    private static final int FETCHED_AT_ONCE = 2_000;

    /** Each is up to half a megabyte as digits. */
    private static final int PIECES_AT_ONCE = 8;

    private DatabaseRows() {}

    /** @throws CannotRead with a sentence about what is in the way */
    public static void read(String url, @Nullable String user, @Nullable String password, Consumer<Row> rows) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement()) {
            sql.execute("set session transaction isolation level repeatable read");
            sql.execute("set time_zone = '+00:00'");
            sql.execute("start transaction with consistent snapshot, read only");
            for (Map.Entry<String, List<String>> table : Verification.TABLES.entrySet()) {
                read(sql, table.getKey(), table.getValue(), rows);
            }
            sql.execute("rollback");
        } catch (SQLException failure) {
            throw new CannotRead(
                    "The database " + withoutSecrets(url) + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private static void read(Statement sql, String table, List<String> columns, Consumer<Row> rows)
            throws SQLException {
        String bytes = Verification.BYTES.get(table);
        String piece = Verification.PIECES.get(table);
        sql.setFetchSize(piece == null ? FETCHED_AT_ONCE : PIECES_AT_ONCE);
        String names = columns.stream()
                .map(column -> column.equals(bytes)
                        ? "sha2(`" + column + "`, 256)"
                        : column.equals(piece) ? "lower(hex(`" + column + "`))" : "`" + column + "`")
                .collect(Collectors.joining(", "));
        try (ResultSet found = sql.executeQuery("select " + names + " from `" + table + "`" + order(table))) {
            while (found.next()) {
                List<@Nullable String> values = new ArrayList<>(columns.size());
                for (int i = 1; i <= columns.size(); i++) {
                    values.add(found.getString(i));
                }
                rows.accept(new Row(table, columns, values));
            }
        }
    }

    /** Records in the order in which they were written, and pieces in theirs: so the check keeps the end of a chain alone. */
    private static String order(String table) {
        return switch (table) {
            case AuditChains.RECORDS -> " order by id";
            case Contents.PIECES -> " order by attachment_id, number";
            default -> "";
        };
    }

    /** An address may carry a password among its options. */
    static String withoutSecrets(String url) {
        int options = url.indexOf('?');
        return options < 0 ? url : url.substring(0, options);
    }
}

package org.schoolcollab.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Copies of one bid, row by row in every table, each with ids of its own, in areas with an envelope each or beside it: many bids at the
 * same point of their process, made in seconds.
 */
public final class Clones {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** Tables with one row for many bids, or with history that no statement of an act reads or writes. */
    private static final Set<String> NOT_COPIED = Set.of(
            "ledger_envelope",
            "ledger_entry",
            "ledger_posting",
            "audit_record",
            "audit_stream",
            "audit_register",
            "inbox_counter",
            "review_rubric",
            "review_criterion",
            "ACT_GE_PROPERTY",
            "SPRING_SESSION");

    private record Rows(List<String> columns, List<List<@Nullable Object>> values) {}

    private final Map<String, Rows> template = new LinkedHashMap<>();
    private final Set<String> own = new HashSet<>();
    private final String area;
    private final String bid;
    private final String envelope;

    /** Reads the template: the rows that are not in the snapshot of the test database, and the bid's collaboration. */
    public Clones(Connection root, String bid) throws SQLException {
        this.bid = bid;
        try (Statement sql = root.createStatement()) {
            String collaboration = one(sql, "select collaboration_id from portal.bid_bid where id = '" + bid + "'");
            area = one(sql, "select area_code from portal.bid_bid where id = '" + bid + "'");
            // A bid without an award has none yet.
            envelope = strings(sql, "select envelope_id from portal.ledger_award where bid_id = '" + bid + "'").stream()
                    .findFirst()
                    .orElse("");
            keep(
                    sql,
                    "collaboration_collaboration",
                    "select * from portal.collaboration_collaboration where id = '" + collaboration + "'");
            keep(
                    sql,
                    "collaboration_member",
                    "select * from portal.collaboration_member where collaboration_id = '" + collaboration + "'");
            own.add(collaboration);
            for (String table :
                    strings(sql, "select table_name from information_schema.tables where table_schema = 'snapshot'")) {
                if (!NOT_COPIED.contains(table) && !template.containsKey(table)) {
                    keep(
                            sql,
                            table,
                            "select * from portal.`" + table + "` except select * from snapshot.`" + table + "`");
                }
            }
        }
        template.remove("audit_chain");
        own.add(bid);
        // Ids made for this bid: the first column of its rows holds each one's own.
        template.values()
                .forEach(rows -> rows.values().forEach(row -> {
                    if (row.getFirst() instanceof String id && ID.matcher(id).matches()) {
                        own.add(id);
                    }
                }));
    }

    private void keep(Statement sql, String table, String query) throws SQLException {
        try (ResultSet found = sql.executeQuery(query)) {
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                columns.add(found.getMetaData().getColumnName(i));
            }
            List<List<@Nullable Object>> values = new ArrayList<>();
            while (found.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    Object value = found.getObject(i);
                    row.add(value instanceof UUID ? value.toString() : value);
                }
                values.add(row);
            }
            if (!values.isEmpty()) {
                template.put(table, new Rows(columns, values));
            }
        }
    }

    Set<String> own() {
        return own;
    }

    /**
     * Adds copies in the area of the template, led by the same person, and counts the queues again.
     *
     * @return the bids
     */
    public List<String> addBeside(Connection root, int count) throws SQLException {
        List<Map<String, String>> made = add(root, 0, count, List.of());
        try (Statement sql = root.createStatement()) {
            sql.execute("""
                    insert into security_role_grant (id, person_id, role, scope_type, scope_key, granted_at)
                    select uuid(), g.person_id, g.role, g.scope_type, c.id, g.granted_at
                    from collaboration_collaboration c join collaboration_collaboration t on c.slug like concat(t.slug, ' %')
                      join security_role_grant g on g.scope_type = 'COLLABORATION' and g.scope_key = t.id""");
            sql.execute("delete from inbox_counter");
            sql.execute("""
                    insert into inbox_counter (group_key, person_key, open_count, escalated_count, reminded_count)
                    select group_key, coalesce(cast(claimed_by as char(36)), ''), count(*), count(escalated_at), count(reminded_at)
                    from inbox_work_item where state = 'OPEN' group by 1, 2""");
        }
        return made.stream().map(ids -> ids.getOrDefault(bid, "")).toList();
    }

    /** Adds copies, the n-th in area {@code BENCH<n mod areas>}; answers the ids of each, by those of the template. */
    List<Map<String, String>> add(Connection root, int from, int count, List<String> envelopes) throws SQLException {
        List<Map<String, String>> made = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            Map<String, String> ids = new HashMap<>();
            own.forEach(id -> ids.put(id, UUID.randomUUID().toString()));
            if (!envelopes.isEmpty()) {
                ids.put(envelope, envelopes.get((from + n) % envelopes.size()));
                ids.put(area, "BENCH" + (from + n) % envelopes.size());
            }
            made.add(ids);
        }
        try (Statement sql = root.createStatement()) {
            sql.execute("use portal");
            sql.execute("set foreign_key_checks = 0");
            sql.execute("set unique_checks = 0");
        }
        root.setAutoCommit(false);
        for (Map.Entry<String, Rows> table : template.entrySet()) {
            insert(root, table.getKey(), table.getValue(), made, from, envelopes.size());
        }
        chains(root, made);
        root.commit();
        root.setAutoCommit(true);
        return made;
    }

    private void insert(Connection root, String table, Rows rows, List<Map<String, String>> made, int from, int areas)
            throws SQLException {
        List<Integer> kept = new ArrayList<>();
        for (int c = 0; c < rows.columns().size(); c++) {
            // Numbers that the database gives.
            if (!(table.equals("inbox_work_item") && rows.columns().get(c).equals("id"))) {
                kept.add(c);
            }
        }
        String sql = "insert into `" + table + "` (`"
                + String.join("`, `", kept.stream().map(rows.columns()::get).toList()) + "`) values ("
                + String.join(", ", java.util.Collections.nCopies(kept.size(), "?")) + ")";
        try (PreparedStatement statement = root.prepareStatement(sql)) {
            for (int n = 0; n < made.size(); n++) {
                for (List<@Nullable Object> row : rows.values()) {
                    int at = 1;
                    for (int c : kept) {
                        statement.setObject(
                                at++, value(rows.columns().get(c), row.get(c), made.get(n), from + n, areas));
                    }
                    statement.addBatch();
                }
                if (n % 50 == 49) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private @Nullable Object value(String column, @Nullable Object value, Map<String, String> ids, int n, int areas) {
        if (!(value instanceof String text)) {
            return value;
        }
        if (areas > 0 && column.equals("area_code") && text.equals(area)) {
            return "BENCH" + n % areas;
        }
        if (column.equals("slug") || (column.equals("name") && text.length() > 2)) {
            return text + " " + n;
        }
        String renamed = text;
        Matcher id = ID.matcher(text);
        while (id.find()) {
            renamed = renamed.replace(id.group(), ids.getOrDefault(id.group(), id.group()));
        }
        return renamed;
    }

    /** The end of each bid's audit chain stands where the template's does. */
    private void chains(Connection root, List<Map<String, String>> made) throws SQLException {
        try (PreparedStatement statement = root.prepareStatement("""
                        insert into audit_chain (stream, position, hash, ids)
                        select concat('bid:', ?), position, hash, ids from audit_chain where stream = concat('bid:', ?)""")) {
            for (Map<String, String> ids : made) {
                statement.setString(1, ids.get(bid));
                statement.setString(2, bid);
                statement.executeUpdate();
            }
        }
    }

    static List<String> strings(Statement sql, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static String one(Statement sql, String query) throws SQLException {
        return strings(sql, query).getFirst();
    }
}

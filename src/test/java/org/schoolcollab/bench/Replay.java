package org.schoolcollab.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.testing.Statements.Sent;

/**
 * The statements of one act again by plain JDBC, for another bid: ids of the recorded bid become those of the other, ids that the act
 * made up become new ones, everything else stays. Every row that comes back is read. What depends on the envelope's row (number and
 * balances) is taken from what its select gives.
 */
final class Replay {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern REFERENCE = Pattern.compile("SC-([0-9A-F]{12})");
    private static final String UPDATE_ENVELOPE = "update ledger_envelope";
    private static final int BALANCES = 7;
    private static final int ENTRIES = 8;

    private final List<Sent> act;
    private final Set<String> shared;
    private final Set<String> own;

    /**
     * @param shared ids that stand for the same thing in every replay: people, schools, definitions
     * @param own ids of the bid that was recorded
     */
    Replay(List<Sent> act, Set<String> shared, Set<String> own) {
        this.act = act;
        this.shared = shared;
        this.own = own;
    }

    /** The same act without the statements on these tables. */
    Replay without(String tables) {
        return new Replay(
                act.stream().filter(sent -> !sent.sql().contains(tables)).toList(), shared, own);
    }

    int statements() {
        return act.size();
    }

    /** One transaction with every statement, for the bid whose ids these are. */
    void run(DataSource source, Map<String, String> ids, long pence) throws SQLException {
        Map<String, String> names = new HashMap<>(ids);
        long @Nullable [] envelope = null;
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            for (Sent sent : act) {
                if (sent.sql().equals("commit")) {
                    continue;
                }
                try (PreparedStatement statement =
                        connection.prepareStatement(sent.sql(), Statement.RETURN_GENERATED_KEYS)) {
                    for (List<@Nullable Object> row : sent.rows()) {
                        bind(statement, sent.sql(), row, names, envelope, pence);
                        if (sent.rows().size() > 1) {
                            statement.addBatch();
                        }
                    }
                    if (sent.rows().size() > 1) {
                        statement.executeBatch();
                    } else if (statement.execute()) {
                        long[] read = read(statement.getResultSet(), sent.sql());
                        envelope = read == null ? envelope : read;
                    } else if (statement.getUpdateCount() == 0 && sent.sql().startsWith(UPDATE_ENVELOPE)) {
                        throw new IllegalStateException("the replay changed nothing: " + sent.sql());
                    }
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void bind(
            PreparedStatement statement,
            String sql,
            List<@Nullable Object> row,
            Map<String, String> names,
            long @Nullable [] envelope,
            long pence)
            throws SQLException {
        for (int i = 0; i < row.size(); i++) {
            statement.setObject(i + 1, row.get(i) instanceof String text ? renamed(text, names) : row.get(i));
        }
        if (envelope != null && sql.startsWith("insert into ledger_entry")) {
            statement.setObject(3, envelope[BALANCES] + 1);
        } else if (envelope != null && sql.startsWith(UPDATE_ENVELOPE)) {
            for (int i = 0; i < BALANCES; i++) {
                // Committed goes down by what released goes up.
                statement.setObject(i + 1, envelope[i] + (i == 3 ? -pence : i == 4 ? pence : 0));
            }
            statement.setObject(ENTRIES + 1, envelope[BALANCES] + 1);
        }
    }

    private static long @Nullable [] read(ResultSet rows, String sql) throws SQLException {
        boolean envelope = sql.contains("from ledger_envelope") && sql.contains("head_hash");
        long[] balances = new long[BALANCES + 1];
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
                rows.getObject(i);
            }
            if (envelope) {
                List<String> names = List.of(
                        "given_pence",
                        "available_pence",
                        "held_pence",
                        "committed_pence",
                        "released_pence",
                        "spent_pence",
                        "lapsed_pence",
                        "entries");
                for (int i = 0; i < names.size(); i++) {
                    balances[i] = rows.getLong(names.get(i));
                }
            }
        }
        return envelope ? balances : null;
    }

    private String renamed(String text, Map<String, String> names) {
        String whole = names.get(text);
        if (whole != null) {
            return whole;
        }
        String renamed = text;
        Matcher id = ID.matcher(text);
        List<String> found = new ArrayList<>();
        while (id.find()) {
            found.add(id.group());
        }
        for (String one : found) {
            if (!shared.contains(one)) {
                renamed = renamed.replace(one, name(one, names));
            }
        }
        Matcher reference = REFERENCE.matcher(renamed);
        if (reference.find()) {
            for (String one : own) {
                String digits = digits(one);
                if (digits.equals(reference.group(1))) {
                    return renamed.replace(digits, digits(name(one, names)));
                }
            }
        }
        return renamed;
    }

    private static String digits(String id) {
        return id.replace("-", "").substring(0, 12).toUpperCase(Locale.ROOT);
    }

    private static String name(String id, Map<String, String> names) {
        return names.computeIfAbsent(id, made -> UUID.randomUUID().toString());
    }
}

package org.schoolcollab.shared;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * After each migration gives the application's database user its rights table by table: everywhere to read and write, on append-only
 * tables only to read and insert. Does nothing where migration and application use the same user; the triggers hold there alone.
 */
@Component
class AppendOnlyRights implements Callback {

    /** Tables that only grow. Triggers refuse UPDATE and DELETE on them for every user, these rights for the application's. */
    static final Set<String> APPEND_ONLY = Set.of(
            "audit_record",
            "audit_stream",
            "ledger_entry",
            "ledger_posting",
            "ledger_release",
            "ledger_acceptance",
            "ledger_export",
            "ledger_export_line",
            "ledger_paid_file",
            "ledger_paid_status",
            "ledger_difference_solved",
            "ledger_reversal",
            "ledger_spending",
            "ledger_match_proof",
            "ledger_share_move",
            "board_vote",
            "board_decision",
            "board_referral",
            "board_interest",
            "board_minutes",
            "review_interest",
            "workflow_publication",
            "bid_plan_revision",
            "bid_plan_revision_school",
            "bid_plan_revision_file",
            "bid_consent",
            "bid_attachment",
            "bid_attachment_removal");

    private final String applicationUser;
    private final String migrationUser;

    AppendOnlyRights(
            @Value("${spring.datasource.username:}") String applicationUser,
            @Value("${spring.flyway.user:}") String migrationUser) {
        this.applicationUser = applicationUser;
        this.migrationUser = migrationUser;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE && !migrationUser.isEmpty() && !migrationUser.equals(applicationUser);
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try (Statement sql = context.getConnection().createStatement()) {
            String host = "%";
            try (var hosts = sql.executeQuery("select substring_index(current_user(), '@', -1)")) {
                if (hosts.next()) {
                    host = hosts.getString(1);
                }
            }
            for (String table : tables(sql)) {
                String rights = APPEND_ONLY.contains(table) ? "select, insert" : "select, insert, update, delete";
                sql.execute("grant " + rights + " on `" + table + "` to '" + applicationUser + "'@'" + host + "'");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Could not give the application's database user its rights", failure);
        }
    }

    private static List<String> tables(Statement sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var rows = sql.executeQuery(
                "select table_name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    @Override
    public String getCallbackName() {
        return "append-only rights";
    }
}

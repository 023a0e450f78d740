package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.PlanDraft.BudgetLine;
import org.schoolcollab.bid.PlanDraft.Item;
import org.schoolcollab.bid.PlanDraft.Target;
import org.schoolcollab.embedded.EmbeddedMariaDb;
import org.schoolcollab.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** A plan that an earlier version kept in rows is the same document afterwards, ids and order with it. */
class PlanMigrationTest {

    private static final String DATABASE = "portal_plan_before";
    private static final String HARD = "Ŵŷ 📚 \"quoted\" \\back\\ 'single' <b>/</b>\nnext\tline";
    private static final List<UUID> IDS =
            java.util.stream.Stream.generate(UUID::randomUUID).limit(9).toList();

    private final EmbeddedMariaDb server = TestDatabase.instance().server();
    private final String url = server.url().replace("/portal", "/" + DATABASE);
    private final DriverManagerDataSource source = new DriverManagerDataSource(url, "root", server.rootPassword());
    private final JdbcClient jdbc = JdbcClient.create(source);

    @BeforeEach
    void aDatabaseAsItWasBefore() throws Exception {
        onServer("create or replace database " + DATABASE + " character set utf8mb4 collate utf8mb4_bin");
        migrate("100");
    }

    @AfterEach
    void drop() throws Exception {
        onServer("drop database " + DATABASE);
    }

    @Test
    void everyLineComesThroughWithItsIdInItsPlace() throws Exception {
        UUID full = UUID.randomUUID();
        UUID empty = UUID.randomUUID();
        try (Connection connection = source.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("set foreign_key_checks = 0");
            plan(sql, full, true, HARD, "10.123");
            plan(sql, empty, false, "", "");
            item(sql, full, 0, "ACTIVITY", 1, "'development-days'", "");
            item(sql, full, 1, "PRIORITY", 2, "null", HARD);
            item(sql, full, 2, "PRIORITY", 1, "'teaching'", "");
            sql.execute("insert into bid_plan_target values ('" + IDS.get(3) + "', '" + full
                    + "', 2, 'Reading', '', 'seventy', null, '', null, null)");
            sql.execute("insert into bid_plan_target values ('" + IDS.get(4) + "', '" + full
                    + "', 1, 'Writing', 'Year 6', '78', 78, '84.5', 84.5, '2015-07-31')");
            sql.execute("insert into bid_plan_budget_line values ('" + IDS.get(5) + "', '" + full
                    + "', 1, 'TRAINING', 'Cover', '21,000', 2100000)");
            sql.execute("insert into bid_plan_budget_line values ('" + IDS.get(6) + "', '" + full
                    + "', 2, null, '', '-5', null)");
        }

        migrate("101");

        assertThat(draft(full))
                .isEqualTo(new PlanDraft(
                        7,
                        List.of(new Item(IDS.get(2), "teaching", ""), new Item(IDS.get(1), null, HARD)),
                        List.of(new Item(IDS.get(0), "development-days", "")),
                        List.of(
                                new Target(IDS.get(4), "Writing", "Year 6", "78", "84.5", LocalDate.of(2015, 7, 31)),
                                new Target(IDS.get(3), "Reading", "", "seventy", "", null)),
                        List.of(
                                new BudgetLine(IDS.get(5), BudgetCategory.TRAINING, "Cover", "21,000"),
                                new BudgetLine(IDS.get(6), null, "", "-5")),
                        true,
                        HARD,
                        HARD,
                        "10.123",
                        HARD));
        assertThat(draft(empty)).isEqualTo(PlanDraft.empty().withVersion(7));
    }

    private static void plan(Statement sql, UUID bid, boolean audited, String text, String matched) throws Exception {
        String quoted = quoted(text);
        sql.execute("""
                insert into bid_plan (bid_id, skills_audit_done, support, variance, matched_typed, matched_by, version, saved_at, saved_by)
                values ('%s', %s, %s, %s, '%s', %s, 7, now(), uuid())""".formatted(bid, audited, quoted, quoted, matched, quoted));
    }

    private static void item(Statement sql, UUID bid, int id, String kind, int position, String code, String words)
            throws Exception {
        sql.execute("insert into bid_plan_item values ('" + IDS.get(id) + "', '" + bid + "', '" + kind + "', "
                + position + ", " + code + ", " + quoted(words) + ")");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private PlanDraft draft(UUID bid) {
        return jdbc.sql("select version, content from bid_plan where bid_id = ?")
                .param(bid.toString())
                .query((row, n) -> new JsonMapper()
                        .readValue(row.getString("content"), PlanFields.class)
                        .draft(row.getInt("version")))
                .single();
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private void onServer(String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        server.url().replace("/portal", "/"), "root", server.rootPassword());
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}

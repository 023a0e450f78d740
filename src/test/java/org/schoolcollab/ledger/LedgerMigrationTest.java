package org.schoolcollab.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.embedded.EmbeddedMariaDb;
import org.schoolcollab.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the first ledger wrote is in the new one to the penny, and its chains hold. */
class LedgerMigrationTest {

    private static final String DATABASE = "portal_before";
    private final EmbeddedMariaDb server = TestDatabase.instance().server();
    private final String url = server.url().replace("/portal", "/" + DATABASE);
    private final DriverManagerDataSource source = new DriverManagerDataSource(url, "root", server.rootPassword());
    private final JdbcClient jdbc = JdbcClient.create(source);

    @BeforeEach
    void aDatabaseAsItWasBefore() throws Exception {
        onServer("create or replace database " + DATABASE + " character set utf8mb4 collate utf8mb4_bin");
        migrate("051");
    }

    @AfterEach
    void drop() throws Exception {
        onServer("drop database " + DATABASE);
    }

    @Test
    void everyPostingAwardAndReleaseComesThrough() throws Exception {
        before();

        migrate("060");

        LedgerAssertions.holds(jdbc);
        JournalChain.holds(jdbc);
        assertThat(jdbc.sql("""
                        select concat_ws(' ', e.sequence, e.kind, p.debit_account, p.credit_account, p.credit_school_id is not null, p.pence)
                        from ledger_entry e join ledger_posting p on p.entry_id = e.id join ledger_envelope l on l.id = e.envelope_id
                        where l.area_code = 'SOUTH' order by e.sequence""").query(String.class).list())
                .containsExactly(
                        "1 OPENED GRANT AVAILABLE 0 100000",
                        "2 COMMITTED AVAILABLE COMMITTED 0 42001",
                        "3 COMMITTED AVAILABLE COMMITTED 0 1000",
                        "4 RELEASED COMMITTED RELEASED 1 25200",
                        "5 RETURNED COMMITTED AVAILABLE 0 1000");
        assertThat(jdbc.sql(
                                "select concat_ws(' ', area_code, entries, available_pence, committed_pence) from ledger_envelope order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("EAST 0 0 0", "SOUTH 5 57999 16801");
        assertThat(jdbc.sql("select concat_ws(' ', number, pence) from ledger_share")
                        .query(String.class)
                        .list())
                .containsExactly("1 42001");
        assertThat(jdbc.sql("select payee_kind from ledger_release")
                        .query(String.class)
                        .list())
                .containsExactly("ACADEMY");
    }

    @Test
    void anEmptyLedgerComesThroughToo() throws Exception {
        migrate("060");

        assertThat(jdbc.sql("select count(*) from ledger_entry")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void before() throws Exception {
        try (Connection connection = source.getConnection();
                Statement sql = connection.createStatement()) {
            for (String statement : new String(
                            java.util.Objects.requireNonNull(
                                            LedgerMigrationTest.class.getResourceAsStream("ledger-before.sql"))
                                    .readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8)
                    .split(";\n", -1)) {
                sql.execute(statement);
            }
        }
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

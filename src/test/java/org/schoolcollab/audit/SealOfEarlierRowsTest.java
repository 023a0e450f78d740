package org.schoolcollab.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.embedded.EmbeddedMariaDb;
import org.schoolcollab.testing.TestDatabase;
import org.schoolcollab.verify.DatabaseRows;
import org.schoolcollab.verify.Fault;
import org.schoolcollab.verify.Verification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of the first version, with votes and payments, and one of the version before this: no fault after the upgrade, one after a tamper. */
class SealOfEarlierRowsTest {

    private static final String DATABASE = "portal_unsealed";
    private static final String ID = "'00000000-0000-4000-8000-0000000000";

    private final EmbeddedMariaDb server = TestDatabase.instance().server();
    private final String url = server.url().replace("/portal", "/" + DATABASE);
    private final DriverManagerDataSource source = new DriverManagerDataSource(url, "root", server.rootPassword());
    private final JdbcClient jdbc = JdbcClient.create(source);

    @BeforeEach
    void aDatabaseOfTheFirstVersion() throws Exception {
        onServer("create or replace database " + DATABASE + " character set utf8mb4 collate utf8mb4_bin");
        migrate("051");
        run(new String(
                Objects.requireNonNull(getClass().getResourceAsStream("/org/schoolcollab/ledger/ledger-before.sql"))
                        .readAllBytes(),
                StandardCharsets.UTF_8));
        run("""
                insert into board_ballot (id, bid_id, attempt, amount_pence, status, outcome, opened_by, opened_at, closed_at)
                  values (ID70', ID10', 1, 42001, 'CLOSED', 'APPROVED', ID01', now(6), now(6));
                insert into board_ballot_member (ballot_id, person_id) values (ID70', ID01'), (ID70', ID02');
                insert into board_vote (id, ballot_id, person_id, choice, reason, cast_at)
                  values (ID71', ID70', ID01', 'APPROVE', '', '2014-06-16 09:00:00.120000'), (ID72', ID70', ID02', 'REFUSE', 'No – ''why''?', now(6));
                insert into board_decision (id, ballot_id, bid_id, outcome, amount_pence, eligible, quorum, approvals, refusals, abstentions, decided_at)
                  values (ID73', ID70', ID10', 'APPROVED', 42001, 4, 3, 2, 1, 0, now(6))""".replace("ID", ID));
    }

    @AfterEach
    void drop() throws Exception {
        onServer("drop database " + DATABASE);
    }

    @Test
    void whatEarlierVersionsWroteHasNoFaultAndIsProtectedFromThenOn() throws Exception {
        migrate("075");
        run("""
                insert into ledger_export (number, content, sha256, line_count, total_pence, exported_by, exported_at)
                  values (1, 0x00FF27C3, repeat('a', 64), 1, 25200, ID01', now(6));
                insert into ledger_export_line (export_number, line, release_id) values (1, 1, ID60');
                insert into ledger_paid_file (number, name, sha256, content, line_count, loaded_by, loaded_at)
                  values (1, 'paid.csv', repeat('b', 64), 0xE9, 1, ID01', now(6));
                insert into ledger_paid_status (file_number, line, release_id, status, amount_pence, paid_on)
                  values (1, 1, ID60', 'FAILED', 25200, '2014-06-20');
                insert into ledger_difference_solved (release_id, kind, reason, solved_by, solved_at)
                  values (ID60', 'FAILED', 'Sent again', ID02', '2014-06-21 10:00:00')""".replace("ID", ID));

        migrate("latest");

        assertThat(faults()).isEmpty();
        assertThat(jdbc.sql(
                                "select concat_ws(' ', stream, position, action, person_name, json_value(details, '$.rows')) from audit_record")
                        .query(String.class)
                        .list())
                .containsExactly("upgrade:V076 1 portal.sealed The portal 10");
        tamper("board_vote", "reason = 'Yes'");
        tamper("ledger_export", "content = concat(content, 'x')");
        tamper("ledger_paid_status", "paid_on = '2014-06-19'");
        tamper("ledger_release", "payee_name = 'Another'");
    }

    @Test
    void aShareThatMovedBeforeMovesWereSealedIsSealedAtTheUpgrade() throws Exception {
        migrate("165");
        run("""
                insert into establishment_school (id, name, phase, academy, district_code)
                  values (ID14', 'Other school', 'PRIMARY', true, 'dover');
                insert into ledger_share_move (request_key, award_id, from_school, to_school, amount_pence, moved_by, moved_at)
                  values (ID80', ID30', ID04', ID14', 100, ID02', '2014-06-20 10:00:00.123456')""".replace("ID", ID));

        migrate("latest");

        assertThat(faults()).isEmpty();
        assertThat(jdbc.sql("select concat_ws(' ', stream, position, json_value(details, '$.rows')) from audit_record")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("upgrade:V076 1 5", "upgrade:V166 1 1");
        tamper("ledger_share_move", "amount_pence = 101");
        assertThatThrownBy(() -> run("update ledger_share_move set to_school = from_school"))
                .hasMessageContaining("ck_ledger_share_move_schools");
    }

    @Test
    void anEmptyDatabaseGetsNoRecord() throws Exception {
        drop();
        onServer("create database " + DATABASE + " character set utf8mb4 collate utf8mb4_bin");
        migrate("latest");

        assertThat(jdbc.sql("select count(*) from audit_record")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(faults()).isEmpty();
    }

    private void tamper(String table, String change) throws Exception {
        int before = faults().size();
        run("drop trigger " + table + "_no_update;\nupdate " + table + " set " + change + " limit 1");
        assertThat(faults())
                .hasSizeGreaterThan(before)
                .anyMatch(fault -> fault.table().equals(table));
    }

    private List<Fault> faults() {
        Verification verification = new Verification();
        DatabaseRows.read(url, "root", server.rootPassword(), verification::take);
        return verification.report().faults();
    }

    private void run(String statements) throws Exception {
        try (Connection connection = source.getConnection();
                Statement sql = connection.createStatement()) {
            for (String statement : statements.split(";\n", -1)) {
                sql.execute(statement);
            }
        }
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .javaMigrations(new SealOfEarlierRows(), new SealOfShareMoves())
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

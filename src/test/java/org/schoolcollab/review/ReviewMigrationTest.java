package org.schoolcollab.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.embedded.EmbeddedMariaDb;
import org.schoolcollab.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Reviews of an earlier version: finished ones keep the checklist that they were made with, reasons become points. */
class ReviewMigrationTest {

    private static final String DATABASE = "portal_review_before";

    private final EmbeddedMariaDb server = TestDatabase.instance().server();
    private final String url = server.url().replace("/portal", "/" + DATABASE);
    private final DriverManagerDataSource source = new DriverManagerDataSource(url, "root", server.rootPassword());
    private final JdbcClient jdbc = JdbcClient.create(source);

    @BeforeEach
    void aDatabaseAsItWasBefore() throws Exception {
        onServer("create or replace database " + DATABASE + " character set utf8mb4 collate utf8mb4_bin");
        migrate("101");
    }

    @AfterEach
    void drop() throws Exception {
        onServer("drop database " + DATABASE);
    }

    @Test
    void finishedReviewsKeepTheirChecklistAndReasonsBecomePoints() throws Exception {
        try (Connection connection = source.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("set foreign_key_checks = 0");
            round(sql, 1, "OPEN");
            round(sql, 2, "CLOSED");
            round(sql, 3, "OPEN");
            review(sql, 1, 1, "RETURNED", "Say ''why'' 🏫");
            review(sql, 2, 2, "RECOMMENDED", "");
            review(sql, 3, 3, "DRAFT", "");
        }

        migrate("112");

        assertThat(jdbc.sql("""
                        select concat_ws(' ', p.name, r.version, count(c.code), sum(c.kind = 'SCORE'))
                        from review_rubric r join programme_round p on p.id = r.round_id
                          join review_criterion c on c.rubric_id = r.id group by r.id order by p.name, r.version""").query(String.class).list())
                .as("rounds with finished reviews, and the next version where reviews may still begin")
                .containsExactly("round 1 1 8 0", "round 1 2 13 5", "round 2 1 8 0");
        assertThat(jdbc.sql("""
                        select concat_ws(' ', v.status, coalesce(r.version, 'none'))
                        from review_review v left join review_rubric r on r.id = v.rubric_id order by v.status""").query(String.class).list())
                .containsExactly("DRAFT none", "RECOMMENDED 1", "RETURNED 1");
        assertThat(jdbc.sql("select words from review_point where to_answer and section is null")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("Say 'why' 🏫"));
    }

    private static void round(Statement sql, int number, String status) throws Exception {
        sql.execute(
                "insert into programme_round (id, name, status, primary_guide_pence, secondary_guide_pence) values ('%s', 'round %d', '%s', 1, 1)"
                        .formatted(id('a', number), number, status));
        sql.execute(
                "insert into bid_bid (id, collaboration_id, round_id, area_code, district_code, status, created_by, created_at) values ('%s', uuid(), '%s', 'SOUTH', 'dover', 'IN_REVIEW', uuid(), now(6))"
                        .formatted(id('b', number), id('a', number)));
    }

    private static void review(Statement sql, int number, int bid, String status, String reasons) throws Exception {
        sql.execute(
                "insert into review_review (id, bid_id, revision, status, adviser_id, recommended_pence, return_reasons, saved_at, decided_at) values ('%s', '%s', 1, '%s', uuid(), 100, '%s', now(6), %s)"
                        .formatted(
                                id('c', number),
                                id('b', bid),
                                status,
                                reasons,
                                status.equals("DRAFT") ? "null" : "now(6)"));
    }

    private static UUID id(char kind, int number) {
        return UUID.fromString("00000000-0000-4000-8000-0000000000" + kind + number);
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

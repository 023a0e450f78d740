package org.schoolcollab.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMariaDbTest {

    /** One for all, so that the binaries are unpacked once. */
    @TempDir
    static Path home;

    @Test
    void keepsItsDataOverARestartAndRefusesASecondPortalOnTheSameData() throws SQLException {
        try (EmbeddedMariaDb first = start()) {
            execute(first, "create or replace table kept (word varchar(20) primary key)");
            execute(first, "insert into kept values ('zażółć 🙂')");
            assertThatThrownBy(EmbeddedMariaDbTest::start)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("running already")
                    .hasMessageContaining(home.toString());
        }
        try (EmbeddedMariaDb again = start()) {
            assertThat(single(again, "select word from kept")).isEqualTo("zażółć 🙂");
        }
    }

    @Test
    void endsTheServerThatAKilledPortalLeftBehind() throws Exception {
        start().close();
        Process left = new ProcessBuilder(
                        home.resolve("mariadb-11.4.5/bin/mariadbd").toString(),
                        "--no-defaults",
                        "--basedir=" + home.resolve("mariadb-11.4.5"),
                        "--datadir=" + home.resolve("data"),
                        "--socket=" + home.resolve("left.sock"),
                        "--skip-networking",
                        "--user=" + System.getProperty("user.name"))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("left.log").toFile())
                .start();
        try (EmbeddedMariaDb database = start()) {
            assertThat(left.waitFor(Duration.ofSeconds(20).toMillis(), TimeUnit.MILLISECONDS))
                    .isTrue();
            assertThat(single(database, "select 'serves'")).isEqualTo("serves");
        } finally {
            left.destroyForcibly();
        }
    }

    @Test
    void beginsAgainWhereAFirstStartWasCutShort() throws Exception {
        Path cut = Files.createDirectory(home.resolve("cut-short"));
        Files.createDirectories(cut.resolve("data/mysql"));
        Files.writeString(cut.resolve("data/mysql/half"), "half a table");
        Files.writeString(cut.resolve("installing"), "");
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(cut, List.of())) {
            assertThat(single(database, "select 'serves'")).isEqualTo("serves");
        }
        assertThat(cut.resolve("data/mysql/half")).doesNotExist();
        assertThat(cut.resolve("installing")).doesNotExist();
    }

    @Test
    void keepsPasswordsToItself() throws IOException {
        start().close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("database.properties"))))
                .isEqualTo("rw-------");
        assertThat(home.resolve("init.sql")).doesNotExist();
    }

    private static EmbeddedMariaDb start() {
        return EmbeddedMariaDb.start(home, List.of());
    }

    private static void execute(EmbeddedMariaDb database, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.url(), EmbeddedMariaDb.OWNER, database.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String single(EmbeddedMariaDb database, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.url(), EmbeddedMariaDb.OWNER, database.ownerPassword());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}

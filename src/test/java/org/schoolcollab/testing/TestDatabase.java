package org.schoolcollab.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.schoolcollab.embedded.EmbeddedMariaDb;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The MariaDB of this test run. A snapshot of all tables is taken once the application has started; before each test the tables that
 * changed since (MariaDB counts changed rows per table with userstat=1) are put back.
 */
public final class TestDatabase {

    private static final String SNAPSHOT = "snapshot";

    private static final TestDatabase INSTANCE = new TestDatabase();

    private final EmbeddedMariaDb server;
    private final List<ConfigurableApplicationContext> applications = new CopyOnWriteArrayList<>();
    private boolean snapshotTaken;

    private TestDatabase() {
        try {
            Path memory = Path.of("/dev/shm");
            Path home = Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "portal-test")
                    : Files.createTempDirectory("portal-test");
            server = EmbeddedMariaDb.start(
                    home,
                    List.of(
                            "--userstat=1",
                            "--innodb-flush-log-at-trx-commit=0",
                            "--innodb-doublewrite=0",
                            "--sync-binlog=0",
                            "--max-connections=300"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                // Waits for those that are closing already: the engine and the pool need the database until then.
                applications.forEach(ConfigurableApplicationContext::close);
                server.close();
                deleteTree(home);
            }));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static TestDatabase instance() {
        return INSTANCE;
    }

    /** The application is stopped before the database. */
    void usedBy(ConfigurableApplicationContext application) {
        applications.add(application);
    }

    public EmbeddedMariaDb server() {
        return server;
    }

    /** A connection as the schema's owner, who may do what the application may not. */
    public Connection owner() throws SQLException {
        return DriverManager.getConnection(server.url(), EmbeddedMariaDb.OWNER, server.ownerPassword());
    }

    /** Puts every table back to what it held when the application had started. The first call takes the snapshot. */
    public synchronized void reset() {
        try (Connection connection = root();
                Statement sql = connection.createStatement()) {
            if (!snapshotTaken) {
                takeSnapshot(sql);
                snapshotTaken = true;
                return;
            }
            List<String> changed = strings(
                    sql,
                    "select table_name from information_schema.table_statistics where table_schema = 'portal' and rows_changed > 0");
            sql.execute("set foreign_key_checks = 0");
            sql.execute("set unique_checks = 0");
            for (String table : changed) {
                sql.execute("truncate table portal.`" + table + "`");
                sql.execute("insert into portal.`" + table + "` select * from " + SNAPSHOT + ".`" + table + "`");
            }
            sql.execute("flush table_statistics");
        } catch (SQLException failure) {
            throw new IllegalStateException("The test database could not be put back", failure);
        }
    }

    private void takeSnapshot(Statement sql) throws SQLException {
        sql.execute("create or replace database " + SNAPSHOT + " character set utf8mb4 collate utf8mb4_bin");
        for (String table : strings(
                sql,
                "select table_name from information_schema.tables where table_schema = 'portal' and table_type = 'BASE TABLE'")) {
            sql.execute("create table " + SNAPSHOT + ".`" + table + "` as select * from portal.`" + table + "`");
        }
        sql.execute("flush table_statistics");
    }

    private Connection root() throws SQLException {
        return DriverManager.getConnection(server.url().replace("/portal", "/"), "root", server.rootPassword());
    }

    private static List<String> strings(Statement sql, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var rows = sql.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static void deleteTree(Path root) {
        try (var files = Files.walk(root)) {
            files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException gone) {
            // The server removes its own temporary files while it stops; what is gone needs no deleting.
            System.err.println("left behind: " + root);
        }
    }
}

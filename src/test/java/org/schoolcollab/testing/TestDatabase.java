package org.schoolcollab.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.embedded.EmbeddedMariaDb;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The MariaDB of this test run. A snapshot of all tables is taken once the application has started; before each test the tables that
 * changed since (MariaDB counts changed rows per table with userstat=1) are put back.
 */
public final class TestDatabase {

    private static final String SNAPSHOT = "snapshot";
    private static final String MARK = "marked";

    /** What measures or breaks off releases of money needs commits that reach the disk, as on a server. */
    private static final boolean DURABLE = "ledger".equals(System.getProperty("portal.bench"));

    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int REFUSED_TRUNCATIONS = 100;

    private static final TestDatabase INSTANCE = new TestDatabase();

    private final EmbeddedMariaDb server;
    private final List<ConfigurableApplicationContext> applications = new CopyOnWriteArrayList<>();
    private final Path home;
    private @Nullable Process restarted;
    private boolean snapshotTaken;
    /** Whether the server's counts of changed rows are not those since the snapshot: it was killed, or a mark was set. */
    private boolean forgotten;

    private TestDatabase() {
        try {
            Path memory = Path.of("/dev/shm");
            home = !DURABLE && Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "portal-test")
                    : Files.createTempDirectory("portal-test");
            List<String> arguments = new ArrayList<>(List.of("--userstat=1", "--max-connections=300"));
            if (!DURABLE) {
                arguments.addAll(
                        List.of("--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0", "--sync-binlog=0"));
            }
            server = EmbeddedMariaDb.start(home, arguments);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                // Waits for those that are closing already: the engine and the pool need the database until then.
                applications.forEach(ConfigurableApplicationContext::close);
                Process again = restarted;
                if (again != null) {
                    again.destroy();
                    again.onExit().join();
                }
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

    /** Kills the server as if the machine lost its power, and starts it again on the same port; committed work must be there. */
    public synchronized void killAndStartAgain() {
        try {
            ProcessHandle process = ProcessHandle.allProcesses()
                    .filter(one -> one.info()
                            .arguments()
                            .filter(arguments -> Arrays.asList(arguments).contains("--datadir=" + home.resolve("data")))
                            .isPresent())
                    .findFirst()
                    .orElseThrow();
            List<String> command =
                    new ArrayList<>(List.of(process.info().command().orElseThrow()));
            Arrays.stream(process.info().arguments().orElseThrow())
                    .filter(argument -> !argument.startsWith("--init-file"))
                    .forEach(command::add);
            forgotten = true;
            process.destroyForcibly();
            process.onExit().get(30, TimeUnit.SECONDS);
            Path log = home.resolve("restarted.log");
            restarted = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            for (int attempt = 0; !answers(); attempt++) {
                if (attempt > 600 || !restarted.isAlive()) {
                    throw new IllegalStateException("the database did not come back: " + Files.readString(log));
                }
                restarted.waitFor(50, TimeUnit.MILLISECONDS);
            }
        } catch (IOException | InterruptedException | ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private boolean answers() {
        try (Connection connection = root()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Makes each commit reach the disk before it is answered, or not. */
    public void durable(boolean durable) throws SQLException {
        try (Connection connection = root();
                Statement sql = connection.createStatement()) {
            sql.execute("set global innodb_flush_log_at_trx_commit = " + (durable ? 1 : 0));
        }
    }

    /** A checksum over each table, by name. Whatever was not committed leaves no trace in it. */
    public Map<String, String> checksums() throws SQLException {
        Map<String, String> sums = new TreeMap<>();
        try (Connection connection = root();
                Statement sql = connection.createStatement()) {
            List<String> tables = strings(
                    sql,
                    "select concat('portal.`', table_name, '`') from information_schema.tables where table_schema = 'portal' and table_type = 'BASE TABLE'");
            try (var rows = sql.executeQuery("checksum table " + String.join(", ", tables))) {
                while (rows.next()) {
                    sums.put(rows.getString(1), String.valueOf(rows.getString(2)));
                }
            }
        }
        return sums;
    }

    /** Waits until no transaction is open: what a killed process left is taken back. */
    public void awaitNoTransaction() {
        try (Connection connection = root();
                Statement sql = connection.createStatement()) {
            for (int attempt = 0;
                    !strings(sql, "select trx_id from information_schema.innodb_trx limit 1")
                            .isEmpty();
                    attempt++) {
                if (attempt > 1_000) {
                    throw new IllegalStateException("a transaction stays open");
                }
                sql.execute("do sleep(0.02)");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Remembers what every table holds now, for {@link #backToMark()}. */
    public synchronized void mark() throws SQLException {
        try (Connection connection = root();
                Statement sql = connection.createStatement()) {
            takeSnapshot(sql, MARK);
            forgotten = true;
        }
    }

    /** Puts every table back to what it held at {@link #mark()}. */
    public synchronized void backToMark() throws SQLException {
        try (Connection connection = root();
                Statement sql = connection.createStatement()) {
            putBack(sql, MARK, changed(sql));
        }
    }

    /** Waits until this query by root finds something. */
    public void await(String query, int atMostSeconds) throws SQLException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(atMostSeconds);
        try (Connection connection = root();
                Statement sql = connection.createStatement()) {
            sql.execute("use portal");
            while (strings(sql, query).isEmpty()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("not within " + atMostSeconds + " s: " + query);
                }
                sql.execute("do sleep(0.05)");
            }
        }
    }

    /** A connection that may do anything. */
    public Connection root() throws SQLException {
        return DriverManager.getConnection(
                server.url().replace("/portal", "/") + "?rewriteBatchedStatements=true&useBulkStmts=false",
                "root",
                server.rootPassword());
    }

    /** Puts every table back to what it held when the application had started. The first call takes the snapshot. */
    public synchronized void reset() {
        try (Connection connection = root();
                Statement sql = connection.createStatement()) {
            if (!snapshotTaken) {
                takeSnapshot(sql, SNAPSHOT);
                snapshotTaken = true;
                return;
            }
            putBack(sql, SNAPSHOT, forgotten ? tables(sql, SNAPSHOT) : changed(sql));
            forgotten = false;
        } catch (SQLException failure) {
            throw new IllegalStateException("The test database could not be put back", failure);
        }
    }

    private static List<String> changed(Statement sql) throws SQLException {
        return strings(
                sql,
                "select table_name from information_schema.table_statistics where table_schema = 'portal' and rows_changed > 0");
    }

    private static List<String> tables(Statement sql, String schema) throws SQLException {
        return strings(
                sql,
                "select table_name from information_schema.tables where table_type = 'BASE TABLE' and table_schema = '"
                        + schema + "'");
    }

    private static void putBack(Statement sql, String from, List<String> changed) throws SQLException {
        sql.execute("set foreign_key_checks = 0");
        sql.execute("set unique_checks = 0");
        for (String table : changed) {
            truncate(sql, "portal.`" + table + "`");
            sql.execute("insert into portal.`" + table + "` select * from " + from + ".`" + table + "`");
        }
        sql.execute("flush table_statistics");
    }

    /** While the server writes its own statistics of a table in the background, a truncation is refused at once instead of waiting. */
    private static void truncate(Statement sql, String table) throws SQLException {
        for (int left = REFUSED_TRUNCATIONS; ; left--) {
            try {
                sql.execute("truncate table " + table);
                return;
            } catch (SQLException refused) {
                if (left == 0 || refused.getErrorCode() != LOCK_WAIT_TIMEOUT) {
                    throw refused;
                }
                sql.execute("do sleep(0.1)");
            }
        }
    }

    private static void takeSnapshot(Statement sql, String name) throws SQLException {
        sql.execute("create or replace database " + name + " character set utf8mb4 collate utf8mb4_bin");
        for (String table : tables(sql, "portal")) {
            sql.execute("create table " + name + ".`" + table + "` as select * from portal.`" + table + "`");
        }
        sql.execute("flush table_statistics");
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

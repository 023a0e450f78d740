package org.schoolcollab.verify;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code portal audit verify}: reads the protected tables of a database or of a dump, and the files of plans, and prints one line for
 * each fault, then {@code N records, N chains, N faults}. Files that are not in the database lie in the folder that {@code --files} or
 * the environment names.
 */
public final class VerifyCommand {

    private static final int CLEAN = 0;
    private static final int FAULTS = 1;
    private static final int CANNOT_READ = 2;

    private static final String USAGE =
            "Usage: portal audit verify [--dump FILE | --home DIR | --db URL] [--files DIR]";

    /** Where and as whom to connect. */
    public record Access(
            String url, @Nullable String user, @Nullable String password) {}

    /** The portal's own database in a folder, whether it runs or not. */
    public interface HomeDatabase {

        /**
         * Calls back while the database can be reached.
         *
         * @param folder null for the user's own
         * @throws RuntimeException with a sentence where there is none
         */
        void open(@Nullable Path folder, Consumer<Access> reader);
    }

    private final Map<String, String> environment;
    private final HomeDatabase home;

    private VerifyCommand(Map<String, String> environment, HomeDatabase home) {
        this.environment = environment;
        this.home = home;
    }

    /**
     * Runs the command.
     *
     * @param arguments what follows {@code audit} on the command line
     * @return exit code: 0 where nothing is wrong, 1 where there are faults, 2 where it, or a part of it, cannot be read or the call is
     *     wrong
     */
    public static int run(
            List<String> arguments,
            Map<String, String> environment,
            HomeDatabase home,
            PrintStream out,
            PrintStream err) {
        if (arguments.size() % 2 == 0 || !arguments.getFirst().equals("verify")) {
            err.println(USAGE);
            return CANNOT_READ;
        }
        List<String> where = new ArrayList<>(arguments.subList(1, arguments.size()));
        try {
            VerifyCommand command = new VerifyCommand(environment, home);
            Verification verification = new Verification(command.files(where));
            if (where.isEmpty()) {
                command.read(verification);
            } else if (where.size() == 2) {
                command.read(where.get(0), where.get(1), verification);
            } else {
                err.println(USAGE);
                return CANNOT_READ;
            }
            return print(verification.report(), out);
        } catch (InvalidPathException invalid) {
            err.println("Not a path: " + invalid.getInput());
            return CANNOT_READ;
        } catch (RuntimeException failure) {
            // Each source says in one sentence what is in the way.
            err.println(failure.getMessage());
            return CANNOT_READ;
        }
    }

    /** The folder of files that the options name, and takes them out, else the environment; null where neither does. */
    private @Nullable Path files(List<String> options) {
        String named = environment.get("PORTAL_ATTACHMENTS_FOLDER");
        int at = options.indexOf("--files");
        if (at >= 0 && at % 2 == 0) {
            named = options.remove(at + 1);
            options.remove(at);
        }
        if (named == null || named.isBlank()) {
            return null;
        }
        Path folder = Path.of(named);
        if (!Files.isDirectory(folder)) {
            throw new CannotRead("There is no folder " + folder + " of files.");
        }
        return folder;
    }

    /** Without an option: the server that the environment names, else the portal's own database. */
    private void read(Verification verification) {
        String url = environment.get("SPRING_DATASOURCE_URL");
        if (url == null || url.isBlank()) {
            String folder = environment.get("PORTAL_HOME");
            atHome(folder == null || folder.isBlank() ? null : Path.of(folder), verification);
        } else {
            server(url, verification);
        }
    }

    private void read(String option, String value, Verification verification) {
        switch (option) {
            case "--dump" -> DumpRows.read(Path.of(value), verification::take);
            case "--home" -> atHome(Path.of(value), verification);
            case "--db" -> server(value, verification);
            default -> throw new CannotRead("Unknown option: " + option + ". " + USAGE);
        }
    }

    private void server(String url, Verification verification) {
        if (!url.startsWith("jdbc:mariadb:")) {
            throw new CannotRead("The address of a MariaDB server begins with jdbc:mariadb:, this one does not.");
        }
        DatabaseRows.read(
                url,
                environment.get("SPRING_DATASOURCE_USERNAME"),
                environment.get("SPRING_DATASOURCE_PASSWORD"),
                verification::take);
    }

    private void atHome(@Nullable Path folder, Verification verification) {
        home.open(
                folder,
                access -> DatabaseRows.read(access.url(), access.user(), access.password(), verification::take));
    }

    static int print(Verification.Report report, PrintStream out) {
        report.faults().forEach(out::println);
        report.unread().forEach(out::println);
        out.println(report.records() + " records, " + report.chains() + " chains, "
                + report.faults().size() + " faults"
                + (report.unread().isEmpty() ? "" : ", not everything was read"));
        if (!report.faults().isEmpty()) {
            return FAULTS;
        }
        return report.unread().isEmpty() ? CLEAN : CANNOT_READ;
    }
}

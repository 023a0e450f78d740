package org.schoolcollab.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgrammeCheckTest {

    private static final Path SHIPPED = Path.of("src/main/resources/programme");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsRowsAndSumsOfThePublishedTables() {
        assertThat(run("check", SHIPPED.toString())).isZero();

        assertThat(printed(out))
                .contains("ofsted.csv: 77 collaborations")
                .contains("29  Hythe Hub: 7 schools, 2 outstanding, 4 good")
                .contains("85.7% good or better")
                .contains("funding.csv: 74 lines")
                .contains("attainment.csv: 23 lines")
                .contains("2012/13  in all: £3,711,605")
                .contains("2013/14  in all: £1,598,974")
                .contains("2013/14  South: £400,000")
                .contains("2013/14  East: £385,350")
                .contains("2013/14  West: £420,094")
                .contains("2013/14  North: £393,530")
                .contains("No line is refused");
    }

    @Test
    void reportsEveryRefusedLineAndFails(@TempDir Path folder) throws IOException {
        for (String file : List.of("ofsted.csv", "attainment.csv")) {
            Files.copy(SHIPPED.resolve(file), folder.resolve(file));
        }
        String funding = Files.readString(SHIPPED.resolve("funding.csv"))
                .replace("South,Ashford,ACE,42000,,Yes", "South,Ashford,ACME,42000,,Yes")
                .replace("21000,75000,Yes", "21000,-75000,Yes");
        Files.writeString(folder.resolve("funding.csv"), funding);

        assertThat(run("check", folder.toString())).isEqualTo(1);

        assertThat(printed(out))
                .contains("Refused: 2")
                .contains("funding.csv line 2: ")
                .contains("funding.csv line 5: ");
    }

    @Test
    void failsForAFolderWithoutTables(@TempDir Path folder) {
        assertThat(run("check", folder.toString())).isEqualTo(1);

        assertThat(printed(out)).contains("ofsted.csv: the file is missing");
    }

    @Test
    void saysHowItIsCalled() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("check")).isEqualTo(2);
        assertThat(run("check", "no-such-folder")).isEqualTo(2);
        assertThat(printed(err)).contains("Usage: ").contains("Not a folder: no-such-folder");
    }

    private int run(String... arguments) {
        return ProgrammeCheck.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String printed(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}

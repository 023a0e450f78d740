package org.schoolcollab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

    @Test
    void helpNamesEveryCommand() throws Exception {
        Command help = portal("help");
        assertThat(help.exit()).isZero();
        assertThat(help.out())
                .contains(
                        "portal run",
                        "portal test",
                        "portal bench NAME",
                        "portal programme check DIR",
                        "portal gate FILE");
    }

    @Test
    void refusesAnUnknownCommandWithTheHelp() throws Exception {
        Command refused = portal("nonsense");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("Unknown command: nonsense").contains("portal run");
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void listsWhatCanBeMeasured() throws Exception {
        Command refused = portal("bench", "nonsense");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("What can be measured:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--port=80", "--nonsense", "extra"})
    void refusesOptionsOfRunItDoesNotKnow(String option) throws Exception {
        assertThat(portal("run", option).exit()).isEqualTo(2);
    }

    @Test
    void refusesAPortThatIsNoNumber() throws Exception {
        assertThat(portal("run", "--port", "eighty").exit()).isEqualTo(2);
    }

    @Test
    void saysWhichFolderIsNotThere() throws Exception {
        Command refused = portal("programme", "check", "/there/is/no/such/folder");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("/there/is/no/such/folder");
    }

    @Test
    void ciCallsExactlyTheTestCommand() throws IOException {
        assertThat(Files.readString(Path.of(".ci/run"))).isEqualTo("""
                #!/bin/sh
                cd "$(dirname -- "$0")/.." && exec ./portal test
                """);
        assertThat(Path.of(".ci/run")).isExecutable();
        assertThat(Path.of("portal")).isExecutable();
    }

    private static Command portal(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "portal"));
        command.addAll(List.of(words));
        return Command.run(command);
    }
}

package org.schoolcollab.workflow;

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
import org.schoolcollab.workflow.gate.HostileDefinitions;

/** {@code ./portal gate FILE…}. */
class GateCheckTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void acceptedAndRefusedFilesHaveALineEach() throws IOException {
        String good = file("good.bpmn", HostileDefinitions.shipped("board-vote"));
        String bad = file(
                "bad.bpmn",
                HostileDefinitions.shipped("budget-release")
                        .replace("candidateGroups=\"FINANCE_APPROVER\"", "candidateGroups=\"${leadGroup}\""));

        assertThat(run(good, bad)).isEqualTo(1);

        assertThat(lines())
                .containsExactly(
                        good + ": accepted",
                        bad + ": refused: userTask_ApproveRelease: \"Approve release\" must go to the group"
                                + " FINANCE_APPROVER");
    }

    @Test
    void allAcceptedExitsWithZero() throws IOException {
        assertThat(run(file("good.bpmn", HostileDefinitions.shipped("bid-lifecycle"))))
                .isZero();
    }

    @Test
    void aWayPastTheBoardIsDescribedByItsSteps() throws IOException {
        String bad = file(
                "past.bpmn",
                HostileDefinitions.shipped("bid-lifecycle").replace("${decision == 'APPROVED'}", "${secondWaits}"));
        assertThat(run(bad)).isEqualTo(1);
        assertThat(lines().getFirst())
                .contains("serviceTask_CommitFunds: \"Commit funds\" can be reached without a decision of the board")
                .contains("Review plan")
                .contains("Count ballot");
    }

    @Test
    void aNameWithLineBreaksStaysOnItsLine() throws IOException {
        String bad = file(
                "breaks.bpmn",
                HostileDefinitions.shipped("budget-release")
                        .replace("formKey=\"release\"", "formKey=\"nowhere\"")
                        .replace("name=\"Request release\"", "name=\"Request&#10;other.bpmn: accepted\""));
        assertThat(run(bad)).isEqualTo(1);
        assertThat(lines()).hasSize(1);
    }

    @Test
    void aMissingFileIsRefusedWithItsReason() {
        assertThat(run(folder.resolve("none.bpmn").toString(), folder.toString()))
                .isEqualTo(1);
        assertThat(lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).endsWith("refused: the file cannot be read"));
    }

    @Test
    void withoutFilesItSaysHowToCallIt() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("portal gate FILE");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private int run(String... files) {
        return GateCheck.run(
                List.of(files),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}

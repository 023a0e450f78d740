package org.schoolcollab.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcollab.workflow.GateCheck;
import org.schoolcollab.workflow.gate.HostileDefinitions.Hostile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The gate takes what the portal ships and refuses what wants more than a definition may. */
class ProcessGateTest {

    private static final List<byte[]> SHIPPED = shipped();
    private static final ProcessGate GATE = ProcessGate.beside(SHIPPED);

    static List<byte[]> shipped() {
        try {
            List<byte[]> files = new java.util.ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(GateCheck.SHIPPED)) {
                files.add(file.getContentAsByteArray());
            }
            return files;
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    static Stream<Hostile> hostile() {
        return HostileDefinitions.all().stream();
    }

    @Test
    void everyShippedDefinitionIsAccepted() {
        assertThat(SHIPPED).hasSize(6);
        SHIPPED.forEach(bpmn -> assertThat(GATE.judge(bpmn).findings()).isEmpty());
    }

    @Test
    void eachHostileDefinitionDiffersFromWhatIsShippedAndFromTheOthers() {
        Set<String> contents = new HashSet<>();
        SHIPPED.forEach(bpmn -> contents.add(new String(bpmn, StandardCharsets.UTF_8)));
        hostile()
                .forEach(hostile -> assertThat(contents.add(new String(hostile.bpmn(), StandardCharsets.ISO_8859_1)))
                        .as(hostile.name())
                        .isTrue());
        assertThat(hostile().count()).isGreaterThanOrEqualTo(120);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileDefinitionIsRefusedWithinASecondAnd64Megabytes(Hostile hostile) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long memory = threads.getCurrentThreadAllocatedBytes();
        long begun = System.nanoTime();
        Verdict verdict = GATE.judge(hostile.bpmn());
        long took = System.nanoTime() - begun;
        assertThat(verdict.isAccepted()).isFalse();
        assertThat(took).isLessThan(1_000_000_000L);
        assertThat(threads.getCurrentThreadAllocatedBytes() - memory).isLessThan(64L << 20);
        assertThat(System.getProperty(HostileDefinitions.CANARY)).isNull();
        ResourceBundle sentences = ResourceBundle.getBundle("vaadin-i18n.translations", java.util.Locale.ROOT);
        assertThat(verdict.findings())
                .allSatisfy(finding ->
                        assertThat(sentences.containsKey(finding.reason())).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "commit-without-board, serviceTask_CommitFunds, gate.noDecision",
        "commit-on-or, serviceTask_CommitFunds, gate.noDecision",
        "release-without-approval, userTask_WriteMarchReport, gate.noRelease",
        "release-before-commit, userTask_RequestRelease, gate.noDecision",
        "vote-not-counted, endEvent_BoardRefused, gate.notRefused",
        "commit-by-timer, serviceTask_CommitFunds, gate.besideTheWay",
        "no-withdrawal, userTask_DraftPlan, gate.notWithdrawable",
        "lead-approves-release, userTask_ApproveRelease, gate.groupElsewhere",
        "idle-circle, gateway_IsBidDecided, gate.idleCircle",
        "name-1, userTask_DraftPlan, gate.valueNotAllowed"
    })
    void theReasonNamesTheStepItIsAbout(String name, String element, String reason) {
        Hostile hostile =
                hostile().filter(found -> found.name().equals(name)).findFirst().orElseThrow();
        assertThat(GATE.judge(hostile.bpmn()).findings()).anySatisfy(finding -> {
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.reason()).isEqualTo(reason);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${decision == 'APPROVED'}",
                "${instalments == 2 && !secondWaits}",
                "${decision == 'UNFUNDED' || decision == 'INQUORATE'}",
                "${!(decision != 'TIED') && (secondWaits == true || instalments != 1)}"
            })
    void aComparisonOfAKnownVariableIsAllowed(String condition) {
        assertThat(Expressions.condition(condition)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "decision == 'APPROVED'",
                "${decision}",
                "${decision == 'MAYBE'}",
                "${decision == APPROVED}",
                "${unknown == 'APPROVED'}",
                "${!instalments == 2}",
                "${not secondWaits}",
                "${secondWaits and secondWaits}",
                "${decision == 'APPROVED'}${secondWaits}",
                "${decision.length() == 3}",
                "${(secondWaits}",
                "${secondWaits)}",
                "${secondWaits && }"
            })
    void anythingElseIsNoCondition(String condition) {
        assertThat(Expressions.condition(condition)).isEmpty();
    }
}

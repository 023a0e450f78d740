package org.schoolcollab.outcome.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcollab.outcome.MarchDraft;
import org.schoolcollab.outcome.OctoberDraft;
import org.schoolcollab.outcome.Progress;
import org.schoolcollab.shared.ValidationFailed.Problem;

class ReportRulesTest {

    private static final UUID ID = UUID.randomUUID();

    @Test
    void anEmptyMarchReportLacksEverything() {
        MarchDraft draft = new MarchDraft(0, List.of(new MarchDraft.Item(ID, null, " ")), "", "");

        assertThat(ReportRules.gaps(draft))
                .extracting(Problem::field, Problem::messageKey)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("items[0].progress", "error.outcome.progressMissing"),
                        org.assertj.core.groups.Tuple.tuple("items[0].comment", "error.outcome.commentMissing"),
                        org.assertj.core.groups.Tuple.tuple("selfAssessment", "error.outcome.selfAssessmentMissing"),
                        org.assertj.core.groups.Tuple.tuple("nextSteps", "error.outcome.nextStepsMissing"));
        assertThat(ReportRules.unfit(draft)).isEmpty();
    }

    @Test
    void aCompleteMarchReportLacksNothing() {
        assertThat(ReportRules.gaps(new MarchDraft(
                        0, List.of(new MarchDraft.Item(ID, Progress.NONE, "Ysgol Tŷ Ŵyn 🏫")), "a", "b")))
                .isEmpty();
    }

    @Test
    void textsThatDoNotFitAreNamedEvenInADraft() {
        String tooLong = "x".repeat(10_000);

        assertThat(ReportRules.unfit(
                        new MarchDraft(0, List.of(new MarchDraft.Item(ID, null, tooLong)), tooLong, tooLong)))
                .extracting(Problem::field)
                .containsExactly("items[0].comment", "selfAssessment", "nextSteps");
        assertThat(ReportRules.unfit(new OctoberDraft(
                        0, List.of(new OctoberDraft.Item(ID, "9".repeat(51), true, tooLong, tooLong)), tooLong)))
                .extracting(Problem::field)
                .containsExactly("items[0].actual", "items[0].reason", "items[0].comment", "summary");
    }

    @Test
    void aResultNeedsAFigureOrAReason() {
        assertThat(keys(new OctoberDraft.Item(ID, "", false, "", ""))).containsExactly("error.outcome.figureMissing");
        assertThat(keys(new OctoberDraft.Item(ID, "84.555", false, "", "")))
                .containsExactly("error.outcome.figureFormat");
        assertThat(keys(new OctoberDraft.Item(ID, "", true, "", ""))).containsExactly("error.outcome.reasonMissing");
        assertThat(keys(new OctoberDraft.Item(ID, "84", true, "withdrawn", "")))
                .containsExactly("error.outcome.figureOrNone");
        assertThat(keys(new OctoberDraft.Item(ID, "", true, "withdrawn", ""))).isEmpty();
        assertThat(keys(new OctoberDraft.Item(ID, "84.5", false, "", ""))).isEmpty();
    }

    @Test
    void theSummaryIsNeeded() {
        assertThat(ReportRules.gaps(new OctoberDraft(0, List.of(), " ")))
                .extracting(Problem::field)
                .containsExactly("summary");
    }

    private static List<String> keys(OctoberDraft.Item item) {
        return ReportRules.gaps(new OctoberDraft(0, List.of(item), "summary")).stream()
                .map(Problem::messageKey)
                .toList();
    }
}

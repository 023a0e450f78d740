package org.schoolcollab.outcome.domain;

import java.util.ArrayList;
import java.util.List;
import org.schoolcollab.outcome.MarchDraft;
import org.schoolcollab.outcome.OctoberDraft;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.ValidationFailed.Problem;

/** What a report still lacks, every gap at its field; and what could not even be kept. */
public final class ReportRules {

    private ReportRules() {}

    /** Texts that do not fit, of a draft. */
    public static List<Problem> unfit(MarchDraft draft) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < draft.items().size(); i++) {
            fits(problems, "items[" + i + "].comment", draft.items().get(i).comment(), MarchDraft.TEXT);
        }
        fits(problems, "selfAssessment", draft.selfAssessment(), MarchDraft.TEXT);
        fits(problems, "nextSteps", draft.nextSteps(), MarchDraft.TEXT);
        return problems;
    }

    /** Everything that a submitted March report must have and this one has not. */
    public static List<Problem> gaps(MarchDraft draft) {
        List<Problem> problems = unfit(draft);
        for (int i = 0; i < draft.items().size(); i++) {
            if (draft.items().get(i).progress() == null) {
                problems.add(Problem.of("items[" + i + "].progress", "error.outcome.progressMissing", i + 1));
            }
            filled(problems, "items[" + i + "].comment", draft.items().get(i).comment(), "commentMissing", i + 1);
        }
        filled(problems, "selfAssessment", draft.selfAssessment(), "selfAssessmentMissing");
        filled(problems, "nextSteps", draft.nextSteps(), "nextStepsMissing");
        return problems;
    }

    /** Texts that do not fit, of a draft. */
    public static List<Problem> unfit(OctoberDraft draft) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < draft.items().size(); i++) {
            OctoberDraft.Item item = draft.items().get(i);
            fits(problems, "items[" + i + "].actual", item.actual(), OctoberDraft.FIGURE);
            fits(problems, "items[" + i + "].reason", item.reason(), OctoberDraft.TEXT);
            fits(problems, "items[" + i + "].comment", item.comment(), OctoberDraft.TEXT);
        }
        fits(problems, "summary", draft.summary(), OctoberDraft.TEXT);
        return problems;
    }

    /** Everything that a submitted October report must have and this one has not. */
    public static List<Problem> gaps(OctoberDraft draft) {
        List<Problem> problems = unfit(draft);
        for (int i = 0; i < draft.items().size(); i++) {
            OctoberDraft.Item item = draft.items().get(i);
            String field = "items[" + i + "].actual";
            boolean typed = !item.actual().isBlank();
            if (item.noFigure()) {
                if (typed) {
                    problems.add(Problem.of(field, "error.outcome.figureOrNone", i + 1));
                }
                filled(problems, "items[" + i + "].reason", item.reason(), "reasonMissing", i + 1);
            } else if (!typed) {
                problems.add(Problem.of(field, "error.outcome.figureMissing", i + 1));
            } else if (Figure.read(item.actual()).isEmpty()) {
                problems.add(Problem.of(field, "error.outcome.figureFormat", i + 1));
            }
        }
        filled(problems, "summary", draft.summary(), "summaryMissing");
        return problems;
    }

    private static void fits(List<Problem> problems, String field, String text, int limit) {
        int length = Texts.length(Texts.clean(text));
        if (length > limit) {
            problems.add(Problem.of(field, "error.text.tooLong", length, limit));
        }
    }

    private static void filled(List<Problem> problems, String field, String text, String key, Object... arguments) {
        if (Texts.clean(text).isEmpty()) {
            problems.add(Problem.of(field, "error.outcome." + key, arguments));
        }
    }
}

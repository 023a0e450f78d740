package org.schoolcollab.bid.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanCatalogue.Kind;
import org.schoolcollab.bid.PlanDraft;
import org.schoolcollab.bid.PlanDraft.BudgetLine;
import org.schoolcollab.bid.PlanDraft.Item;
import org.schoolcollab.bid.PlanDraft.Target;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.stereotype.Component;

/** Cleans what was typed and holds it to the lengths that fit; every text that is too long is named at once. */
@Component
public class PlanTexts {

    private final PlanCatalogue catalogue;

    PlanTexts(PlanCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The draft with clean texts, without empty lines and without the same catalogue entry twice.
     *
     * @throws ValidationFailed naming each text that is too long, lines counted as they were given
     */
    public PlanDraft cleaned(PlanDraft typed) {
        List<Problem> problems = new ArrayList<>();
        List<Item> priorities = items("priorities", typed.priorities(), codes(Kind.PRIORITY), problems);
        List<Item> activities = items("activities", typed.activities(), codes(Kind.ACTIVITY), problems);
        List<Target> targets = targets(typed.targets(), problems);
        List<BudgetLine> budget = budget(typed.budget(), problems);
        PlanDraft clean = new PlanDraft(
                typed.version(),
                priorities,
                activities,
                targets,
                budget,
                typed.skillsAuditDone(),
                text(PlanDraft.LONG_TEXT, "support", typed.support(), problems),
                text(PlanDraft.LONG_TEXT, "variance", typed.variance(), problems),
                text(PlanDraft.NUMBER_TEXT, "matchedAmount", typed.matchedAmount(), problems),
                text(PlanDraft.LONG_TEXT, "matchedBy", typed.matchedBy(), problems));
        if (!problems.isEmpty()) {
            throw new ValidationFailed(problems);
        }
        return clean;
    }

    private Set<String> codes(Kind kind) {
        return new HashSet<>(
                catalogue.entries(kind).stream().map(PlanCatalogue.Entry::code).toList());
    }

    private static List<Item> items(String field, List<Item> typed, Set<String> unused, List<Problem> problems) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            Item item = typed.get(i);
            String code = item.code();
            if (code != null) {
                if (unused.remove(code)) {
                    items.add(new Item(item.id(), code, ""));
                }
                continue;
            }
            String words = text(PlanDraft.SHORT_TEXT, field + "[" + i + "]", item.words(), problems);
            if (!words.isEmpty()) {
                items.add(new Item(item.id(), null, words));
            }
        }
        return limited(field, items, problems);
    }

    private static List<Target> targets(List<Target> typed, List<Problem> problems) {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            Target target = typed.get(i);
            String field = "targets[" + i + "]";
            Target clean = new Target(
                    target.id(),
                    text(PlanDraft.SHORT_TEXT, field + ".measure", target.measure(), problems),
                    text(PlanDraft.SHORT_TEXT, field + ".about", target.about(), problems),
                    text(PlanDraft.NUMBER_TEXT, field + ".baseline", target.baseline(), problems),
                    text(PlanDraft.NUMBER_TEXT, field + ".value", target.value(), problems),
                    target.by());
            if (!clean.isBlank()) {
                targets.add(clean);
            }
        }
        return limited("targets", targets, problems);
    }

    private static List<BudgetLine> budget(List<BudgetLine> typed, List<Problem> problems) {
        List<BudgetLine> lines = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            BudgetLine line = typed.get(i);
            String field = "budget[" + i + "]";
            BudgetLine clean = new BudgetLine(
                    line.id(),
                    line.category(),
                    text(PlanDraft.SHORT_TEXT, field + ".description", line.description(), problems),
                    text(PlanDraft.NUMBER_TEXT, field + ".amount", line.amount(), problems));
            if (!clean.isBlank()) {
                lines.add(clean);
            }
        }
        return limited("budget", lines, problems);
    }

    private static <T> List<T> limited(String field, List<T> lines, List<Problem> problems) {
        if (lines.size() > PlanDraft.LINES) {
            problems.add(Problem.of(field, "error.bid.plan.tooManyLines", lines.size(), PlanDraft.LINES));
        }
        return List.copyOf(lines);
    }

    private static String text(int limit, String field, @Nullable String typed, List<Problem> problems) {
        try {
            return Texts.atMost(limit, field, typed);
        } catch (ValidationFailed tooLong) {
            problems.addAll(tooLong.problems());
            return "";
        }
    }
}

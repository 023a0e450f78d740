package org.schoolcollab.bid.domain;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanField;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.stereotype.Component;

/** Cleans what was typed and holds it to what its field can keep; everything that cannot be kept is named at once. */
@Component
public class PlanTexts {

    private final PlanCatalogue catalogue;

    PlanTexts(PlanCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The plan with clean texts, without empty lines and without the same catalogue entry twice.
     *
     * @throws ValidationFailed naming each text that cannot be kept, lines counted as they were given
     */
    public PlanFields cleaned(PlanFields typed) {
        List<Problem> problems = new ArrayList<>();
        List<Line> clean = new ArrayList<>();
        for (PlanSection section : PlanSection.values()) {
            List<Line> lines = lines(section, typed.lines(section), problems);
            if (lines.size() > section.maxLines()) {
                problems.add(Problem.of(
                        section.problemName(), "error.bid.plan.tooManyLines", lines.size(), section.maxLines()));
            }
            clean.addAll(lines);
            if (!section.fields(PlanFields.ITSELF).isEmpty()) {
                clean.add(line(typed.itself(section), 0, problems));
            }
        }
        if (!problems.isEmpty()) {
            throw new ValidationFailed(problems);
        }
        return new PlanFields(List.copyOf(clean));
    }

    private List<Line> lines(PlanSection section, List<Line> typed, List<Problem> problems) {
        Set<String> used = new HashSet<>();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            Line clean = line(typed.get(i), i, problems);
            String code = code(clean);
            if (!clean.nothingTyped() && (code.isEmpty() || used.add(code))) {
                lines.add(clean);
            }
        }
        return lines;
    }

    private Line line(Line typed, int index, List<Problem> problems) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (PlanField field : typed.section().fields(typed.id())) {
            try {
                String name = typed.section().problemName(typed.id(), index, field);
                fields.put(field.name(), cleaned(field, name, typed.field(field.name())));
            } catch (ValidationFailed cannotBeKept) {
                problems.addAll(cannotBeKept.problems());
            }
        }
        return new Line(typed.section(), typed.id(), fields);
    }

    /** The code of a line from the catalogue, empty where it is none. */
    static String code(Line line) {
        return line.section().fields(line.id()).stream()
                .filter(field -> field.kind() == PlanField.Kind.CODE)
                .map(field -> line.field(field.name()))
                .findFirst()
                .orElse("");
    }

    /**
     * What is kept of a text typed in a field.
     *
     * @param name of the field for refusals
     * @throws ValidationFailed if it is too long, or is none of what may be chosen
     */
    public String cleaned(PlanField field, String name, String typed) {
        String text = Texts.atMost(field.length(), name, typed);
        if (!text.isEmpty() && !isPossible(field, text)) {
            throw new ValidationFailed(List.of(Problem.of(name, "error.bid.plan.unreadable")));
        }
        return text;
    }

    private boolean isPossible(PlanField field, String text) {
        return switch (field.kind()) {
            case TEXT, NUMBER, AMOUNT -> true;
            case LINES, SCHOOLS -> PlanField.several(text).stream().allMatch(PlanTexts::isId);
            case CODES ->
                field.catalogue() != null
                        && catalogue.labels(field.catalogue()).keySet().containsAll(PlanField.several(text));
            case DATE -> isDate(text);
            case CHOICE -> field.choiceNames().contains(text);
            case CODE ->
                field.catalogue() != null && catalogue.labels(field.catalogue()).containsKey(text);
            case YES -> text.equals(PlanField.TICKED);
        };
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException noId) {
            return false;
        }
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeParseException noDate) {
            return false;
        }
    }
}

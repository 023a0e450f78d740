package org.schoolcollab.bid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.schoolcollab.bid.PlanFields.Line;

/**
 * A plan with what its lines are called, for reading.
 *
 * @param names words of each priority and activity by the id of its line, and names of the schools that targets name
 * @param themes labels of the catalogue's priorities by code
 * @param schools members of the bid
 */
public record PlanOutline(
        PlanFields plan, Map<String, String> names, Map<String, String> themes, List<MemberSchool> schools) {

    /** The words of each line of a section by its id; those in which nothing is typed are left out. */
    public static Map<String, String> words(PlanFields plan, PlanSection section, Map<String, String> labels) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Line line : plan.lines(section)) {
            String text = word(line, labels);
            if (!text.isBlank()) {
                words.put(line.id(), text);
            }
        }
        return words;
    }

    /** The words of a priority or an activity, empty where nothing is typed in it. */
    public static String word(Line line, Map<String, String> labels) {
        return line.field("code").isEmpty()
                ? line.field("words")
                : labels.getOrDefault(line.field("code"), line.field("code"));
    }

    /** What a line is called. */
    public String name(Line line) {
        return switch (line.section()) {
            case PRIORITIES, ACTIVITIES -> names.getOrDefault(line.id(), "");
            case TARGETS -> line.field("measure");
            case BUDGET -> line.field("description");
            case SUPPORT -> line.field("what");
            case SKILLS ->
                schools.stream()
                        .filter(school -> school.id().toString().equals(line.id()))
                        .map(MemberSchool::name)
                        .findFirst()
                        .orElse("");
        };
    }

    /** The names of the lines or schools that a field of several names; those that are gone are left out. */
    public String named(String typed) {
        return PlanField.several(typed).stream()
                .map(names::get)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}

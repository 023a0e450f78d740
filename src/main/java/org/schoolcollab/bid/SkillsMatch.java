package org.schoolcollab.bid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.establishment.EstablishmentId;

/**
 * A theme in which some schools of a bid are strong and others need help (§27): who can help whom, and where nobody can, so that support
 * has to come from outside.
 *
 * @param theme code of the catalogue's priority
 * @param strong names of the schools that are strong in it
 * @param needing names of the schools that need help
 */
public record SkillsMatch(String theme, List<String> strong, List<String> needing) {

    public SkillsMatch {
        strong = List.copyOf(strong);
        needing = List.copyOf(needing);
    }

    /** Whether a school inside the collaboration can help. */
    public boolean isInside() {
        return !strong.isEmpty();
    }

    /**
     * Every theme that a school needs help in, in the order of the themes. Lines of schools that are no member any more count nothing.
     *
     * @param schools names by id of the members of the bid
     */
    public static List<SkillsMatch> of(PlanFields plan, Iterable<String> themes, Map<EstablishmentId, String> schools) {
        List<SkillsMatch> matches = new ArrayList<>();
        for (String theme : themes) {
            List<String> strong = named(plan, schools, "strengths", theme);
            List<String> needing = named(plan, schools, "needs", theme);
            if (!needing.isEmpty()) {
                matches.add(new SkillsMatch(theme, strong, needing));
            }
        }
        return List.copyOf(matches);
    }

    private static List<String> named(
            PlanFields plan, Map<EstablishmentId, String> schools, String field, String theme) {
        List<String> names = new ArrayList<>();
        schools.forEach((id, name) -> plan.find(PlanSection.SKILLS, id.toString())
                .filter(line -> has(line, field, theme))
                .ifPresent(line -> names.add(name)));
        return names;
    }

    private static boolean has(Line line, String field, String theme) {
        return PlanField.several(line.field(field)).contains(theme);
    }
}

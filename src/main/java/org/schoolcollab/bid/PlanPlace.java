package org.schoolcollab.bid;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in a plan that somebody says something about. Line and field keep their names from one revision to the next.
 *
 * @param section null for the plan as a whole
 * @param line id of the line, {@link PlanFields#ITSELF} for a field that the section has once; null for a whole section
 * @param field its name; null together with the line
 */
public record PlanPlace(
        @Nullable PlanSection section,
        @Nullable String line,
        @Nullable String field) {

    public PlanPlace {
        if ((line == null) != (field == null) || (section == null && line != null)) {
            throw new IllegalArgumentException("no place in a plan");
        }
    }

    /** The plan as a whole. */
    public static PlanPlace wholePlan() {
        return new PlanPlace(null, null, null);
    }

    /** One field of a line. */
    public static PlanPlace field(PlanSection section, String line, String field) {
        return new PlanPlace(section, line, field);
    }

    /** Whether a plan has this place; of a field that the section has once, whatever is typed. */
    public boolean isIn(PlanFields plan) {
        if (section == null || line == null || field == null) {
            return true;
        }
        return section.field(line, field).isPresent()
                && (line.equals(PlanFields.ITSELF) || plan.find(section, line).isPresent());
    }

    /** What is typed at this place; empty for a whole section or plan, and where the line is gone. */
    public Optional<String> typed(PlanFields plan) {
        return section == null || line == null || field == null
                ? Optional.empty()
                : plan.find(section, line).map(found -> found.field(field));
    }
}

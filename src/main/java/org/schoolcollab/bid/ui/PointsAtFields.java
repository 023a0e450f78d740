package org.schoolcollab.bid.ui;

import java.util.List;
import org.schoolcollab.bid.FieldPlace;
import org.schoolcollab.bid.PlanField;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanPlace;
import org.schoolcollab.bid.PlanPoints.Point;
import org.schoolcollab.bid.PlanSection;

/** What was said at places of a plan when it came back to its lead, by the fields in which the lead changes them. */
record PointsAtFields(List<Point> all) {

    PointsAtFields {
        all = List.copyOf(all);
    }

    /** What was said at this field. */
    List<Point> at(FieldPlace field) {
        return all.stream().filter(point -> isAt(point.place(), field)).toList();
    }

    /** What was said about a section as a whole, and about lines of it that are ticked and so have no field of their own. */
    List<Point> beside(PlanSection section, PlanFields plan) {
        return all.stream()
                .filter(point -> point.place().section() == section)
                .filter(point -> point.place().line() == null || isTicked(point.place(), plan))
                .toList();
    }

    private static boolean isTicked(PlanPlace place, PlanFields plan) {
        PlanSection section = place.section();
        String line = place.line();
        return section != null
                && line != null
                && isTheLineItself(section, line, place.field())
                && plan.find(section, line)
                        .filter(found -> section.fields(line).stream()
                                .filter(field -> field.kind() == PlanField.Kind.CODE)
                                .anyMatch(field -> !found.field(field.name()).isEmpty()))
                        .isPresent();
    }

    /** Whether a place is this field. What a line is called by is one place, in whichever of its fields it stands. */
    static boolean isAt(PlanPlace place, FieldPlace field) {
        PlanSection section = place.section();
        String line = place.line();
        if (section != field.section() || line == null || !line.equals(field.line())) {
            return false;
        }
        return field.field().equals(place.field())
                || (isTheLineItself(field.section(), line, place.field())
                        && isTheLineItself(field.section(), line, field.field()));
    }

    private static boolean isTheLineItself(
            PlanSection section, String line, @org.jspecify.annotations.Nullable String field) {
        return field != null
                && section.field(line, field).filter(PlanField::isTheLineItself).isPresent();
    }
}

package org.schoolcollab.bid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.PlanFields.Line;

/**
 * What became of one line between two revisions.
 *
 * @param before null where the line was added
 * @param after null where it was removed
 * @param fields the fields that differ, in the order of the form
 */
public record PlanChange(@Nullable Line before, @Nullable Line after, List<Field> fields) {

    /** A field that differs; empty where nothing was or is typed. */
    public record Field(String name, String before, String after) {}

    /** What became of the line. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    private record Place(PlanSection section, String id) {}

    /** Every line that differs, section by section: those of the later revision in its order, then those that are gone. */
    public static List<PlanChange> between(PlanFields earlier, PlanFields later) {
        Map<Place, Line> before = byPlace(earlier);
        Map<Place, Line> after = byPlace(later);
        Set<Place> places = new LinkedHashSet<>(after.keySet());
        places.addAll(before.keySet());
        List<PlanChange> changes = new ArrayList<>();
        for (PlanSection section : PlanSection.values()) {
            places.stream()
                    .filter(place -> place.section() == section)
                    .map(place -> of(before.get(place), after.get(place)))
                    .filter(change -> !change.fields().isEmpty())
                    .forEach(changes::add);
        }
        return changes;
    }

    private static Map<Place, Line> byPlace(PlanFields plan) {
        Map<Place, Line> lines = new LinkedHashMap<>();
        plan.lines().forEach(line -> lines.put(new Place(line.section(), line.id()), line));
        return lines;
    }

    private static PlanChange of(@Nullable Line before, @Nullable Line after) {
        Set<String> names = new LinkedHashSet<>();
        if (after != null) {
            names.addAll(after.fields().keySet());
        }
        if (before != null) {
            names.addAll(before.fields().keySet());
        }
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            String was = before == null ? "" : before.field(name);
            String is = after == null ? "" : after.field(name);
            if (!was.equals(is)) {
                fields.add(new Field(name, was, is));
            }
        }
        return new PlanChange(before, after, fields);
    }

    public Kind kind() {
        if (before == null) {
            return Kind.ADDED;
        }
        return after == null ? Kind.REMOVED : Kind.CHANGED;
    }

    /** The line as it is, or was before it was removed. */
    public Line line() {
        return after != null ? after : java.util.Objects.requireNonNull(before);
    }
}

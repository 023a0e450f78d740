package org.schoolcollab.bid.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.schoolcollab.bid.PlanChange;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.security.PersonId;

/**
 * Who typed what stands in each field of a draft, and when; and who removed the lines that are gone.
 *
 * @param fields by {@code SECTION/line/field}
 * @param removed by {@code SECTION/line}
 */
public record PlanTraces(Map<String, Trace> fields, Map<String, Trace> removed) {

    /**
     * One person at one moment.
     *
     * @param by id of the person
     */
    public record Trace(String by, Instant at) {}

    /** Nothing is known, as of a draft that was never changed. */
    public static PlanTraces none() {
        return new PlanTraces(Map.of(), Map.of());
    }

    /** These, after one person's changes. */
    public PlanTraces after(List<PlanChange> changes, PersonId by, Instant at) {
        Map<String, Trace> typed = new TreeMap<>(fields);
        Map<String, Trace> gone = new TreeMap<>(removed);
        Trace trace = new Trace(by.toString(), at);
        for (PlanChange change : changes) {
            Line line = change.line();
            String place = place(line.section(), line.id());
            if (change.kind() == PlanChange.Kind.REMOVED) {
                gone.put(place, trace);
                line.fields().keySet().forEach(field -> typed.remove(place + "/" + field));
            } else {
                gone.remove(place);
                change.fields().forEach(field -> typed.put(place + "/" + field.name(), trace));
            }
        }
        return new PlanTraces(typed, gone);
    }

    /** Who typed what stands in a field, where that is known. */
    public Optional<Trace> typed(PlanSection section, String line, String field) {
        return Optional.ofNullable(fields.get(place(section, line) + "/" + field));
    }

    /** Who removed a line, if it was removed. */
    public Optional<Trace> removed(PlanSection section, String line) {
        return Optional.ofNullable(removed.get(place(section, line)));
    }

    private static String place(PlanSection section, String line) {
        return section.name() + "/" + line;
    }
}

package org.schoolcollab.bid.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.PlanChange;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.security.PersonId;

/**
 * Who typed what stands in each field of a draft, and when; and who removed the lines that are gone.
 *
 * @param fields by {@code SECTION/line/field}
 * @param removed by {@code SECTION/line}
 * @param batches ids of the batches stored lately, the latest last
 */
public record PlanTraces(
        Map<String, Trace> fields,
        Map<String, Trace> removed,
        @Nullable List<String> batches) {

    private static final int BATCHES_KEPT = 100;

    /**
     * One person at one moment.
     *
     * @param by id of the person
     */
    public record Trace(String by, Instant at) {}

    /** Nothing is known, as of a draft that was never changed. */
    public static PlanTraces none() {
        return new PlanTraces(Map.of(), Map.of(), List.of());
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
        return new PlanTraces(typed, gone, batches);
    }

    /** These, with one more batch that was stored. */
    public PlanTraces with(UUID batch) {
        List<String> known = new ArrayList<>(known());
        known.add(batch.toString());
        return new PlanTraces(
                fields, removed, List.copyOf(known.subList(Math.max(0, known.size() - BATCHES_KEPT), known.size())));
    }

    /** Whether this batch was stored before. */
    public boolean knows(UUID batch) {
        return known().contains(batch.toString());
    }

    private List<String> known() {
        return batches == null ? List.of() : batches;
    }

    /** The last who typed anything in a line, where that is known. */
    public Optional<Trace> last(PlanSection section, String line) {
        String place = place(section, line) + "/";
        return fields.entrySet().stream()
                .filter(field -> field.getKey().startsWith(place))
                .map(Map.Entry::getValue)
                .max(Comparator.comparing(Trace::at));
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

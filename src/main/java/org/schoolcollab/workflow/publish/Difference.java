package org.schoolcollab.workflow.publish;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.schoolcollab.workflow.gate.Outline;

/**
 * What differs between two versions of a process.
 *
 * @param before the old version's BPMN
 * @param after the new version's
 * @param changes in plain words, in the order of the process
 * @param properties each property that differs, as a table
 */
public record Difference(String before, String after, List<Change> changes, List<PropertyChange> properties) {

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Ids of steps of one kind of change, for the diagrams. */
    public Set<String> steps(Change.Kind kind) {
        return changes.stream()
                .filter(change -> change.kind() == kind)
                .map(Change::step)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The same with how many bids each change concerns.
     *
     * @param standing bids under way on the old version, by the step where they stand
     */
    Difference concerning(Outline old, Outline now, Map<String, Integer> standing) {
        return new Difference(
                before,
                after,
                changes.stream()
                        .map(change -> change.with(concerned(change, old, now, standing)))
                        .toList(),
                properties);
    }

    private static int concerned(Change change, Outline old, Outline now, Map<String, Integer> standing) {
        Outline in = change.kind() == Change.Kind.REMOVED ? old : now;
        Set<String> before = new LinkedHashSet<>(in.before(change.step()));
        if (change.kind() != Change.Kind.ADDED) {
            before.add(change.step());
        }
        return standing.entrySet().stream()
                .filter(entry -> before.contains(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}

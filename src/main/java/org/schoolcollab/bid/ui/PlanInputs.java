package org.schoolcollab.bid.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.schoolcollab.bid.FieldPlace;
import org.schoolcollab.bid.PlanEdit;
import org.schoolcollab.bid.PlanPlace;
import org.schoolcollab.bid.PlanSaved;
import org.schoolcollab.bid.PlanSaved.Conflict;
import org.schoolcollab.bid.PlanSaved.Kind;
import org.schoolcollab.bid.PlanSection;

/** The inputs of one window's page: what they have to be saved, and what became of it. */
class PlanInputs {

    private final Map<FieldPlace, PlanInput> inputs = new LinkedHashMap<>();

    void join(PlanInput input) {
        inputs.put(input.place(), input);
    }

    void forget(LineRow row) {
        inputs.values().removeIf(input -> row.equals(input.row()));
    }

    /** The input for a place of the plan, if this page has one. */
    Optional<PlanInput> at(PlanPlace place) {
        return inputs.values().stream()
                .filter(input -> PointsAtFields.isAt(place, input.place()))
                .findFirst();
    }

    /** How many fields and lines wait for the person to choose or to mend something. */
    long waiting() {
        return inputs.values().stream().filter(PlanInput::isHeld).count()
                + inputs.values().stream()
                        .map(PlanInput::row)
                        .filter(row -> row != null && row.isGone())
                        .distinct()
                        .count();
    }

    /** Whether everything that was typed is stored. */
    boolean areSettled() {
        return inputs.values().stream().allMatch(PlanInput::isSettled);
    }

    void showHands(Map<FieldPlace, String> names) {
        inputs.forEach((place, input) -> input.showHand(names.getOrDefault(place, "")));
    }

    /**
     * What was typed and is not stored yet.
     *
     * @param last the id of a section's last line, behind which new ones go
     */
    List<PlanEdit> edits(Function<PlanSection, String> last) {
        List<PlanEdit> edits = new ArrayList<>();
        Map<LineRow, Map<String, String>> added = new LinkedHashMap<>();
        for (PlanInput input : inputs.values()) {
            LineRow row = input.row();
            FieldPlace place = input.place();
            if (row != null && row.isGone()) {
                continue;
            }
            if (row != null
                    && !row.isStored()
                    && !input.isHeld()
                    && (row.isToBePutBack() || !input.typedText().isEmpty())) {
                added.computeIfAbsent(row, key -> new LinkedHashMap<>()).put(place.field(), input.typedText());
            } else if ((row == null || row.isStored()) && input.isToBeSaved()) {
                edits.add(new PlanEdit.Type(
                        place.section(), place.line(), place.field(), input.seen(), input.typedText()));
            }
        }
        added.forEach(
                (row, fields) -> whole(row, fields, last.apply(row.section())).ifPresent(edits::add));
        return edits;
    }

    /** A line that is not stored yet, with all that stands in it. */
    private Optional<PlanEdit> whole(LineRow row, Map<String, String> fields, String last) {
        if (row.isToBePutBack()) {
            Map<String, String> all = new LinkedHashMap<>(row.last());
            all.putAll(fields);
            return Optional.of(new PlanEdit.PutBack(row.section(), row.id(), last, all));
        }
        return inputs.values().stream().anyMatch(input -> row.equals(input.row()) && input.isToBeSaved())
                ? Optional.of(new PlanEdit.Add(row.section(), row.id(), last, fields))
                : Optional.empty();
    }

    /**
     * An edit was taken, except for these conflicts.
     *
     * @param stored what the draft holds in a field now
     */
    void settle(PlanEdit edit, List<Conflict> conflicts, Function<FieldPlace, String> stored) {
        List<PlanInput> touched = of(edit);
        boolean gone = conflicts.stream().anyMatch(conflict -> conflict.kind() == Kind.LINE_REMOVED);
        for (PlanInput input : touched) {
            LineRow row = input.row();
            if (row != null) {
                row.stored(!gone);
            }
            conflicts.stream()
                    .filter(conflict -> conflict.field().equals(input.place().field()))
                    .findFirst()
                    .ifPresentOrElse(input::ask, () -> {
                        if (!gone && carries(edit, input)) {
                            input.stored(stored.apply(input.place()));
                        }
                    });
        }
        if (gone) {
            touched.stream()
                    .map(PlanInput::row)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(row -> row.askGone(conflicts.getFirst()));
        }
    }

    /** Says it at the field, or at all that the edit carries: what is not held would be sent again for ever. */
    void refuse(PlanSaved.Refused refused) {
        List<PlanInput> carried = of(refused.edit()).stream()
                .filter(input -> carries(refused.edit(), input))
                .toList();
        List<PlanInput> named = carried.stream()
                .filter(input -> input.place().field().equals(refused.problem().field()))
                .toList();
        (named.isEmpty() ? carried : named).forEach(input -> input.refuse(refused.problem()));
    }

    /** The inputs that an edit is about. */
    private List<PlanInput> of(PlanEdit edit) {
        return inputs.values().stream()
                .filter(input -> input.place().section() == edit.section()
                        && input.place().line().equals(edit.line())
                        && (!(edit instanceof PlanEdit.Type) || carries(edit, input)))
                .toList();
    }

    /** Whether an edit holds what stands in a field. One that does not tells nothing about what others typed there. */
    private static boolean carries(PlanEdit edit, PlanInput input) {
        String field = input.place().field();
        return switch (edit) {
            case PlanEdit.Type type -> type.field().equals(field);
            case PlanEdit.Add add -> add.fields().containsKey(field);
            case PlanEdit.PutBack back -> back.fields().containsKey(field);
            case PlanEdit.Remove remove -> false;
            case PlanEdit.Move move -> false;
        };
    }
}

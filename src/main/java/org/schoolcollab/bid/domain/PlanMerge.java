package org.schoolcollab.bid.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.schoolcollab.bid.PlanEdit;
import org.schoolcollab.bid.PlanField;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanSaved;
import org.schoolcollab.bid.PlanSaved.Conflict;
import org.schoolcollab.bid.PlanSaved.Kind;
import org.schoolcollab.bid.PlanSaved.Refused;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.bid.domain.PlanTraces.Trace;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;

/**
 * Tries the edits of a batch on a stored draft, one after the other. An edit whose effect is there already is done. A batch that was
 * stored before and is sent again because its answer was lost changes nothing: what it stored may have been changed since by somebody
 * who saw it.
 */
public final class PlanMerge {

    /** What stands in the way of an edit, without the names of people. */
    private record Clash(PlanEdit edit, Kind kind, String field, String stored) {}

    private final Map<PlanSection, List<Line>> lines = new EnumMap<>(PlanSection.class);
    private final PlanTraces traces;
    private final PlanTexts texts;
    private final boolean again;
    private final List<Clash> clashes = new ArrayList<>();
    private final List<Refused> refusals = new ArrayList<>();

    /** @param again whether this batch was stored before */
    public PlanMerge(PlanFields stored, PlanTraces traces, PlanTexts texts, boolean again) {
        for (PlanSection section : PlanSection.values()) {
            lines.put(
                    section,
                    new ArrayList<>(stored.lines().stream()
                            .filter(line -> line.section() == section)
                            .toList()));
        }
        this.traces = traces;
        this.texts = texts;
        this.again = again;
    }

    /** The plan with all edits that could be stored. */
    public PlanFields result() {
        return new PlanFields(lines.values().stream()
                .flatMap(List::stream)
                .filter(line -> !line.fields().isEmpty() || !comesByTyping(line.section(), line.id()))
                .toList());
    }

    /**
     * What became of the batch.
     *
     * @param changed whether the draft is another one now
     * @param last who saved the draft last: stands in where nobody wrote down who typed a text
     * @param names finds the names of people by their ids
     */
    public PlanSaved saved(
            boolean changed, int version, Instant at, Trace last, Function<Set<String>, Map<String, String>> names) {
        Map<Clash, Trace> traced = new LinkedHashMap<>();
        clashes.forEach(clash -> traced.put(clash, trace(clash).orElse(last)));
        Map<String, String> known =
                names.apply(traced.values().stream().map(Trace::by).collect(Collectors.toSet()));
        return new PlanSaved(
                changed,
                version,
                at,
                result(),
                traced.entrySet().stream()
                        .map(clash -> new Conflict(
                                clash.getKey().edit(),
                                clash.getKey().kind(),
                                clash.getKey().field(),
                                clash.getKey().stored(),
                                known.getOrDefault(clash.getValue().by(), ""),
                                clash.getValue().at()))
                        .toList(),
                List.copyOf(refusals));
    }

    private Optional<Trace> trace(Clash clash) {
        PlanEdit edit = clash.edit();
        return switch (clash.kind()) {
            case OTHER_TEXT -> traces.typed(edit.section(), edit.line(), clash.field());
            case LINE_REMOVED -> traces.removed(edit.section(), edit.line());
            case LINE_CHANGED -> traces.last(edit.section(), edit.line());
        };
    }

    public void apply(PlanEdit edit) {
        try {
            switch (edit) {
                case PlanEdit.Type type -> type(type);
                case PlanEdit.Add add -> add(add, add.after(), add.fields());
                case PlanEdit.PutBack back -> putBack(back);
                case PlanEdit.Remove remove -> remove(remove);
                case PlanEdit.Move move -> move(move);
            }
        } catch (ValidationFailed cannotBeKept) {
            refusals.add(new Refused(edit, cannotBeKept.problems().getFirst()));
        }
    }

    private void type(PlanEdit.Type edit) {
        String typed = cleaned(edit, edit.field(), edit.typed());
        int at = find(edit);
        if (at < 0) {
            gone(edit);
            return;
        }
        List<Line> here = here(edit);
        String stored = here.get(at).field(edit.field());
        if (stored.equals(typed)) {
            return;
        }
        if (again || !stored.equals(edit.seen())) {
            clashes.add(new Clash(edit, Kind.OTHER_TEXT, edit.field(), stored));
            return;
        }
        here.set(at, with(here.get(at), edit.field(), typed));
    }

    private void add(PlanEdit edit, String after, Map<String, String> typed) {
        int at = find(edit);
        if (at >= 0) {
            // Stored before its answer was lost, or by somebody else: what others typed there since is for people to
            // settle.
            differing(edit, here(edit).get(at), cleaned(edit, typed), typed.keySet());
            return;
        }
        Line line = new Line(edit.section(), edit.line(), cleaned(edit, typed));
        String code = PlanTexts.code(line);
        if (!code.isEmpty()
                && here(edit).stream().anyMatch(other -> PlanTexts.code(other).equals(code))) {
            return;
        }
        if (again || (edit instanceof PlanEdit.Add && isRemoved(edit))) {
            clashes.add(new Clash(edit, Kind.LINE_REMOVED, "", ""));
            return;
        }
        checkRoom(edit);
        insert(line, after);
    }

    private void checkRoom(PlanEdit edit) {
        long count = here(edit).stream().filter(other -> !isItself(other)).count();
        if (count >= edit.section().maxLines()) {
            throw refused(
                    "", "error.bid.plan.tooManyLines", count + 1, edit.section().maxLines());
        }
    }

    private void putBack(PlanEdit.PutBack edit) {
        int at = find(edit);
        if (at < 0) {
            add(edit, edit.after(), edit.fields());
            return;
        }
        // Somebody has put it back already. What they have in it and this editor has not is for people to settle.
        Map<String, String> typed = cleaned(edit, edit.fields());
        differing(edit, here(edit).get(at), typed, typed.keySet());
    }

    private void differing(PlanEdit edit, Line stored, Map<String, String> typed, Set<String> fields) {
        fields.stream()
                .filter(field -> !stored.field(field).equals(typed.get(field)))
                .forEach(field -> clashes.add(new Clash(edit, Kind.OTHER_TEXT, field, stored.field(field))));
    }

    private void remove(PlanEdit.Remove edit) {
        int at = find(edit);
        if (at < 0) {
            return;
        }
        Line stored = here(edit).get(at);
        boolean unseen = edit.section().fields(edit.line()).stream()
                .map(PlanField::name)
                .anyMatch(name -> !stored.field(name).equals(edit.seen().getOrDefault(name, "")));
        if (again || unseen || isItself(stored)) {
            clashes.add(new Clash(edit, Kind.LINE_CHANGED, "", ""));
            return;
        }
        here(edit).remove(at);
    }

    private void move(PlanEdit.Move edit) {
        int at = find(edit);
        if (at < 0) {
            gone(edit);
        } else if (!again) {
            insert(here(edit).remove(at), edit.after());
        }
    }

    /** Behind this line, at the head, or at the end of the lines where there is no such line. */
    private void insert(Line line, String after) {
        List<Line> here = Objects.requireNonNull(lines.get(line.section()));
        int end = (int) here.stream().filter(other -> !isItself(other)).count();
        int at = after.equals(PlanEdit.FIRST) ? 0 : end;
        for (int i = 0; i < end; i++) {
            if (here.get(i).id().equals(after)) {
                at = i + 1;
            }
        }
        here.add(at, line);
    }

    /** The edit is about a line that is not there. */
    private void gone(PlanEdit edit) {
        if (!isRemoved(edit)) {
            throw refused("", "error.bid.plan.unknownLine");
        }
        clashes.add(new Clash(edit, Kind.LINE_REMOVED, "", ""));
    }

    private boolean isRemoved(PlanEdit edit) {
        return traces.removed(edit.section(), edit.line()).isPresent();
    }

    private static boolean isItself(Line line) {
        return line.id().equals(PlanFields.ITSELF);
    }

    private List<Line> here(PlanEdit edit) {
        return Objects.requireNonNull(lines.get(edit.section()));
    }

    /** Whether nobody adds or removes the line: one for fields that a section has once, or a school's. */
    private static boolean comesByTyping(PlanSection section, String line) {
        return line.equals(PlanFields.ITSELF) || section.linesAreSchools();
    }

    /** Where the edit's line is; one that comes by typing is made where nothing was typed in it yet. */
    private int find(PlanEdit edit) {
        List<Line> here = here(edit);
        for (int i = 0; i < here.size(); i++) {
            if (here.get(i).id().equals(edit.line())) {
                return i;
            }
        }
        if (!(edit instanceof PlanEdit.Type) || !comesByTyping(edit.section(), edit.line())) {
            return -1;
        }
        if (!edit.line().equals(PlanFields.ITSELF)) {
            if (!isId(edit.line())) {
                throw refused("", "error.bid.plan.unknownLine");
            }
            checkRoom(edit);
        }
        here.add(new Line(edit.section(), edit.line(), Map.of()));
        return here.size() - 1;
    }

    private Map<String, String> cleaned(PlanEdit edit, Map<String, String> typed) {
        if (!isId(edit.line())) {
            throw refused("", "error.bid.plan.unknownLine");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        edit.section().fields(edit.line()).forEach(field -> fields.put(field.name(), ""));
        typed.forEach((name, text) -> fields.put(name, cleaned(edit, name, text)));
        return fields;
    }

    private String cleaned(PlanEdit edit, String name, String typed) {
        PlanField field =
                edit.section().field(edit.line(), name).orElseThrow(() -> refused(name, "error.bid.plan.unreadable"));
        return texts.cleaned(field, name, typed);
    }

    private static boolean isId(String line) {
        try {
            return UUID.fromString(line).toString().equals(line);
        } catch (IllegalArgumentException noId) {
            return false;
        }
    }

    private static Line with(Line line, String field, String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        line.section().fields(line.id()).forEach(declared -> fields.put(declared.name(), line.field(declared.name())));
        fields.put(field, text);
        return new Line(line.section(), line.id(), fields);
    }

    private static ValidationFailed refused(String field, String key, Object... arguments) {
        return new ValidationFailed(List.of(Problem.of(field, key, arguments)));
    }
}

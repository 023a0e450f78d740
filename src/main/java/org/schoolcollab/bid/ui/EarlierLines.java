package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.schoolcollab.bid.LastRound.Beside;
import org.schoolcollab.bid.LastRound.Earlier;
import org.schoolcollab.bid.LinePlace;
import org.schoolcollab.bid.PlanField;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanOutline;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.bid.ReportedResults;
import org.schoolcollab.bid.TargetGroup;
import org.schoolcollab.bid.domain.FieldText;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Facts;

/** The lines of an earlier plan with their results, each beside a box where it can be copied, and what the new plan holds beside them. */
class EarlierLines {

    private static final Map<PlanSection, List<String>> FIELDS = Map.of(
            PlanSection.PRIORITIES, List.of(),
            PlanSection.ACTIVITIES, List.of("priorities", "cost"),
            PlanSection.TARGETS, List.of("baseline", "value"),
            PlanSection.BUDGET, List.of("category", "activity", "amount"),
            PlanSection.SUPPORT, List.of("provider", "name", "cost"),
            PlanSection.SKILLS, List.of("strengths", "needs"));

    private final Beside beside;
    private final Earlier shown;
    private final FieldText texts;
    private final boolean writes;
    private final Map<LinePlace, Checkbox> boxes = new LinkedHashMap<>();

    /** @param writes whether the person may copy */
    EarlierLines(Beside beside, Earlier shown, FieldText texts, boolean writes) {
        this.beside = beside;
        this.shown = shown;
        this.texts = texts;
        this.writes = writes;
    }

    /** A section of both plans. */
    Component of(PlanSection section) {
        Div then = new Div(new H3(words("bid.lastRound.then", shown.bid().roundName())), then(section));
        if (!section.fields(PlanFields.ITSELF).isEmpty()) {
            then.add(once(section));
        }
        Div now = new Div(new H3(words("bid.lastRound.now")), now(section));
        then.addClassName("stack");
        now.addClassName("stack");
        Div both = new Div(then, now);
        both.addClassName("beside");
        return both;
    }

    private Component then(PlanSection section) {
        List<Line> lines = typed(shown.plan(), section);
        if (lines.isEmpty()) {
            return new Paragraph(words("bid.lastRound.nothing"));
        }
        boolean reported = section == PlanSection.PRIORITIES || section == PlanSection.TARGETS;
        List<PlanField> fields = FIELDS.getOrDefault(section, List.of()).stream()
                .map(name -> section.field(lines.getFirst().id(), name).orElseThrow())
                .toList();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(words("bid.lastRound.line." + section.name())));
        fields.forEach(field -> columns.add(new Column(
                words(field.label()), field.kind() == PlanField.Kind.AMOUNT || field.kind() == PlanField.Kind.NUMBER)));
        if (reported) {
            columns.add(Column.text(words("bid.lastRound.result")));
        }
        DataTable table = new DataTable(
                        words(
                                "bid.lastRound.table",
                                words("enum.PlanSection." + section.name()),
                                shown.bid().roundName()),
                        columns.toArray(Column[]::new))
                .stacked();
        for (Line line : lines) {
            List<Component> cells = new ArrayList<>();
            cells.add(name(line));
            fields.forEach(field -> cells.add(new Span(value(field, line))));
            if (reported) {
                cells.add(result(line));
            }
            table.row(cells.toArray(Component[]::new));
        }
        return table;
    }

    /** What the section of the earlier plan says once; the words about support and matched funding may be copied. */
    private Component once(PlanSection section) {
        Line itself = shown.plan().plan().itself(section);
        Div both = new Div(facts(section, itself));
        both.addClassName("stack");
        if (writes && beside.mayBeCopied().contains(new LinePlace(section, itself.id()))) {
            both.add(choice(itself, words("bid.lastRound.once")));
        }
        return both;
    }

    private Facts facts(PlanSection section, Line itself) {
        Facts facts = new Facts();
        section.fields(PlanFields.ITSELF).forEach(field -> {
            String text = value(field, itself);
            Span value = new Span(text.isBlank() ? words("bid.plan.nothing") : text);
            value.addClassName("own-words");
            facts.fact(words(field.label()), value);
        });
        return facts;
    }

    private Component now(PlanSection section) {
        List<Line> lines = typed(beside.now(), section);
        if (lines.isEmpty()) {
            return new Paragraph(words("bid.plan.nothing"));
        }
        UnorderedList list = new UnorderedList();
        lines.forEach(line -> list.add(new ListItem(called(beside.now(), line))));
        return list;
    }

    private static List<Line> typed(PlanOutline plan, PlanSection section) {
        return plan.plan().lines(section).stream()
                .filter(line -> !line.nothingTyped())
                .toList();
    }

    private Component name(Line line) {
        Div cell = choice(line, called(shown.plan(), line));
        if (line.section() == PlanSection.TARGETS) {
            String about = Stream.of(
                            value(line, "about"), TargetGroup.isOfNamedSchools(line) ? value(line, "schools") : "")
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(", "));
            cell.addComponentAtIndex(1, small(words("bid.lastRound.about", about, value(line, "by"))));
        }
        return cell;
    }

    /** A box for what may be copied, and what became of it where it was. */
    private Div choice(Line line, String name) {
        LinePlace place = new LinePlace(line.section(), line.id());
        Div cell = new Div();
        cell.addClassName("earlier-line");
        boolean there = beside.there().contains(place);
        if (writes && !there && beside.mayBeCopied().contains(place)) {
            Checkbox box = new Checkbox(name);
            boxes.put(place, box);
            cell.add(box);
        } else {
            cell.add(new Span(name));
        }
        if (there) {
            cell.add(hint("bid.lastRound.there"));
        } else if (writes && !beside.mayBeCopied().contains(place)) {
            cell.add(hint("bid.lastRound.noMember"));
        } else if (writes && beside.removed().contains(place)) {
            cell.add(hint("bid.lastRound.removed"));
        }
        return cell;
    }

    private static Span hint(String key) {
        return small(words(key));
    }

    private static Span small(String text) {
        Span hint = new Span(text);
        hint.addClassName("hint");
        return hint;
    }

    private static String called(PlanOutline plan, Line line) {
        String name = plan.name(line);
        return name.isBlank() ? words("bid.parts.unnamed") : name;
    }

    private String value(PlanField field, Line line) {
        String typed = line.field(field.name());
        if (!field.namesThings()) {
            return texts.shown(field, typed);
        }
        String named = shown.plan().named(typed);
        boolean aboutAll = field.kind() == PlanField.Kind.LINES && line.section() != PlanSection.BUDGET;
        return named.isEmpty() && aboutAll ? words("bid.parts.all") : named;
    }

    private String value(Line line, String name) {
        return line.section()
                .field(line.id(), name)
                .map(field -> value(field, line))
                .orElse("");
    }

    private Component result(Line line) {
        ReportedResults.Result result = shown.results().get(line.id());
        if (result == null) {
            return new Span(words("bid.lastRound.noResult"));
        }
        Div cell = new Div();
        cell.addClassName("earlier-line");
        String verdict = words(result.verdictKey());
        cell.add(new Span(
                result.figure().isEmpty() ? verdict : words("bid.lastRound.reached", result.figure(), verdict)));
        if (!result.words().isBlank()) {
            Span own = new Span(result.words());
            own.addClassNames("hint", "own-words");
            cell.add(own);
        }
        if (!result.accepted()) {
            cell.add(hint("bid.lastRound.notAccepted"));
        }
        return cell;
    }

    /** Whether there is a box to choose, once all sections are shown. */
    boolean canChoose() {
        return !boxes.isEmpty();
    }

    void chooseAll() {
        boxes.values().forEach(box -> box.setValue(true));
    }

    /** What is chosen. */
    Set<LinePlace> chosen() {
        return boxes.entrySet().stream()
                .filter(box -> box.getValue().getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Where the keyboard goes when nothing is chosen. */
    Component first() {
        return boxes.values().stream().findFirst().map(Component.class::cast).orElseGet(Div::new);
    }

    private static String words(String key, Object... values) {
        return I18NProvider.translate(key, values);
    }
}

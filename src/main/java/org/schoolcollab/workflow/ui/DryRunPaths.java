package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.StatusBadge;
import org.schoolcollab.workflow.dryrun.DryRunReport;
import org.schoolcollab.workflow.dryrun.Path;
import org.schoolcollab.workflow.dryrun.PathStep;

/** The paths of a dry run as a table, the chosen one step by step below it, and what no path came by. */
class DryRunPaths extends Div {

    private static final int MILLIS = 1000;

    private final transient DryRunReport report;
    private final String process;
    private final transient @Nullable Consumer<String> leads;
    private final Div table = new Div();
    private final Div chosen = new Div();

    /**
     * Shows a report.
     *
     * @param process key of the draft's process
     * @param leads is given the id of an element of the draft that was pressed; null where there is nothing to lead to
     */
    DryRunPaths(DryRunReport report, String process, @Nullable Consumer<String> leads) {
        this.report = report;
        this.process = process;
        this.leads = leads;
        addClassName("stack");
        chosen.addClassName("stack");
        chosen.getElement().setAttribute("tabindex", "-1");
        if (report.paths().isEmpty()) {
            return;
        }
        if (report.bound() != DryRunReport.Bound.ALL_PATHS) {
            Paragraph bound = new Paragraph(
                    getTranslation("workflow.dryrun.bound." + report.bound().name()));
            bound.addClassNames("notice", "notice-warn");
            add(bound);
        }
        unreached();
        add(filter(), table, chosen);
        list(null);
        choose(report.paths().stream()
                .filter(path -> path.end() == Path.End.STUCK)
                .findFirst()
                .orElse(report.paths().getFirst()));
    }

    /** In one sentence what came of it. */
    String summary() {
        if (!report.refused().isEmpty()) {
            return getTranslation("workflow.dryrun.refused", report.refused().size());
        }
        String ends = Arrays.stream(Path.End.values())
                .filter(end -> report.count(end) > 0)
                .map(end -> getTranslation("workflow.dryrun.count." + end.name(), report.count(end)))
                .collect(Collectors.joining(", "));
        return getTranslation(
                report.isWhole() ? "workflow.dryrun.whole" : "workflow.dryrun.notWhole",
                report.paths().size(),
                Math.max(1, (report.millis() + MILLIS / 2) / MILLIS),
                ends);
    }

    private void unreached() {
        if (report.unreached().isEmpty()) {
            add(new Paragraph(getTranslation("workflow.dryrun.allReached")));
            return;
        }
        UnorderedList list = new UnorderedList();
        report.unreached()
                .forEach(none -> list.add(new ListItem(element(
                        process,
                        none.element(),
                        none.way() == null
                                ? none.name()
                                : getTranslation("workflow.dryrun.way", none.name(), none.way())))));
        add(new H3(getTranslation("workflow.dryrun.unreached")), list);
    }

    private Select<Path.End> filter() {
        Select<Path.End> filter = new Select<>();
        filter.setLabel(getTranslation("workflow.dryrun.filter"));
        filter.setEmptySelectionAllowed(true);
        filter.setEmptySelectionCaption(getTranslation("workflow.dryrun.filter.all"));
        filter.setItems(Arrays.stream(Path.End.values())
                .filter(end -> report.count(end) > 0)
                .toList());
        filter.setItemLabelGenerator(end -> end == null ? getTranslation("workflow.dryrun.filter.all") : end(end));
        filter.addValueChangeListener(e -> list(e.getValue()));
        return filter;
    }

    private void list(Path.@Nullable End only) {
        DataTable paths = new DataTable(
                getTranslation("workflow.dryrun.paths"),
                Column.text(getTranslation("workflow.dryrun.path")),
                Column.text(getTranslation("workflow.dryrun.otherwise")),
                Column.text(getTranslation("workflow.dryrun.end")),
                Column.number(getTranslation("workflow.dryrun.steps")));
        report.paths().stream()
                .filter(path -> only == null || path.end() == only)
                .forEach(path -> paths.row(
                        show(path),
                        new Span(otherwise(path)),
                        new Div(new StatusBadge(end(path.end()), tone(path.end())), new Span(after(path))),
                        new Span(Integer.toString(path.steps().size()))));
        table.removeAll();
        table.add(paths);
    }

    private NativeButton show(Path path) {
        NativeButton show = new NativeButton(getTranslation("workflow.dryrun.number", path.number()), e -> {
            choose(path);
            chosen.getElement().executeJs("this.focus()");
        });
        show.addClassName("link");
        return show;
    }

    private String otherwise(Path path) {
        return path.otherwise().isEmpty()
                ? getTranslation("workflow.dryrun.agreed")
                : path.otherwise().stream()
                        .map(not -> not.name().isEmpty()
                                ? answer(not.answer())
                                : getTranslation("workflow.dryrun.not", not.name(), answer(not.answer())))
                        .collect(Collectors.joining("; "));
    }

    private String end(Path.End end) {
        return getTranslation("workflow.dryrun.end." + end.name());
    }

    private static StatusBadge.Tone tone(Path.End end) {
        return switch (end) {
            case CLOSED -> StatusBadge.Tone.GOOD;
            case STUCK -> StatusBadge.Tone.BAD;
            case REFUSED, WITHDRAWN, GOES_ON -> StatusBadge.Tone.NEUTRAL;
        };
    }

    /** Where a path goes on, or gets stuck and why. */
    private String after(Path path) {
        Path.Joins joins = path.joins();
        Path.Stuck stuck = path.stuck();
        if (joins != null) {
            return " " + getTranslation("workflow.dryrun.joins", joins.path(), joins.name());
        }
        return stuck == null
                ? ""
                : " " + getTranslation("workflow.dryrun.stuck." + stuck.why().name(), stuck.name(), stuck.message());
    }

    private void choose(Path path) {
        chosen.removeAll();
        H3 title = new H3(getTranslation("workflow.dryrun.chosen", path.number(), otherwise(path)));
        DataTable steps = new DataTable(
                getTranslation("workflow.dryrun.number", path.number()),
                Column.text(getTranslation("workflow.dryrun.step")),
                Column.text(getTranslation("workflow.dryrun.who")),
                Column.text(getTranslation("workflow.dryrun.when")),
                Column.text(getTranslation("workflow.dryrun.answer")),
                Column.text(getTranslation("workflow.dryrun.late")));
        path.steps()
                .forEach(step -> steps.row(
                        element(step.process(), step.element(), step.name()),
                        new Span(who(step)),
                        new Span(Dates.day(step.at())),
                        new Span(step.kind() == PathStep.Kind.GATEWAY ? step.answer() : answer(step.answer())),
                        new Span(late(step))));
        Paragraph end = new Paragraph(getTranslation("workflow.dryrun.chosenEnd", end(path.end())) + after(path));
        end.addClassName("notice");
        end.setClassName("notice-bad", path.end() == Path.End.STUCK);
        chosen.add(title, steps, end);
        Path.Stuck stuck = path.stuck();
        if (stuck != null) {
            chosen.add(new Paragraph(element(stuck.process(), stuck.element(), stuck.name())));
        }
    }

    private Component element(String key, String id, String name) {
        Consumer<String> to = leads;
        if (to == null || !key.equals(process)) {
            return new Span(name);
        }
        NativeButton there = new NativeButton(name, e -> to.accept(id));
        there.addClassName("link");
        return there;
    }

    private String who(PathStep step) {
        return switch (step.kind()) {
            case VOTE -> getTranslation("workflow.dryrun.voters");
            case SERVICE -> getTranslation("workflow.dryrun.portal");
            case TASK -> getTranslation("editing.choice." + step.group().replaceAll("[^A-Za-z_]", ""));
            case GATEWAY, WAIT, EVENT, END ->
                getTranslation("workflow.dryrun.kind." + step.kind().name());
        };
    }

    private String answer(String word) {
        return switch (word) {
            case "" -> "";
            case "ONE", "TWO", "TWO_SECOND_WAITS", "SECOND_WAITS", "RAN_OUT", "votingEnded", "bidWithdrawn" ->
                getTranslation("workflow.dryrun.answer." + word);
            default -> getTranslation("editing.condition." + word);
        };
    }

    private String late(PathStep step) {
        List<String> said = new ArrayList<>();
        if (step.due() != null) {
            said.add(getTranslation("workflow.dryrun.due", Dates.day(step.due())));
        }
        step.ifNobodyActs()
                .forEach(later ->
                        said.add(getTranslation("workflow.dryrun.later", later.name(), Dates.day(later.at()))));
        return String.join("; ", said);
    }
}

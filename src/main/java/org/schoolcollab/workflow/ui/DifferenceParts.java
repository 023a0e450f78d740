package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Set;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.StatusBadge;
import org.schoolcollab.workflow.publish.Change;
import org.schoolcollab.workflow.publish.Difference;
import org.schoolcollab.workflow.publish.Phrase;

/** What differs between two versions: in sentences, in two diagrams, and property by property. */
class DifferenceParts extends Div {

    DifferenceParts(Difference difference, String before, String after) {
        addClassName("stack");
        if (difference.isEmpty()) {
            Paragraph same = new Paragraph(getTranslation("workflow.difference.none"));
            same.addClassName("notice");
            add(same);
            return;
        }
        UnorderedList sentences = new UnorderedList();
        sentences.addClassName("differences");
        difference.changes().forEach(change -> sentences.add(sentence(change)));
        add(sentences, diagrams(difference, before, after));
        if (!difference.properties().isEmpty()) {
            add(properties(difference, before, after));
        }
    }

    private ListItem sentence(Change change) {
        StatusBadge badge = new StatusBadge(
                getTranslation("enum.Change." + change.kind().name()),
                switch (change.kind()) {
                    case ADDED -> StatusBadge.Tone.GOOD;
                    case REMOVED -> StatusBadge.Tone.BAD;
                    case MOVED, CHANGED -> StatusBadge.Tone.ACCENT;
                });
        ListItem line = new ListItem(badge, new Span(" " + words(change.words())));
        if (change.bids() > 0) {
            Span bids = new Span(" " + getTranslation("workflow.difference.bids", change.bids()));
            bids.addClassName("row-meta");
            line.add(bids);
        }
        return line;
    }

    private String words(Phrase phrase) {
        return phrase.say((key, arguments) -> getTranslation(key, arguments));
    }

    private Component diagrams(Difference difference, String before, String after) {
        Set<String> moved = difference.steps(Change.Kind.MOVED);
        Set<String> changed = difference.steps(Change.Kind.CHANGED);
        Div both = new Div();
        both.addClassName("stack");
        if (!difference.before().isEmpty()) {
            ProcessDiagram old = new ProcessDiagram();
            old.compare(
                    difference.before(),
                    Set.of(),
                    difference.steps(Change.Kind.REMOVED),
                    moved,
                    changed,
                    getTranslation("workflow.diagram.label", before));
            both.add(titled(before, old));
        }
        ProcessDiagram now = new ProcessDiagram();
        now.compare(
                difference.after(),
                difference.steps(Change.Kind.ADDED),
                Set.of(),
                moved,
                changed,
                getTranslation("workflow.diagram.label", after));
        both.add(titled(after, now));
        return both;
    }

    private static Section titled(String title, ProcessDiagram diagram) {
        Section section = new Section(new H3(title), diagram);
        section.addClassName("stack");
        return section;
    }

    private Component properties(Difference difference, String before, String after) {
        DataTable table = new DataTable(
                getTranslation("workflow.difference.properties"),
                Column.text(getTranslation("workflow.difference.step")),
                Column.text(getTranslation("workflow.difference.what")),
                Column.text(before),
                Column.text(after));
        difference
                .properties()
                .forEach(property -> table.row(
                        property.label(),
                        getTranslation("workflow.property." + property.property()),
                        words(property.before()),
                        words(property.after())));
        Div part = new Div(new H2(getTranslation("workflow.difference.properties")), table);
        part.addClassName("stack");
        return part;
    }
}

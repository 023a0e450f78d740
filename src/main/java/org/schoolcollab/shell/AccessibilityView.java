package org.schoolcollab.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.stream.Stream;

/** The accessibility statement, made from the record of what was tested: it claims nothing else. */
@Route("accessibility")
@AnonymousAllowed
public class AccessibilityView extends Page {

    AccessibilityView(AccessibilityRecord record) {
        title(getTranslation("shell.accessibility"));
        add(paragraph("intro"), heading("how"));
        AccessibilityRecord.Tested tested = record.tested();
        add(
                new Paragraph(getTranslation(
                        "shell.accessibility.tested",
                        tested.standard(),
                        tested.tool(),
                        Dates.day(tested.date()),
                        tested.names().size())),
                new Paragraph(getTranslation("shell.accessibility.contrast", String.join(", ", tested.schemes()))),
                paragraph("byKeyboard"),
                list(tested.byKeyboard()),
                paragraph("limits"),
                heading("can"),
                points("keyboard", "zoom", "schemes", "motion", "shortcuts"),
                heading("screens"));
        Div card = new Div(list(tested.names()));
        card.addClassName("card");
        add(card, heading("contact"), paragraph("report"), new Anchor("tasks", getTranslation("shell.notFound.tasks")));
    }

    private H2 heading(String key) {
        return new H2(getTranslation("shell.accessibility." + key));
    }

    private Paragraph paragraph(String key) {
        return new Paragraph(getTranslation("shell.accessibility." + key));
    }

    private UnorderedList points(String... keys) {
        return list(Stream.of(keys)
                .map(key -> getTranslation("shell.accessibility." + key))
                .toList());
    }

    private static UnorderedList list(List<String> lines) {
        return new UnorderedList(lines.stream().map(ListItem::new).toArray(ListItem[]::new));
    }
}

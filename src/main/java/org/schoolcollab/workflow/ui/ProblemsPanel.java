package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import org.schoolcollab.workflow.editing.Definition;

/** What keeps a draft from being published, and apart from it what its editor should look at; each line leads to its element. */
class ProblemsPanel extends Section {

    /**
     * One problem.
     *
     * @param element id; may be that of no step
     * @param error whether it keeps the draft from being published
     * @param words a sentence
     */
    record Line(String element, boolean error, String words) {}

    private final transient Consumer<String> leads;
    private final Paragraph summary = new Paragraph();
    private final Div lists = new Div();

    /** @param leads is given the id of the element whose problem was pressed */
    ProblemsPanel(Consumer<String> leads) {
        this.leads = leads;
        addClassNames("card", "stack", "problems");
        H2 title = new H2(getTranslation("workflow.problems.title"));
        title.setId("problems-title");
        getElement().setAttribute("aria-labelledby", "problems-title");
        summary.getElement().setAttribute("role", "status");
        lists.addClassName("stack");
        add(title, summary, lists);
    }

    void show(Definition definition, List<Line> lines) {
        List<Line> errors = lines.stream().filter(Line::error).toList();
        List<Line> warnings = lines.stream().filter(line -> !line.error()).toList();
        summary.setText(getTranslation("workflow.problems.summary", errors.size(), warnings.size()));
        lists.removeAll();
        list(definition, "workflow.problems.errors", "problem-error-list", errors);
        list(definition, "workflow.problems.warnings", "problem-warning-list", warnings);
    }

    private void list(Definition definition, String title, String className, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName(className);
        lines.forEach(line -> {
            if (Places.stepOf(definition, line.element()).isEmpty()) {
                list.add(new ListItem(line.words()));
            } else {
                NativeButton there = new NativeButton(line.words(), e -> leads.accept(line.element()));
                there.addClassName("link");
                list.add(new ListItem(there));
            }
        });
        lists.add(new H3(getTranslation(title)), list);
    }
}

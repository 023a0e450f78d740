package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.workflow.ProcessRuns.StepTime;

/** How long the steps of a version took: on its diagram, and the same as a table. */
class DurationsPart extends Div {

    /** @param name of the process, for the diagram's label */
    DurationsPart(String name, int version, String bpmn, List<StepTime> times) {
        addClassName("stack");
        if (times.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("workflow.running.none"));
            none.addClassName("empty");
            add(none);
            return;
        }
        Map<String, String> notes = new LinkedHashMap<>();
        times.forEach(time -> notes.put(
                time.step(), getTranslation("workflow.running.onDiagram", words(time.median()), words(time.most()))));
        ProcessDiagram diagram = new ProcessDiagram();
        diagram.annotate(bpmn, notes, getTranslation("workflow.diagram.label", name));
        DataTable table = new DataTable(
                getTranslation("workflow.running.times", version),
                Column.text(getTranslation("workflow.difference.step")),
                Column.number(getTranslation("workflow.running.count")),
                Column.number(getTranslation("workflow.running.median")),
                Column.number(getTranslation("workflow.running.most")));
        times.forEach(time ->
                table.row(time.name(), Integer.toString(time.times()), words(time.median()), words(time.most())));
        add(diagram, table);
    }

    private String words(Duration time) {
        return time.toDays() > 0
                ? getTranslation("workflow.running.days", time.toDays())
                : getTranslation("workflow.running.hours", time.toHours());
    }
}

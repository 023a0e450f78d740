package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.schoolcollab.bid.PlanField;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanOutline;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;

/** How the parts of a plan belong together, to read: a table for each section of which anything was said. */
class PartsSheet extends Div {

    private final transient PlanOutline outline;
    private final transient FieldText texts;

    PartsSheet(PlanOutline outline, FieldText texts) {
        this.outline = outline;
        this.texts = texts;
        addClassName("stack");
        table(PlanSection.ACTIVITIES, List.of("priorities", "from", "to", "cost"));
        table(
                PlanSection.TARGETS,
                List.of("priorities", "listed", "group", "better", "source", "baselineOn", "confirmed"));
        table(PlanSection.BUDGET, List.of("activity"));
        table(PlanSection.SUPPORT, List.of("provider", "name", "cost"));
        if (!outline.plan().lines(PlanSection.SKILLS).isEmpty()) {
            add(
                    new H2(getTranslation("bid.skills.title")),
                    SkillsOnScreen.of(outline.plan(), outline.themes(), outline.schools()));
        }
    }

    private void table(PlanSection section, List<String> names) {
        List<Line> said = outline.plan().lines(section).stream()
                .filter(line ->
                        names.stream().anyMatch(name -> !line.field(name).isEmpty()))
                .toList();
        if (said.isEmpty()) {
            return;
        }
        List<PlanField> fields = section.fields(said.getFirst().id()).stream()
                .filter(field -> names.contains(field.name()))
                .toList();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(getTranslation("enum.PlanSection." + section.name())));
        fields.forEach(field -> columns.add(
                field.kind() == PlanField.Kind.AMOUNT
                        ? Column.number(getTranslation(field.label()))
                        : Column.text(getTranslation(field.label()))));
        String name = getTranslation("bid.parts.of." + section.name());
        DataTable table = new DataTable(name, columns.toArray(Column[]::new));
        for (Line line : said) {
            List<Span> cells = new ArrayList<>();
            cells.add(new Span(outline.name(line)));
            fields.forEach(field -> cells.add(new Span(shown(field, line.field(field.name())))));
            table.row(cells.toArray(Span[]::new));
        }
        add(new H2(name), table);
    }

    private String shown(PlanField field, String typed) {
        if (field.kind() == PlanField.Kind.LINES) {
            String words = outline.named(typed);
            return words.isEmpty() ? getTranslation("bid.parts.all") : words;
        }
        return texts.shown(field, typed);
    }
}

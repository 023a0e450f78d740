package org.schoolcollab.programme.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.schoolcollab.programme.MeasureSetting;
import org.schoolcollab.programme.TypedMeasure;
import org.schoolcollab.shell.ErrorSummary;

/** Measures to write, one a panel, in their order. */
class MeasureList extends Div {

    private final class Line extends Section {

        private final String code;
        private final H2 heading = new H2();
        private final TextField label = text("label");
        private final Select<Boolean> percent = choice("unit", "percent", "number");
        private final Select<Boolean> less = choice("better", "less", "more");
        private final TextField lowest = text("lowest.field");
        private final TextField highest = text("highest.field");
        private final Button remove =
                new Button(MeasureList.this.getTranslation("programme.measures.remove"), event -> remove());

        Line(TypedMeasure measure) {
            code = measure.code();
            label.setValue(measure.label());
            label.setMaxLength(MeasureSetting.LABEL_LIMIT);
            label.setWidthFull();
            percent.setValue(measure.percent());
            less.setValue(measure.lessIsBetter());
            bound(lowest, measure.lowest());
            bound(highest, measure.highest());
            Div row = new Div(percent, less, lowest, highest, remove);
            row.addClassName("measure-row");
            addClassNames("stack", "measure");
            add(heading, label, row);
        }

        private TextField text(String name) {
            return new TextField(MeasureList.this.getTranslation("programme.measures." + name));
        }

        private void bound(TextField field, String value) {
            field.setValue(value);
            field.getElement().setAttribute("inputmode", "decimal");
        }

        private Select<Boolean> choice(String name, String whenTrue, String whenFalse) {
            Select<Boolean> select = new Select<>();
            select.setLabel(MeasureList.this.getTranslation("programme.measures." + name));
            select.setItems(true, false);
            select.setItemLabelGenerator(
                    chosen -> MeasureList.this.getTranslation("programme.measures." + (chosen ? whenTrue : whenFalse)));
            return select;
        }

        private void remove() {
            int at = lines.indexOf(this);
            lines.remove(this);
            removeFromParent();
            MeasureList.this.number();
            if (lines.isEmpty()) {
                more.focus();
            } else {
                lines.get(Math.min(at, lines.size() - 1)).label.focus();
            }
        }

        /** Names everything by its place, for people and for the summary of gaps. */
        private void number(int number) {
            heading.setText(MeasureList.this.getTranslation("programme.measures.one", number));
            getElement().setAttribute("aria-label", heading.getText());
            remove.setAriaLabel(MeasureList.this.getTranslation("programme.measures.remove.of", number));
            String name = "measures[" + (number - 1) + "].";
            errors.register(name + "label", label);
            errors.register(name + "lowest", lowest);
            errors.register(name + "highest", highest);
        }

        private TypedMeasure typed() {
            return new TypedMeasure(
                    code, label.getValue(), percent.getValue(), less.getValue(), lowest.getValue(), highest.getValue());
        }
    }

    private final transient ErrorSummary errors;
    private final List<Line> lines = new ArrayList<>();
    private final Div panels = new Div();
    private final Button more = new Button(getTranslation("programme.measures.add"), event -> {
        add(new TypedMeasure("", "", true, false, "", ""));
        lines.getLast().label.focus();
    });

    MeasureList(List<TypedMeasure> measures, ErrorSummary errors) {
        this.errors = errors;
        panels.addClassName("stack");
        Paragraph hint = new Paragraph(getTranslation("programme.measures.bound.hint"));
        hint.addClassName("hint");
        addClassName("stack");
        add(hint, panels, more);
        measures.forEach(this::add);
        errors.register("measures", more);
    }

    private void add(TypedMeasure measure) {
        Line line = new Line(measure);
        lines.add(line);
        panels.add(line);
        number();
    }

    private void number() {
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).number(i + 1);
        }
    }

    /** As they are typed now, in their order. */
    List<TypedMeasure> typed() {
        return lines.stream().map(Line::typed).toList();
    }
}

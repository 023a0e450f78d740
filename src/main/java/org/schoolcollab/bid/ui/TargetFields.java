package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.PlanDraft.Target;
import org.schoolcollab.programme.Round;
import org.schoolcollab.shell.Dates;

/** The targets: what is measured, about whom, where it stands, where it should get and by when. */
class TargetFields extends Div {

    private final LineList<TargetRow> list;

    TargetFields(Round round) {
        addClassName("form");
        Paragraph hint = new Paragraph(
                round.octoberTo() == null
                        ? getTranslation("bid.plan.targets.hint")
                        : getTranslation("bid.plan.targets.hintUntil", Dates.day(round.octoberTo())));
        hint.addClassName("hint");
        list = new LineList<>("bid.plan.targets", () -> new TargetRow(null), true, () -> {});
        add(hint, list);
    }

    private final class TargetRow extends LineRow {

        private @Nullable UUID id;
        private final TextField measure = text("measure");
        private final TextField about = text("about");
        private final TextField baseline = text("baseline");
        private final TextField value = text("value");
        private final DatePicker by = new DatePicker(TargetFields.this.getTranslation("bid.plan.target.by"));

        TargetRow(@Nullable Target target) {
            baseline.getElement().setAttribute("inputmode", "decimal");
            value.getElement().setAttribute("inputmode", "decimal");
            by.setLocale(Locale.UK);
            // Typing a date opens nothing over the fields below; the calendar has a button of its own.
            by.setAutoOpen(false);
            if (target != null) {
                id = target.id();
                measure.setValue(target.measure());
                about.setValue(target.about());
                baseline.setValue(target.baseline());
                value.setValue(target.value());
                by.setValue(target.by());
            }
            Div numbers = new Div(baseline, value, by);
            numbers.addClassName("row");
            measure.setWidthFull();
            about.setWidthFull();
            add(measure, about, numbers);
        }

        private TextField text(String name) {
            TextField field = new TextField(TargetFields.this.getTranslation("bid.plan.target." + name));
            field.setHelperText(TargetFields.this.getTranslation("bid.plan.target." + name + ".hint"));
            return field;
        }

        @Override
        Focusable<?> first() {
            return measure;
        }

        @Override
        boolean isBlank() {
            return target().isBlank();
        }

        private Target target() {
            return new Target(
                    id, measure.getValue(), about.getValue(), baseline.getValue(), value.getValue(), by.getValue());
        }
    }

    void show(List<Target> targets) {
        list.show(targets.stream().map(TargetRow::new).toList());
    }

    void dropBlank() {
        list.dropBlank();
    }

    List<Target> read(FieldNames names) {
        List<TargetRow> rows = list.rows();
        names.name("targets", rows.getFirst().measure);
        for (int i = 0; i < rows.size(); i++) {
            TargetRow row = rows.get(i);
            String field = "targets[" + i + "].";
            names.name(field + "measure", row.measure);
            names.name(field + "about", row.about);
            names.name(field + "baseline", row.baseline);
            names.name(field + "value", row.value);
            names.name(field + "by", row.by);
        }
        return rows.stream().map(TargetRow::target).toList();
    }

    void keepIds(List<Target> saved) {
        List<TargetRow> rows = list.rows();
        for (int i = 0; i < Math.min(rows.size(), saved.size()); i++) {
            rows.get(i).id = saved.get(i).id();
        }
    }
}

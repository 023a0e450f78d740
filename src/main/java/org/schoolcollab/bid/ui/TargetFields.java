package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.programme.Round;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.DayField;

/** The targets: what is measured, about whom, where it stands, where it should get and by when. */
class TargetFields extends SectionFields {

    private final LineList list;
    private final transient PlanWriting writing;

    TargetFields(Round round, PlanWriting writing) {
        super(PlanSection.TARGETS);
        this.writing = writing;
        Paragraph hint = new Paragraph(
                round.octoberTo() == null
                        ? getTranslation("bid.plan.targets.hint")
                        : getTranslation("bid.plan.targets.hintUntil", Dates.day(round.octoberTo())));
        hint.addClassName("hint");
        list = new LineList("bid.plan.targets", TargetRow::new, writing, LineList.Kind.ONE_AT_LEAST, () -> {});
        add(hint, list);
    }

    private final class TargetRow extends LineRow {

        TargetRow(@Nullable Line line) {
            super(PlanSection.TARGETS, line);
            TextField baseline = text("baseline");
            TextField value = text("value");
            baseline.getElement().setAttribute("inputmode", "decimal");
            value.getElement().setAttribute("inputmode", "decimal");
            DatePicker by = new DayField(TargetFields.this.getTranslation("bid.plan.target.by"));
            add(wide(line, "measure"), wide(line, "about"));
            Div numbers = new Div(
                    input(PlanInput.text(place("baseline"), this, baseline, writing), line),
                    input(PlanInput.text(place("value"), this, value, writing), line),
                    input(
                            new PlanInput(
                                    place("by"),
                                    this,
                                    by,
                                    day -> day == null ? "" : day.toString(),
                                    typed -> typed.isEmpty() ? null : LocalDate.parse(typed),
                                    writing),
                            line));
            numbers.addClassName("row");
            add(numbers);
        }

        private PlanInput wide(@Nullable Line line, String name) {
            TextField field = text(name);
            field.setWidthFull();
            return input(PlanInput.text(place(name), this, field, writing), line);
        }

        private TextField text(String name) {
            TextField field = new TextField(TargetFields.this.getTranslation("bid.plan.target." + name));
            field.setHelperText(TargetFields.this.getTranslation("bid.plan.target." + name + ".hint"));
            return field;
        }
    }

    @Override
    void merge(PlanFields stored) {
        list.merge(stored.lines(PlanSection.TARGETS));
    }

    @Override
    void name(List<Line> saved, FieldNames names) {
        names.name("targets", list.rows().getFirst().inputs().getFirst().component());
        nameLines(saved, list, names);
    }
}

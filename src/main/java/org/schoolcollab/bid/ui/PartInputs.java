package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.FieldPlace;
import org.schoolcollab.bid.PlanField;
import org.schoolcollab.shell.DayField;
import org.schoolcollab.shell.MoneyField;

/** Makes inputs for fields of a plan from their declaration. */
final class PartInputs {

    private final PlanWriting writing;
    private final Component words = new Span();

    PartInputs(PlanWriting writing) {
        this.writing = writing;
    }

    PlanWriting writing() {
        return writing;
    }

    /** An input for a field that is typed, chosen from its own list, or a day. */
    PlanInput input(FieldPlace place, @Nullable LineRow row) {
        PlanField field = declared(place);
        return switch (field.kind()) {
            case DATE -> date(place, row);
            case CHOICE -> choice(place, row, field);
            case AMOUNT -> PlanInput.text(place, row, new MoneyField(label(place)), writing);
            default -> text(place, row);
        };
    }

    /** An input for a field of several. */
    PlanInput several(FieldPlace place, @Nullable LineRow row, Choices choices) {
        MultiSelectComboBox<String> input = new MultiSelectComboBox<>(label(place));
        input.setItems(choices.items());
        input.setItemLabelGenerator(choices::words);
        input.setWidthFull();
        input.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        List<String> unseen = new ArrayList<>();
        return new PlanInput(
                place,
                row,
                input,
                chosen -> choices.stored(chosen, unseen),
                stored -> {
                    unseen.clear();
                    unseen.addAll(choices.unseen(stored));
                    return choices.chosen(stored);
                },
                writing);
    }

    /** An input for a text that is one of these, or empty; what stands there already is kept as a choice. */
    PlanInput oneOf(FieldPlace place, @Nullable LineRow row, List<String> texts) {
        List<String> items = new ArrayList<>(texts);
        Select<String> input = new Select<>();
        input.setLabel(label(place));
        input.setItems(items);
        input.setEmptySelectionAllowed(true);
        input.setWidthFull();
        return new PlanInput(
                place,
                row,
                input,
                text -> Objects.requireNonNullElse(text, ""),
                stored -> {
                    if (!stored.isEmpty() && !items.contains(stored)) {
                        input.getListDataView().addItem(stored);
                    }
                    return stored.isEmpty() ? null : stored;
                },
                writing);
    }

    private static PlanField declared(FieldPlace place) {
        return place.section().field(place.line(), place.field()).orElseThrow();
    }

    private String label(FieldPlace place) {
        return words.getTranslation(declared(place).label());
    }

    private PlanInput text(FieldPlace place, @Nullable LineRow row) {
        TextField input = new TextField(label(place));
        input.setWidthFull();
        return PlanInput.text(place, row, input, writing);
    }

    private PlanInput date(FieldPlace place, @Nullable LineRow row) {
        DatePicker input = new DayField(label(place));
        return new PlanInput(
                place,
                row,
                input,
                day -> day == null ? "" : day.toString(),
                stored -> stored.isEmpty() ? null : LocalDate.parse(stored),
                writing);
    }

    private PlanInput choice(FieldPlace place, @Nullable LineRow row, PlanField field) {
        Select<String> input = new Select<>();
        input.setLabel(label(place));
        input.setItems(field.choiceNames());
        input.setEmptySelectionAllowed(true);
        input.setItemLabelGenerator(name -> name == null ? "" : words.getTranslation(field.choiceLabel(name)));
        return new PlanInput(
                place,
                row,
                input,
                name -> Objects.requireNonNullElse(name, ""),
                stored -> stored.isEmpty() ? null : stored,
                writing);
    }
}

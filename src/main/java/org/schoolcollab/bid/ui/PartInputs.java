package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.PlanField;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanParts.Typed;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.MoneyField;

/** Inputs for fields of a plan by their declaration, and what was typed in them since they were shown. */
final class PartInputs {

    private record Input(Line line, PlanField field, Component component, java.util.function.Supplier<String> typed) {}

    private final List<Input> inputs = new ArrayList<>();
    private final ErrorSummary errors;
    private final Component words = new Span();

    PartInputs(ErrorSummary errors) {
        this.errors = errors;
    }

    /**
     * An input for a field of a line.
     *
     * @param options for fields of several: what may be chosen, by id or code
     */
    Component input(Line line, String name, String problemName, Map<String, String> options) {
        PlanField field = line.section().field(line.id(), name).orElseThrow();
        String text = line.field(name);
        Component component = switch (field.kind()) {
            case LINES, CODES -> several(line, field, text, options);
            case DATE -> date(line, field, text);
            case CHOICE -> choice(line, field, text);
            case AMOUNT -> keep(line, field, new MoneyField(label(field)), text);
            default -> keep(line, field, wide(new TextField(label(field))), text);
        };
        errors.register(problemName + "." + name, component);
        return component;
    }

    private String label(PlanField field) {
        return words.getTranslation(field.label());
    }

    private static TextField wide(TextField field) {
        field.setWidthFull();
        return field;
    }

    private TextField keep(Line line, PlanField field, TextField input, String text) {
        input.setValue(text);
        inputs.add(new Input(line, field, input, () -> input.getValue().strip()));
        return input;
    }

    private DatePicker date(Line line, PlanField field, String text) {
        DatePicker input = new DatePicker(label(field));
        input.setLocale(Locale.UK);
        input.setAutoOpen(false);
        input.setValue(text.isEmpty() ? null : LocalDate.parse(text));
        inputs.add(new Input(line, field, input, () -> shown(input, LocalDate::toString)));
        return input;
    }

    private Select<String> choice(Line line, PlanField field, String text) {
        Select<String> input = new Select<>();
        input.setLabel(label(field));
        input.setItems(field.choiceNames());
        input.setEmptySelectionAllowed(true);
        input.setItemLabelGenerator(name -> name == null ? "" : words.getTranslation(field.choiceLabel(name)));
        input.setValue(text.isEmpty() ? null : text);
        inputs.add(new Input(line, field, input, () -> shown(input, name -> name)));
        return input;
    }

    private MultiSelectComboBox<String> several(Line line, PlanField field, String text, Map<String, String> options) {
        MultiSelectComboBox<String> input = new MultiSelectComboBox<>(label(field));
        input.setItems(options.keySet());
        input.setItemLabelGenerator(key -> options.getOrDefault(key, key));
        Set<String> chosen = PlanField.several(text).stream()
                .filter(options::containsKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        input.setValue(chosen);
        input.setWidthFull();
        // In the order of the options, so that choosing the same again is no change.
        inputs.add(new Input(
                line,
                field,
                input,
                () -> options.keySet().stream()
                        .filter(input.getValue()::contains)
                        .collect(Collectors.joining(" "))));
        return input;
    }

    /** An input for a text that is one of these, or empty; what stood there before is kept as a choice. */
    Component oneOf(Line line, String name, String problemName, List<String> texts) {
        PlanField field = line.section().field(line.id(), name).orElseThrow();
        String text = line.field(name);
        List<String> items = new ArrayList<>(texts);
        if (!text.isEmpty() && !items.contains(text)) {
            items.add(text);
        }
        Select<String> input = new Select<>();
        input.setLabel(label(field));
        input.setItems(items);
        input.setEmptySelectionAllowed(true);
        input.setWidthFull();
        input.setValue(text.isEmpty() ? null : text);
        inputs.add(new Input(line, field, input, () -> shown(input, chosen -> chosen)));
        errors.register(problemName + "." + name, input);
        return input;
    }

    private static <T> String shown(HasValue<?, @Nullable T> input, Function<T, String> text) {
        T value = input.getValue();
        return value == null ? "" : text.apply(value);
    }

    /** Every field whose input differs from what it showed. */
    List<Typed> typed() {
        return inputs.stream()
                .map(input -> new Typed(
                        input.line().section(),
                        input.line().id(),
                        input.field().name(),
                        input.line().field(input.field().name()),
                        input.typed().get()))
                .filter(one -> !one.seen().equals(one.typed()))
                .toList();
    }

    /** A line of a section that is not stored yet. */
    static Line fresh(PlanSection section, String id) {
        return new Line(section, id, Map.of());
    }
}

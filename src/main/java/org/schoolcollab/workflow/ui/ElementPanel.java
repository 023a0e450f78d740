package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.Refusals;
import org.schoolcollab.workflow.editing.Choice;
import org.schoolcollab.workflow.editing.Choices;
import org.schoolcollab.workflow.editing.Definition;
import org.schoolcollab.workflow.editing.Edit;
import org.schoolcollab.workflow.editing.Step;
import org.schoolcollab.workflow.editing.StepKind;
import org.schoolcollab.workflow.editing.StepProperty;
import org.schoolcollab.workflow.editing.Way;

/** What can be said of the chosen step: its name, its properties by choice, its ways on. Each change is one edit, done at once. */
class ElementPanel extends Section {

    private static final int LONGEST_NAME = 120;

    private final transient Consumer<Edit> edits;
    private final H2 title = new H2();
    private final Div fields = new Div();
    private final Map<String, TextField> names = new HashMap<>();
    private final Map<String, Select<Choice>> choices = new HashMap<>();
    private transient List<Object> form = List.of();
    private String changed = "";

    /** @param edits does an edit, or throws its refusal */
    ElementPanel(Consumer<Edit> edits) {
        this.edits = edits;
        addClassNames("card", "stack", "element-panel");
        title.setId("element-panel-title");
        title.getElement().setAttribute("tabindex", "-1");
        getElement().setAttribute("aria-labelledby", "element-panel-title");
        fields.addClassName("form");
        add(title, fields);
    }

    /** Shows the step with this id, or the one that the way with this id comes from. The field that has the keyboard keeps it. */
    void show(Definition definition, String element) {
        Optional<Step> found = Places.stepOf(definition, element);
        title.setText(found.map(Step::label).orElseGet(() -> getTranslation("workflow.element.none")));
        List<Object> now = found.map(step -> form(definition, step)).orElseGet(List::of);
        if (now.equals(form) && found.isPresent()) {
            update(found.get());
            return;
        }
        form = now;
        fields.removeAll();
        names.clear();
        choices.clear();
        found.ifPresentOrElse(step -> build(definition, step), () -> fields.add(hint("workflow.element.choose")));
        Select<Choice> last = choices.get(changed);
        if (last != null) {
            last.focus();
        }
    }

    /** What the fields depend on, beside their values. */
    private static List<Object> form(Definition definition, Step step) {
        List<Object> form = new ArrayList<>();
        form.add(step.id());
        step.properties().keySet().forEach(property -> {
            form.add(property);
            form.add(Choices.of(definition, step.id(), property).stream()
                    .map(Choice::value)
                    .toList());
        });
        step.ways()
                .forEach(way -> form.add(List.of(
                        way.id(),
                        way.to(),
                        way.otherwise(),
                        definition.step(way.to()).label())));
        return form;
    }

    private void update(Step step) {
        set(step.id(), step.name());
        step.properties().forEach((property, value) -> set(property.name(), value));
        step.ways().forEach(way -> {
            set(way.id(), way.label());
            set(way.id() + "?", way.condition());
        });
    }

    private void set(String field, String value) {
        TextField name = names.get(field);
        if (name != null) {
            name.setValue(value);
        }
        Select<Choice> select = choices.get(field);
        if (select != null) {
            select.getListDataView()
                    .getItems()
                    .filter(choice -> choice.value().equals(value))
                    .findFirst()
                    .ifPresent(select::setValue);
        }
    }

    private void build(Definition definition, Step step) {
        Span kind = new Span(getTranslation("enum.StepKind." + step.kind().name()));
        kind.addClassName("hint");
        fields.add(kind, name(step.id(), "workflow.element.name", step.name()));
        step.properties().forEach((property, value) -> {
            if (property != StepProperty.CONDITION) {
                fields.add(choice(definition, step, property, value));
            }
        });
        if (!step.ways().isEmpty()) {
            fields.add(new H3(getTranslation(
                    step.kind() == StepKind.GATEWAY ? "workflow.element.answers" : "workflow.element.ways")));
            step.ways().forEach(way -> fields.add(way(definition, step, way)));
        }
    }

    /** The keyboard goes to the first field. */
    void focusName() {
        fields.getChildren()
                .filter(TextField.class::isInstance)
                .map(TextField.class::cast)
                .findFirst()
                .ifPresentOrElse(TextField::focus, () -> title.getElement().callJsFunction("focus"));
    }

    private TextField name(String id, String label, String value) {
        TextField name = new TextField(getTranslation(label));
        name.setValue(value);
        name.setMaxLength(LONGEST_NAME);
        name.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        names.put(id, name);
        name.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                edit("", new Edit.Rename(id, e.getValue().strip()), () -> name.setValue(e.getOldValue()));
            }
        });
        return name;
    }

    private Component choice(Definition definition, Step step, StepProperty property, String value) {
        return select(
                property.name(),
                getTranslation("enum.StepProperty." + property.name()),
                Choices.of(definition, step.id(), property),
                value,
                chosen -> new Edit.SetProperty(step.id(), property, chosen));
    }

    private Component way(Definition definition, Step step, Way way) {
        Places places = new Places(this, definition);
        Div box = new Div(new Paragraph(getTranslation("workflow.element.to", places.name(way.to()))));
        box.addClassName("way");
        if (step.kind() == StepKind.GATEWAY) {
            box.add(name(way.id(), "workflow.element.answer", way.label()));
            if (!way.otherwise()) {
                box.add(select(
                        way.id() + "?",
                        getTranslation("enum.StepProperty.CONDITION"),
                        Choices.conditions(),
                        way.condition(),
                        chosen -> new Edit.SetProperty(way.id(), StepProperty.CONDITION, chosen)));
            }
        }
        Button gone = new Button(
                getTranslation("workflow.element.disconnect"), e -> edit("", new Edit.Disconnect(way.id()), () -> {}));
        gone.setAriaLabel(getTranslation("workflow.element.disconnect.of", step.label(), places.name(way.to())));
        box.add(gone);
        return box;
    }

    private Select<Choice> select(
            String field, String label, List<Choice> offered, String value, Function<String, Edit> edit) {
        Select<Choice> select = new Select<>();
        select.setLabel(label);
        select.setItems(offered);
        choices.put(field, select);
        select.setItemLabelGenerator(choice -> ChoiceWords.of(this, choice));
        offered.stream()
                .filter(choice -> choice.value().equals(value))
                .findFirst()
                .ifPresentOrElse(select::setValue, () -> {
                    // What was drawn or imported need not be among the choices; the problems say what is wrong with it.
                    if (!value.isEmpty()) {
                        select.setHelperText(getTranslation("workflow.element.other", value));
                    }
                });
        select.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                edit(field, edit.apply(e.getValue().value()), () -> select.setValue(e.getOldValue()));
            }
        });
        return select;
    }

    private void edit(String field, Edit edit, Runnable backAgain) {
        changed = field;
        try {
            edits.accept(edit);
        } catch (BusinessRuleViolation refusal) {
            backAgain.run();
            Refusals.show(this, refusal);
        } finally {
            changed = "";
        }
    }

    private Paragraph hint(String key) {
        Paragraph hint = new Paragraph(getTranslation(key));
        hint.addClassName("hint");
        return hint;
    }
}

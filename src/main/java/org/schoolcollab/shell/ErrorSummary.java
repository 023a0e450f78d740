package org.schoolcollab.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.shared.ValidationFailed;

/**
 * All that is wrong with a form, on top of it: each line leads to its field, and the field says it again. Fields are known by the
 * names that {@link ValidationFailed.Problem} uses.
 */
public class ErrorSummary extends Div {

    /** Focuses a field, or in a group or a panel the first thing that takes the focus. */
    private static final String FOCUS = """
            const within = 'input, textarea, select, button, [tabindex="0"], vaadin-checkbox, vaadin-radio-button';
            this.scrollIntoView({ block: 'center' });
            this.focus();
            if (!this.matches(':focus-within')) {
              (this.querySelector(within) ?? this).focus();
            }""";

    private static final String ANSWER_MISSING = "error.text.required";
    private static final String OF_AN_AMOUNT = "error.money.";

    private final UnorderedList list = new UnorderedList();
    private final Map<String, Component> fields = new HashMap<>();
    private transient List<ValidationFailed.Problem> shown = List.of();
    private final Set<Component> asked = new HashSet<>();
    private transient @Nullable Elsewhere others;

    private record Elsewhere(Component link, String name) {}

    public ErrorSummary() {
        addClassName("error-summary");
        getElement().setAttribute("role", "alert");
        getElement().setAttribute("tabindex", "-1");
        setVisible(false);
        H2 heading = new H2(getTranslation("shell.errors.title"));
        add(heading, list);
    }

    /** Makes a field known; several names may lead to one field. */
    public void register(String name, Component field) {
        fields.put(name, field);
    }

    /**
     * Where problems lead whose field is on another page.
     *
     * @param link to that page
     * @param name of that page
     */
    public void registerOthers(Component link, String name) {
        others = new Elsewhere(link, name);
    }

    public void forget(String name) {
        fields.remove(name);
    }

    public void clear() {
        shown = List.of();
        list.removeAll();
        setVisible(false);
        fields.values().forEach(field -> {
            if (field instanceof HasValidation validated) {
                validated.setInvalid(false);
            }
        });
    }

    /** Shows the problems and moves the focus to the summary. */
    public void show(List<ValidationFailed.Problem> problems) {
        fill(problems);
        getElement().executeJs("this.scrollIntoView({ block: 'center' }); this.focus();");
    }

    /** Takes out of what is shown all that is not among these any more; the focus stays where it is. */
    public void keepOnly(List<ValidationFailed.Problem> left) {
        List<ValidationFailed.Problem> still =
                shown.stream().filter(left::contains).toList();
        if (still.size() == shown.size()) {
            return;
        }
        if (still.isEmpty()) {
            clear();
        } else {
            fill(still);
        }
    }

    /**
     * Says these at their fields alone and takes back those that it said before; what stands on top stays there, and the focus where it is.
     */
    public void askAtFields(List<ValidationFailed.Problem> problems) {
        Map<Component, String> texts = new LinkedHashMap<>();
        for (ValidationFailed.Problem problem : problems) {
            Component field = fields.get(problem.field());
            if (field != null) {
                texts.putIfAbsent(field, getTranslation(problem.messageKey(), problem.argumentArray()));
            }
        }
        List<Component> onTop = shown.stream()
                .flatMap(problem -> Stream.ofNullable(fields.get(problem.field())))
                .toList();
        asked.stream()
                .filter(field -> !texts.containsKey(field) && !onTop.contains(field))
                .forEach(field -> {
                    if (field instanceof HasValidation validated) {
                        validated.setInvalid(false);
                    }
                });
        texts.forEach(ErrorSummary::say);
        asked.clear();
        asked.addAll(texts.keySet());
    }

    private static void say(@Nullable Component field, String text) {
        if (field instanceof HasValidation validated) {
            validated.setErrorMessage(text);
            validated.setInvalid(true);
        }
    }

    private void fill(List<ValidationFailed.Problem> problems) {
        clear();
        shown = List.copyOf(problems);
        for (ValidationFailed.Problem problem : problems) {
            String text = getTranslation(problem.messageKey(), problem.argumentArray());
            Component field = fields.get(problem.field());
            Elsewhere page = others;
            if (field == null && page != null && !problem.field().isEmpty()) {
                list.add(line(getTranslation("shell.errors.elsewhere", text, page.name()), page.link()));
                continue;
            }
            say(field, text);
            list.add(line(needsName(problem, text, problems) ? named(text, field) : text, field));
        }
        setVisible(true);
    }

    /** Whether the sentence alone does not say where: it stands there twice, or asks for "an answer" or "an amount". */
    private boolean needsName(ValidationFailed.Problem one, String text, List<ValidationFailed.Problem> problems) {
        return one.messageKey().equals(ANSWER_MISSING)
                || one.messageKey().startsWith(OF_AN_AMOUNT)
                || problems.stream()
                                .filter(problem ->
                                        text.equals(getTranslation(problem.messageKey(), problem.argumentArray())))
                                .count()
                        > 1;
    }

    private String named(String text, @Nullable Component field) {
        return field instanceof HasLabel labelled && labelled.getLabel() != null
                ? getTranslation("shell.errors.of", labelled.getLabel(), text)
                : text;
    }

    private static ListItem line(String text, @Nullable Component field) {
        if (field == null) {
            return new ListItem(text);
        }
        NativeButton link = new NativeButton(text, e -> field.getElement().executeJs(FOCUS));
        link.addClassName("link");
        return new ListItem(link);
    }
}

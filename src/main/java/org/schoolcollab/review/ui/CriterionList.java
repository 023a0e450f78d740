package org.schoolcollab.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.review.Criterion;
import org.schoolcollab.shell.ErrorSummary;

/** Criteria to write, one a line, in their order. */
class CriterionList extends Div {

    private record Line(String code, String standard, TextField words) {}

    private final String name;
    private final ErrorSummary errors;
    private final Div fields = new Div();
    private final List<Line> lines = new ArrayList<>();

    /** @param name of the list among the fields of the form: {@code checks} or {@code scores} */
    CriterionList(String name, List<Criterion> criteria, Function<Criterion, String> words, ErrorSummary errors) {
        this.name = name;
        this.errors = errors;
        addClassName("stack");
        fields.addClassName("stack");
        criteria.forEach(criterion -> {
            String shown = words.apply(criterion);
            add(criterion.code(), criterion.words() == null ? shown : "", shown);
        });
        Button more = new Button(getTranslation("review.rubric." + name + ".add"), event -> {
            add("", "", "");
            lines.getLast().words().focus();
        });
        errors.register(name, more);
        H2 heading = new H2(getTranslation("review.rubric." + name));
        add(heading, fields, more);
    }

    private void add(String code, String standard, String shown) {
        TextField words = new TextField();
        words.setMaxLength(Criterion.WORDS_LIMIT);
        words.setValue(shown);
        Line line = new Line(code, standard, words);
        Button remove = new Button(getTranslation("review.rubric.remove"), event -> remove(line));
        Div row = new Div(words, remove);
        row.addClassName("criterion-row");
        fields.add(row);
        lines.add(line);
        number();
    }

    private void remove(Line line) {
        lines.remove(line);
        line.words().getParent().ifPresent(row -> row.removeFromParent());
        number();
    }

    /** Names each field by its place, for people and for the summary of gaps. */
    private void number() {
        for (int i = 0; i < lines.size(); i++) {
            TextField words = lines.get(i).words();
            words.setLabel(getTranslation("review.rubric." + name + ".label", i + 1));
            errors.register(name + "[" + i + "]", words);
            int number = i + 1;
            words.getParent()
                    .flatMap(row ->
                            row.getChildren().filter(Button.class::isInstance).findFirst())
                    .ifPresent(button -> ((Button) button)
                            .setAriaLabel(getTranslation("review.rubric." + name + ".remove", number)));
        }
    }

    /** As they are written now; one of the standard that reads as it did keeps following the standard. */
    List<Criterion> read() {
        return lines.stream()
                .map(line -> {
                    String typed = line.words().getValue();
                    @Nullable
                    String words = !line.standard().isEmpty() && line.standard().equals(typed) ? null : typed;
                    return new Criterion(line.code(), words);
                })
                .toList();
    }
}

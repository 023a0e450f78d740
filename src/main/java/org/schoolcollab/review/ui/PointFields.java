package org.schoolcollab.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.PlanPlace;
import org.schoolcollab.bid.PlanPlaceNames.Named;
import org.schoolcollab.review.PlanPoint;
import org.schoolcollab.shell.ErrorSummary;

/** The adviser's points, each at a place of the plan; one empty one is always there. */
class PointFields extends Div {

    private record Line(ComboBox<Named> place, TextArea words, Checkbox remark, Div box) {}

    private final List<Named> places;
    private final ErrorSummary errors;
    private final Div list = new Div();
    private final List<Line> lines = new ArrayList<>();
    private transient Runnable changed = () -> {};

    PointFields(List<Named> places, List<PlanPoint> points, ErrorSummary errors) {
        this.places = places;
        this.errors = errors;
        addClassName("stack");
        list.addClassName("stack");
        Button more = new Button(getTranslation("review.form.points.add"), event -> {
            add((PlanPoint) null);
            lines.getLast().words().focus();
        });
        errors.register("points", more);
        add(list, more);
        points.forEach(this::add);
        if (lines.isEmpty()) {
            add((PlanPoint) null);
        }
    }

    private void add(@Nullable PlanPoint point) {
        ComboBox<Named> place = new ComboBox<>(getTranslation("review.form.points.about"));
        place.setItems(places);
        place.setItemLabelGenerator(Named::name);
        place.setValue(named(point == null ? PlanPlace.wholePlan() : point.place()));
        TextArea words = new TextArea(getTranslation("review.form.returnReasons"));
        words.setMinRows(2);
        words.setValue(point == null ? "" : point.words());
        Checkbox remark = new Checkbox(getTranslation("review.form.points.remark"));
        remark.setValue(point != null && !point.toAnswer());
        Button remove = new Button(getTranslation("review.rubric.remove"));
        Div box = new Div(place, words, remark, remove);
        box.addClassName("review-check");
        Line line = new Line(place, words, remark, box);
        place.addValueChangeListener(event -> changed.run());
        remark.addValueChangeListener(event -> changed.run());
        ReviewForm.listen(words, () -> changed.run());
        remove.addClickListener(event -> {
            lines.remove(line);
            list.remove(box);
            if (lines.isEmpty()) {
                add((PlanPoint) null);
            }
            number();
            changed.run();
        });
        lines.add(line);
        list.add(box);
        number();
    }

    private Named named(PlanPlace place) {
        return places.stream()
                .filter(one -> one.place().equals(place))
                .findFirst()
                .orElseGet(places::getFirst);
    }

    private void number() {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            int number = i + 1;
            line.words().setAriaLabel(getTranslation("review.form.points.words.of", number));
            line.box()
                    .getChildren()
                    .filter(Button.class::isInstance)
                    .forEach(button ->
                            ((Button) button).setAriaLabel(getTranslation("review.form.points.remove", number)));
            errors.register("points[" + i + "].words", line.words());
            errors.register("points[" + i + "].place", line.place());
        }
    }

    void onChange(Runnable run) {
        changed = run;
    }

    /** Those in which something is typed. */
    List<PlanPoint> read() {
        return lines.stream()
                .filter(line -> !line.words().getValue().isBlank())
                .map(line -> {
                    Named place = line.place().getValue() == null
                            ? places.getFirst()
                            : line.place().getValue();
                    return new PlanPoint(
                            UUID.randomUUID(),
                            place.place(),
                            place.name(),
                            line.words().getValue(),
                            !line.remark().getValue(),
                            null);
                })
                .toList();
    }
}

package org.schoolcollab.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Optional;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.PlaceLinks;
import org.schoolcollab.bid.PlanPart;
import org.schoolcollab.review.PlanPoint;
import org.schoolcollab.review.PointAnswers;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Refusals;
import org.schoolcollab.shell.StatusBadge;
import org.schoolcollab.shell.StatusBadge.Tone;

/** The points of a return above the form of the plan: the lead answers them one by one. */
@org.springframework.stereotype.Component
class PointsOnPlan implements PlanPart {

    private final PointAnswers answers;

    PointsOnPlan(PointAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Optional<Component> above(BidSummary bid, PlaceLinks links) {
        List<PlanPoint> points = answers.open(bid.id());
        if (points.isEmpty()) {
            return Optional.empty();
        }
        Section panel = new Section();
        panel.addClassNames("card", "stack", "plan-points");
        panel.getElement().setAttribute("aria-label", panel.getTranslation("review.points.title"));
        OrderedList list = new OrderedList();
        points.forEach(point -> list.add(new ListItem(point(bid.id(), point, links))));
        panel.add(
                new H2(panel.getTranslation("review.points.title")),
                new Paragraph(panel.getTranslation("review.points.hint")),
                list);
        return Optional.of(panel);
    }

    private Div point(BidId bid, PlanPoint point, PlaceLinks links) {
        Div box = new Div();
        box.addClassNames("stack", "plan-point");
        if (!point.placeName().isEmpty()) {
            Paragraph about = new Paragraph(
                    new Span(box.getTranslation("review.points.about") + " "),
                    links.to(point.place(), point.placeName()));
            about.addClassName("hint");
            box.add(about);
        }
        Paragraph words = new Paragraph(point.words());
        words.addClassName("own-words");
        box.add(words);
        if (point.toAnswer()) {
            box.add(answer(bid, point));
        } else {
            box.add(new StatusBadge(box.getTranslation("review.points.remark"), Tone.NEUTRAL));
        }
        return box;
    }

    private Div answer(BidId bid, PlanPoint point) {
        Div form = new Div();
        form.addClassName("stack");
        RadioButtonGroup<Boolean> done = new RadioButtonGroup<>(form.getTranslation("review.points.done"));
        done.setItems(true, false);
        done.setItemLabelGenerator(
                yes -> form.getTranslation(yes ? "review.points.done.yes" : "review.points.done.no"));
        TextArea words = new TextArea(form.getTranslation("review.points.answer"));
        words.setAriaLabel(form.getTranslation("review.points.answer.of", point.words()));
        words.setMinRows(2);
        Div state = new Div();
        state.getElement().setAttribute("role", "status");
        PlanPoint.Answer given = point.answer();
        if (given != null) {
            done.setValue(given.done());
            words.setValue(given.words());
        }
        show(state, given);
        Button save =
                new Button(form.getTranslation("review.points.save"), event -> save(bid, point, done, words, state));
        save.setAriaLabel(form.getTranslation("review.points.save.of", point.words()));
        form.add(done, words, new Div(save), state);
        return form;
    }

    private void save(BidId bid, PlanPoint point, RadioButtonGroup<Boolean> done, TextArea words, Div state) {
        words.setInvalid(false);
        done.setInvalid(done.getValue() == null);
        done.setErrorMessage(done.getTranslation("error.review.answerDone"));
        if (done.isInvalid()) {
            return;
        }
        try {
            answers.answer(bid, point.id(), done.getValue(), words.getValue());
            answers.open(bid).stream()
                    .filter(one -> one.id().equals(point.id()))
                    .findFirst()
                    .ifPresent(stored -> show(state, stored.answer()));
            Refusals.done(state.getTranslation("review.points.saved"));
        } catch (ValidationFailed gap) {
            ValidationFailed.Problem problem = gap.problems().getFirst();
            words.setErrorMessage(words.getTranslation(problem.messageKey(), problem.argumentArray()));
            words.setInvalid(true);
        } catch (BusinessRuleViolation refused) {
            Refusals.show(state, refused);
        }
    }

    private static void show(Div state, PlanPoint.@org.jspecify.annotations.Nullable Answer answer) {
        state.removeAll();
        if (answer == null) {
            state.add(new StatusBadge(state.getTranslation("review.points.open"), Tone.WARN));
            return;
        }
        state.add(
                new StatusBadge(
                        state.getTranslation(
                                answer.done() ? "review.points.answered.yes" : "review.points.answered.no"),
                        answer.done() ? Tone.GOOD : Tone.NEUTRAL),
                new Paragraph(
                        state.getTranslation("review.points.answeredBy", answer.by(), Dates.moment(answer.at()))));
    }
}

package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Refusals;
import org.schoolcollab.workflow.StepNotOpen;
import org.schoolcollab.workflow.StepSignOff;

/** A step that was added to the process: somebody of its group agrees, or sends the bid back with a reason. */
@Route("bids/:bidId/sign-off")
@RolesAllowed(Roles.PERSON)
public class SignOffView extends BidPage {

    private enum Answer {
        AGREE,
        SEND_BACK
    }

    private final transient BidQueries bids;
    private final transient StepSignOff signOff;
    private final ErrorSummary errors = new ErrorSummary();
    private final RadioButtonGroup<Answer> answer = new RadioButtonGroup<>();
    private final TextArea words = new TextArea();

    SignOffView(BidQueries bids, StepSignOff signOff) {
        this.bids = bids;
        this.signOff = signOff;
    }

    @Override
    protected void open(BidId id, BeforeEnterEvent event) {
        BidSummary bid = bids.summary(id);
        StepSignOff.Waiting step;
        try {
            step = signOff.waiting(id);
        } catch (StepNotOpen refused) {
            title(getTranslation("workflow.signOff.title", bid.collaborationName()));
            Paragraph over = new Paragraph(Refusals.sentence(this, refused));
            over.addClassName("notice");
            add(over);
            return;
        }
        title(getTranslation("workflow.signOff.of", step.name(), bid.collaborationName()));
        subtitle(getTranslation("workflow.signOff.where", bid.roundName(), bid.areaName(), bid.districtName()));
        answer.setLabel(getTranslation("workflow.signOff.answer"));
        answer.setItems(step.mayBeSentBack() ? List.of(Answer.values()) : List.of(Answer.AGREE));
        answer.setItemLabelGenerator(value -> getTranslation("workflow.signOff." + value.name()));
        errors.register("answer", answer);
        errors.register("words", words);
        if (!step.mayBeSentBack()) {
            answer.setValue(Answer.AGREE);
        }
        String asked = step.mayBeSentBack() ? "workflow.signOff.words" : "workflow.signOff.comment";
        words.setLabel(getTranslation(asked));
        words.setHelperText(getTranslation(asked + ".hint"));
        words.setMaxLength(StepSignOff.COMMENT_LIMIT);
        words.setWidthFull();
        Button check = new Button(getTranslation("workflow.signOff.check"), e -> check(bid, step));
        check.addThemeVariants(ButtonVariant.PRIMARY);
        Section form = new Section(answer, words, check);
        form.addClassNames("card", "stack");
        form.getElement().setAttribute("aria-label", getTranslation("workflow.signOff.answer"));
        Div facts = new Div(
                facts(bid, step), new Anchor(BidPage.address(bid.id()), getTranslation("workflow.signOff.case")));
        facts.addClassNames("card", "stack");
        add(errors, facts, form);
    }

    private Facts facts(BidSummary bid, StepSignOff.Waiting step) {
        Facts facts = new Facts()
                .fact(
                        getTranslation("workflow.signOff.status"),
                        getTranslation("enum.BidStatus." + bid.status().name()))
                .fact(getTranslation("inbox.detail.requested"), bid.requested().format());
        if (bid.recommended() != null) {
            facts.fact(
                    getTranslation("inbox.detail.recommended"),
                    bid.recommended().format());
        }
        if (bid.agreed() != null) {
            facts.fact(getTranslation("inbox.detail.agreed"), bid.agreed().format());
        }
        if (step.due() != null) {
            facts.fact(getTranslation("inbox.detail.due"), Dates.day(step.due()));
        }
        return facts;
    }

    private void check(BidSummary bid, StepSignOff.Waiting step) {
        errors.clear();
        if (answer.getValue() == null) {
            gap("answer", "workflow.signOff.choose");
            return;
        }
        if (answer.getValue() == Answer.SEND_BACK && words.getValue().isBlank()) {
            gap("words", "workflow.signOff.reason");
            return;
        }
        boolean agrees = answer.getValue() == Answer.AGREE;
        Facts answers = new Facts()
                .fact(
                        step.name(),
                        getTranslation("workflow.signOff." + answer.getValue().name()));
        if (!words.getValue().isBlank()) {
            answers.fact(getTranslation("workflow.signOff.words"), words.getValue());
        }
        String next = agrees ? "workflow.signOff.next.AGREE" : "workflow.signOff.next.SEND_BACK";
        String verb = agrees ? "workflow.signOff.AGREE" : "workflow.signOff.SEND_BACK";
        new CheckDialog(
                        getTranslation("workflow.signOff.check"),
                        answers,
                        getTranslation(next),
                        getTranslation(verb),
                        () -> {
                            if (agrees) {
                                signOff.agree(bid.id(), step.key(), words.getValue());
                            } else {
                                signOff.sendBack(bid.id(), step.key(), words.getValue());
                            }
                            Refusals.done(getTranslation("workflow.signOff.done", step.name()));
                            goToCase(bid.id());
                        })
                .open();
    }

    private void gap(String field, String key) {
        errors.show(List.of(ValidationFailed.Problem.of(field, key)));
    }
}

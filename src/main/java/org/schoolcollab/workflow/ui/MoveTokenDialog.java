package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.Refusals;
import org.schoolcollab.workflow.running.BidTokens;
import org.schoolcollab.workflow.running.BidTokens.Place;
import org.schoolcollab.workflow.running.BidTokens.Target;

/** Puts a bid to another step by hand: the few steps that are permitted, or why there is none; and the reason. */
class MoveTokenDialog extends Dialog {

    private record Choice(Place place, Target target) {}

    private final RadioButtonGroup<Choice> choice = new RadioButtonGroup<>();
    private final TextArea reason = new TextArea(getTranslation("workflow.comment"));
    private final Paragraph refusal = new Paragraph();

    MoveTokenDialog(BidTokens tokens, BidId bid, String name, Runnable moved) {
        setHeaderTitle(getTranslation("workflow.running.move.title", name));
        addClassName("check-dialog");
        setCloseOnOutsideClick(false);
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        add(refusal);
        List<Choice> choices = new ArrayList<>();
        for (Place place : tokens.places(bid)) {
            place.targets().forEach(target -> choices.add(new Choice(place, target)));
            if (place.stays() != null) {
                add(new Paragraph(getTranslation(place.stays(), place.name())));
            } else if (place.targets().isEmpty()) {
                add(new Paragraph(getTranslation("workflow.running.move.none", place.name())));
            }
        }
        getFooter().add(new Button(getTranslation("shell.back"), e -> close()));
        if (choices.isEmpty()) {
            return;
        }
        choice.setLabel(getTranslation("workflow.running.move.to"));
        choice.setItems(choices);
        choice.setItemLabelGenerator(one -> getTranslation(
                "workflow.running.move.fromTo", one.place().name(), one.target().name()));
        reason.setMaxLength(BidTokens.REASON_LIMIT);
        reason.setWidthFull();
        Paragraph next = new Paragraph(getTranslation("workflow.running.move.next"));
        next.addClassName("what-next");
        add(choice, reason, next);
        Button go = new Button(getTranslation("workflow.running.move.verb"), e -> go(tokens, bid, moved));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(go);
    }

    private void go(BidTokens tokens, BidId bid, Runnable moved) {
        Choice chosen = choice.getValue();
        choice.setInvalid(chosen == null);
        if (chosen == null) {
            choice.setErrorMessage(getTranslation("workflow.running.move.choose"));
            refuse(getTranslation("workflow.running.move.choose"));
            return;
        }
        try {
            tokens.move(
                    bid,
                    chosen.place().instance(),
                    chosen.place().step(),
                    chosen.target().step(),
                    reason.getValue());
            close();
            Refusals.done(
                    getTranslation("workflow.running.done.move", chosen.target().name()));
            moved.run();
        } catch (BusinessRuleViolation refused) {
            refuse(Refusals.sentence(this, refused));
        }
    }

    private void refuse(String sentence) {
        refusal.setText(sentence);
        refusal.setVisible(true);
    }
}

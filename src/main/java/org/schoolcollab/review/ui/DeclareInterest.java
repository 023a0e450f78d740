package org.schoolcollab.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.review.AdviserInterest;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.Refusals;

/** An adviser who should not judge this bid says so and why, and the review goes to another. */
class DeclareInterest extends Button {

    DeclareInterest(BidSummary bid, AdviserInterest interest) {
        setText(getTranslation("review.interest.open"));
        addClickListener(event -> dialog(bid, interest).open());
    }

    private CheckDialog dialog(BidSummary bid, AdviserInterest interest) {
        TextArea words = new TextArea(getTranslation("review.interest.words"));
        words.setHelperText(getTranslation("review.interest.words.hint"));
        words.setWidthFull();
        Div answers = new Div(new Paragraph(getTranslation("review.interest.what", bid.collaborationName())), words);
        answers.addClassName("form");
        return new CheckDialog(
                getTranslation("review.interest.title"),
                answers,
                getTranslation("review.interest.next", bid.districtName()),
                getTranslation("review.interest.verb"),
                () -> {
                    try {
                        interest.declare(bid.id(), words.getValue());
                    } catch (ValidationFailed gap) {
                        words.setErrorMessage(Refusals.sentence(words, gap));
                        words.setInvalid(true);
                        throw gap;
                    }
                    Refusals.done(getTranslation("review.interest.done"));
                    BidPage.goToCase(bid.id());
                });
    }
}

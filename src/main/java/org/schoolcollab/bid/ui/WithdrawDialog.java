package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.BidWithdrawal;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.Refusals;

/** Asks for the reason before a bid is withdrawn for good. */
final class WithdrawDialog {

    private WithdrawDialog() {}

    /** @param done runs once the bid is withdrawn */
    static void open(BidSummary bid, BidWithdrawal withdrawal, Runnable done) {
        Div answers = new Div();
        answers.addClassName("form");
        TextArea reason = new TextArea(answers.getTranslation("bid.withdraw.reason"));
        reason.setHelperText(answers.getTranslation("bid.withdraw.reason.hint"));
        reason.setWidthFull();
        answers.add(
                new Paragraph(answers.getTranslation("bid.withdraw.what", bid.collaborationName(), bid.roundName())),
                reason);
        new CheckDialog(
                        answers.getTranslation("bid.withdraw.title"),
                        answers,
                        answers.getTranslation(
                                bid.status() == BidStatus.AWARDED ? "bid.withdraw.next.awarded" : "bid.withdraw.next"),
                        answers.getTranslation("bid.withdraw.verb"),
                        () -> {
                            try {
                                withdrawal.withdraw(bid.id(), reason.getValue());
                            } catch (ValidationFailed gap) {
                                reason.setErrorMessage(Refusals.sentence(reason, gap));
                                reason.setInvalid(true);
                                throw gap;
                            }
                            Refusals.done(answers.getTranslation("bid.withdraw.done"));
                            done.run();
                        })
                .open();
    }
}

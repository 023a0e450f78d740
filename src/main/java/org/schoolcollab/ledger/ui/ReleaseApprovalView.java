package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.ledger.AwardView;
import org.schoolcollab.ledger.AwardView.InstalmentView;
import org.schoolcollab.ledger.BudgetRelease;
import org.schoolcollab.ledger.InstalmentStatus;
import org.schoolcollab.ledger.MoneyQueries;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.ErrorSummary;

/** Another person in finance approves the release, or sends the request back. */
@Route("bids/:bidId/release-approval")
@RolesAllowed(Roles.FINANCE_APPROVER)
public class ReleaseApprovalView extends ReleasePage {

    private final transient BudgetRelease release;
    private final TextArea reason = new TextArea(getTranslation("ledger.approval.reason"));

    ReleaseApprovalView(BidQueries bids, MoneyQueries money, BudgetRelease release) {
        super(bids, money);
        this.release = release;
        reason.setWidthFull();
        reason.setMaxWidth("40rem");
        reason.setHelperText(getTranslation("ledger.approval.reason.hint"));
        reason.addClassName("wide");
    }

    @Override
    void step(Div content, BidSummary bid, AwardView award, InstalmentView next) {
        if (next.status() != InstalmentStatus.REQUESTED) {
            content.add(new Paragraph(getTranslation("error.ledger.instalment.READY")));
            return;
        }
        ErrorSummary errors = new ErrorSummary();
        boolean held = next.holdReason() != null;
        content.add(
                held ? held() : approval(bid, award, next),
                new H2(getTranslation(held ? "ledger.approval.sendBackOnly" : "ledger.approval.sendBackTitle")),
                errors);
        errors.register("reason", reason);
        String verb = getTranslation("ledger.approval.sendBack");
        Button sendBack = new Button(verb, event -> {
            errors.clear();
            try {
                Texts.reason(BudgetRelease.REASON, reason.getValue());
            } catch (ValidationFailed failed) {
                errors.show(failed.problems());
                return;
            }
            new CheckDialog(
                            getTranslation("ledger.approval.checkBack"),
                            answers(bid, award, next).fact(getTranslation("ledger.approval.reason"), reason.getValue()),
                            getTranslation("ledger.approval.nextBack"),
                            verb,
                            () -> {
                                release.reject(bid.id(), next.number(), reason.getValue());
                                finish(bid.id(), getTranslation("ledger.approval.doneBack"));
                            })
                    .open();
        });
        content.add(reason, new Div(sendBack));
    }

    /** Why it is held stands among the facts. */
    private Div held() {
        Paragraph notice = new Paragraph(getTranslation("ledger.approval.held"));
        notice.addClassName("notice");
        return new Div(notice);
    }

    private Div approval(BidSummary bid, AwardView award, InstalmentView next) {
        String verb = getTranslation("ledger.approval.approve", next.open().format());
        Button approve = new Button(
                verb,
                event -> new CheckDialog(
                                getTranslation("ledger.approval.check"),
                                answers(bid, award, next),
                                getTranslation("ledger.approval.next"),
                                verb,
                                () -> {
                                    release.approve(bid.id(), next.number());
                                    finish(
                                            bid.id(),
                                            getTranslation(
                                                    "ledger.approval.done",
                                                    next.open().format()));
                                })
                        .open());
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return new Div(approve);
    }

    @Override
    String key(String element) {
        return "ledger.approval." + element;
    }
}

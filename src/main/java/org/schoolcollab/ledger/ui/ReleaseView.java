package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
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
import org.schoolcollab.shell.CheckDialog;

/** A finance officer requests the release of the next instalment. */
@Route("bids/:bidId/release")
@RolesAllowed(Roles.FINANCE_OFFICER)
public class ReleaseView extends ReleasePage {

    private final transient BudgetRelease release;

    ReleaseView(BidQueries bids, MoneyQueries money, BudgetRelease release) {
        super(bids, money);
        this.release = release;
    }

    @Override
    void step(Div content, BidSummary bid, AwardView award, InstalmentView next) {
        if (next.status() == InstalmentStatus.WAITING) {
            content.add(new Paragraph(
                    getTranslation("error.ledger.waits." + next.condition().name())));
            return;
        }
        if (next.status() == InstalmentStatus.REQUESTED) {
            content.add(new Paragraph(getTranslation("error.ledger.instalment.REQUESTED")));
            return;
        }
        if (next.holdReason() != null) {
            // What holds it up stands among the facts; whoever ends the hold does so on the page of what is due.
            content.add(
                    new Paragraph(getTranslation("ledger.release.held")),
                    new Anchor("money/due", getTranslation("ledger.release.toDue")));
            return;
        }
        String verb = getTranslation("ledger.release.request", next.open().format());
        Button request = new Button(
                verb,
                event -> new CheckDialog(
                                getTranslation("ledger.release.check"),
                                answers(bid, award, next),
                                getTranslation("ledger.release.next"),
                                verb,
                                () -> {
                                    release.request(bid.id(), next.number());
                                    finish(
                                            bid.id(),
                                            getTranslation(
                                                    "ledger.release.done",
                                                    next.open().format()));
                                })
                        .open());
        request.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        content.add(request);
    }

    @Override
    String key(String element) {
        return "ledger.release." + element;
    }
}

package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.ledger.MatchView;
import org.schoolcollab.ledger.MatchedFunding;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.LoadsAnew;
import org.schoolcollab.shell.Refusals;

/** A finance officer notes what proof of matched funding the schools of an award have shown (§44). */
@Route("bids/:bidId/matched-funding")
@RolesAllowed(Roles.FINANCE_OFFICER)
public class MatchedFundingView extends BidPage implements LoadsAnew {

    private final transient BidQueries bids;
    private final transient MatchedFunding matched;
    private final Div content = new Div();

    MatchedFundingView(BidQueries bids, MatchedFunding matched) {
        this.bids = bids;
        this.matched = matched;
        content.addClassName("stack");
        add(content);
    }

    /** The address of this page for one bid. */
    static String of(BidId bid) {
        return "bids/" + bid + "/matched-funding";
    }

    @Override
    protected void open(BidId id, BeforeEnterEvent event) {
        BidSummary bid = bids.summary(id);
        title(getTranslation("ledger.match.title"));
        subtitle(getTranslation("ledger.release.about", bid.collaborationName(), bid.roundName(), bid.areaName()));
        show(id);
    }

    private void show(BidId id) {
        content.removeAll();
        List<MatchView> schools = matched.of(id);
        if (schools.isEmpty()) {
            content.add(new Paragraph(getTranslation("ledger.match.none")));
        } else {
            content.add(table(id, schools));
        }
        content.add(new Anchor(BidPage.address(id, "money"), getTranslation("ledger.release.toCase")));
    }

    private DataTable table(BidId id, List<MatchView> schools) {
        DataTable table = new DataTable(
                getTranslation("ledger.match.title"),
                Column.text(getTranslation("ledger.school")),
                Column.number(getTranslation("ledger.match.pledged")),
                Column.number(getTranslation("ledger.match.proved")),
                Column.text(getTranslation("ledger.reconcile.mend")));
        table.stacked();
        Money pledged = Money.ZERO;
        Money proved = Money.ZERO;
        for (MatchView school : schools) {
            pledged = pledged.plus(school.pledged());
            proved = proved.plus(school.evidenced());
            table.row(
                    new Span(school.name()),
                    AwardOnScreen.amount(school.pledged()),
                    AwardOnScreen.amount(school.evidenced()),
                    school.isProved() ? new Span(getTranslation("ledger.match.all")) : note(id, school));
        }
        table.sums(getTranslation("ledger.award.total"), pledged.format(), proved.format(), "");
        return table;
    }

    private Button note(BidId id, MatchView school) {
        Button button = new Button(getTranslation("ledger.match.note"), event -> {
            UUID key = UUID.randomUUID();
            AmountDialog.ask(getTranslation("ledger.match.ask", school.name()), getTranslation("ledger.match.seen"))
                    .asking("error.ledger.match.seen")
                    .atFirst(school.pledged().minus(school.evidenced()))
                    .open(getTranslation("ledger.match.next"), getTranslation("ledger.match.verb"), (amount, seen) -> {
                        matched.evidence(id, school.school(), amount, seen, key);
                        Refusals.done(getTranslation("ledger.match.done"));
                        show(id);
                    });
        });
        button.setAriaLabel(getTranslation("ledger.match.note.of", school.name()));
        return button;
    }
}

package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.schoolcollab.bid.BidAddress;
import org.schoolcollab.ledger.MoneyOverview;
import org.schoolcollab.ledger.MoneyOverview.AwardRow;
import org.schoolcollab.ledger.MoneyOverview.EnvelopeView;
import org.schoolcollab.ledger.MoneyQueries;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;

/** The money of a round: envelopes by area and every award. The round is in the address. */
@Route("money")
@Menu(order = 50, title = "ledger.money.title")
@RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
public class MoneyView extends MoneyPage implements BeforeEnterObserver {

    private static final String ROUND = "round";

    private final transient MoneyQueries money;
    private final transient WaitsOnScreen waits;
    private final Select<Round> rounds = new Select<>();

    MoneyView(MoneyQueries money, WaitsOnScreen waits) {
        super(Section.OVERVIEW);
        this.money = money;
        this.waits = waits;
        title(getTranslation("ledger.money.title"));
        rounds.setLabel(getTranslation("ledger.money.round"));
        rounds.setItemLabelGenerator(Round::name);
        rounds.setItems(money.rounds());
        rounds.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                getUI().ifPresent(ui -> ui.navigate(
                        MoneyView.class,
                        QueryParameters.of(ROUND, change.getValue().id().toString())));
            }
        });
        addComponentAtIndex(2, rounds);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<String> asked = event.getLocation().getQueryParameters().getSingleParameter(ROUND);
        try {
            show(money.overview(asked.map(RoundId::of).orElse(null)));
        } catch (IllegalArgumentException | NotFound nothing) {
            throw new NotFoundException("no round " + asked.orElse(""));
        }
    }

    private void show(MoneyOverview overview) {
        rounds.setValue(overview.round());
        subtitle(getTranslation("ledger.money.subtitle", overview.round().name()));
        content.removeAll();
        content.add(waits.list());
        content.add(new H2(getTranslation("ledger.money.envelopes")));
        if (overview.envelopes().isEmpty()) {
            content.add(new Paragraph(getTranslation("ledger.money.noEnvelopes")));
        } else {
            content.add(envelopes(overview));
        }
        content.add(new H2(getTranslation("ledger.money.awards")));
        if (overview.awards().isEmpty()) {
            content.add(new Paragraph(getTranslation("ledger.money.noAwards")));
        } else {
            content.add(awards(overview));
        }
    }

    private DataTable envelopes(MoneyOverview overview) {
        DataTable table = new DataTable(
                        getTranslation("ledger.money.envelopes"),
                        Column.text(getTranslation("ledger.money.area")),
                        Column.number(getTranslation("ledger.money.given")),
                        Column.number(getTranslation("ledger.money.available")),
                        Column.number(getTranslation("ledger.envelopes.held")),
                        Column.number(getTranslation("ledger.money.committed")),
                        Column.number(getTranslation("ledger.money.released")),
                        Column.number(getTranslation("ledger.envelopes.spent")),
                        Column.number(getTranslation("ledger.envelopes.lapsed")))
                .stacked();
        overview.envelopes().forEach(envelope -> table.row(cells(envelope.area(), envelope)));
        table.sums(cells(getTranslation("ledger.award.total"), overview.total()));
        return table;
    }

    private static String[] cells(String name, EnvelopeView envelope) {
        return new String[] {
            name,
            envelope.given().format(),
            envelope.available().format(),
            envelope.held().format(),
            envelope.committed().format(),
            envelope.released().format(),
            envelope.spent().format(),
            envelope.lapsed().format()
        };
    }

    private DataTable awards(MoneyOverview overview) {
        DataTable table = new DataTable(
                        getTranslation("ledger.money.awards"),
                        Column.text(getTranslation("ledger.release.collaboration")),
                        Column.text(getTranslation("ledger.money.area")),
                        Column.number(getTranslation("ledger.release.agreed")),
                        Column.number(getTranslation("ledger.money.waiting")),
                        Column.number(getTranslation("ledger.money.ready")),
                        Column.number(getTranslation("ledger.money.requested")),
                        Column.number(getTranslation("ledger.money.released")))
                .stacked();
        for (AwardRow award : overview.awards()) {
            table.row(
                    new Anchor(BidAddress.of(award.bid()), award.collaboration()),
                    new Span(award.area()),
                    AwardOnScreen.amount(award.agreed()),
                    AwardOnScreen.amount(award.waiting()),
                    AwardOnScreen.amount(award.ready()),
                    AwardOnScreen.amount(award.requested()),
                    AwardOnScreen.amount(award.released()));
        }
        AwardRow total = overview.awardTotal();
        table.sums(
                getTranslation("ledger.award.total"),
                "",
                total.agreed().format(),
                total.waiting().format(),
                total.ready().format(),
                total.requested().format(),
                total.released().format());
        return table;
    }
}

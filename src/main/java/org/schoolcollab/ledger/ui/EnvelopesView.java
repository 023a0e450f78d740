package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.schoolcollab.ledger.EnvelopeQueries;
import org.schoolcollab.ledger.EnvelopeQueries.EnvelopeRow;
import org.schoolcollab.programme.Round;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;

/** Where the money of each envelope is, and what boards, finance and administrators may do about it. */
@Route("money/envelopes")
@Menu(order = 51, title = "ledger.envelopes.title")
@RolesAllowed({
    Roles.BOARD_CHAIR,
    Roles.BOARD_MEMBER,
    Roles.FINANCE_OFFICER,
    Roles.FINANCE_APPROVER,
    Roles.ADMINISTRATOR,
    Roles.AUDITOR
})
public class EnvelopesView extends MoneyPage implements BeforeEnterObserver {

    private static final String ROUND = "round";

    private final transient EnvelopeQueries envelopes;
    private final transient EnvelopeActs acts;
    private final transient MovesOnScreen moves;
    private final transient AreaAllOnScreen areaAll;
    private final Select<Round> rounds = new Select<>();

    EnvelopesView(
            EnvelopeQueries envelopes,
            EnvelopeActs acts,
            MovesOnScreen moves,
            AreaAllOnScreen areaAll,
            CurrentUser currentUser) {
        super(Section.ENVELOPES);
        this.envelopes = envelopes;
        this.acts = acts;
        this.moves = moves;
        this.areaAll = areaAll;
        onlyFor(currentUser.actor());
        title(getTranslation("ledger.envelopes.title"));
        subtitle(getTranslation("ledger.envelopes.subtitle"));
        rounds.setLabel(getTranslation("ledger.money.round"));
        rounds.setItemLabelGenerator(Round::name);
        rounds.setItems(envelopes.rounds());
        rounds.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                getUI().ifPresent(ui -> ui.navigate(
                        EnvelopesView.class,
                        QueryParameters.of(ROUND, change.getValue().id().toString())));
            }
        });
        addComponentAtIndex(2, rounds);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<String> asked = event.getLocation().getQueryParameters().getSingleParameter(ROUND);
        Optional<Round> round = envelopes.rounds().stream()
                .filter(known -> asked.isEmpty() || known.id().toString().equals(asked.get()))
                .min(Comparator.comparing(known -> known.status() != Round.Status.OPEN));
        content.removeAll();
        if (round.isEmpty()) {
            content.add(new Paragraph(getTranslation("ledger.money.noEnvelopes")));
            return;
        }
        rounds.setValue(round.get());
        show(round.get());
    }

    /** Once more after a step, which may have closed the round. */
    private void again(Round round) {
        content.removeAll();
        envelopes.rounds().stream()
                .filter(known -> known.id().equals(round.id()))
                .forEach(this::show);
    }

    private void show(Round round) {
        Runnable again = () -> again(round);
        List<EnvelopeRow> rows = envelopes.of(round.id());
        content.add(
                rows.isEmpty() ? new Paragraph(getTranslation("ledger.money.noEnvelopes")) : table(round, rows, again));
        content.add(acts.closing(round, again));
        content.add(new H2(getTranslation("ledger.move.title")), moves.proposals(round, rows, again));
        content.add(areaAll.lines(round, again));
    }

    private DataTable table(Round round, List<EnvelopeRow> rows, Runnable again) {
        DataTable table = new DataTable(
                        getTranslation("ledger.envelopes.title"),
                        Column.text(getTranslation("ledger.money.area")),
                        Column.number(getTranslation("ledger.money.given")),
                        Column.number(getTranslation("ledger.money.available")),
                        Column.number(getTranslation("ledger.envelopes.held")),
                        Column.number(getTranslation("ledger.money.committed")),
                        Column.number(getTranslation("ledger.money.released")),
                        Column.number(getTranslation("ledger.envelopes.spent")),
                        Column.number(getTranslation("ledger.envelopes.lapsed")),
                        Column.text(getTranslation("ledger.envelopes.acts")))
                .stacked();
        for (EnvelopeRow row : rows) {
            table.row(
                    new Span(row.area()),
                    AwardOnScreen.amount(row.given()),
                    AwardOnScreen.amount(row.available()),
                    AwardOnScreen.amount(row.held()),
                    AwardOnScreen.amount(row.committed()),
                    AwardOnScreen.amount(row.released()),
                    AwardOnScreen.amount(row.spent()),
                    AwardOnScreen.amount(row.lapsed()),
                    row.closed() ? new Span(getTranslation("ledger.envelopes.closed")) : acts.of(round, row, again));
        }
        table.sums(
                getTranslation("ledger.award.total"),
                sum(rows, EnvelopeRow::given),
                sum(rows, EnvelopeRow::available),
                sum(rows, EnvelopeRow::held),
                sum(rows, EnvelopeRow::committed),
                sum(rows, EnvelopeRow::released),
                sum(rows, EnvelopeRow::spent),
                sum(rows, EnvelopeRow::lapsed),
                "");
        return table;
    }

    private static String sum(List<EnvelopeRow> rows, Function<EnvelopeRow, Money> amount) {
        return rows.stream().map(amount).reduce(Money.ZERO, Money::plus).format();
    }
}

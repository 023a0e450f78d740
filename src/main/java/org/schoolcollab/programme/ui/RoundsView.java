package org.schoolcollab.programme.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.programme.ProgrammeQueries;
import org.schoolcollab.programme.ProgrammeQueries.AreaMoney;
import org.schoolcollab.programme.ProgrammeQueries.RoundMoney;
import org.schoolcollab.programme.Round;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Page;
import org.schoolcollab.shell.StatusBadge;

/** The funding rounds: what each area may allocate or was paid, when bids and reports are due, the guide amounts. */
@Route("rounds")
@Menu(order = 40, title = "programme.rounds.menu")
@RolesAllowed(Roles.PERSON)
public class RoundsView extends Page implements BeforeEnterObserver {

    private final transient ProgrammeQueries programme;
    private final Section list = new Section();

    RoundsView(ProgrammeQueries programme) {
        this.programme = programme;
        title(getTranslation("programme.rounds.title"));
        subtitle(getTranslation("programme.rounds.subtitle"));
        list.addClassName("stack");
        list.getElement().setAttribute("aria-label", getTranslation("programme.rounds.title"));
        add(list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.removeAll();
        programme.rounds().forEach(round -> list.add(card(round)));
        if (list.getElement().getChildCount() == 0) {
            Paragraph empty = new Paragraph(getTranslation("programme.rounds.empty"));
            empty.addClassName("empty");
            list.add(empty);
        }
    }

    private Section card(RoundMoney money) {
        Round round = money.round();
        H2 heading = new H2(getTranslation("programme.rounds.round", round.name()) + " ");
        heading.add(new StatusBadge(
                getTranslation("enum.RoundStatus." + round.status().name()),
                round.status() == Round.Status.OPEN ? StatusBadge.Tone.GOOD : StatusBadge.Tone.NEUTRAL));
        Section card = new Section(heading, facts(round), table(money));
        card.addClassNames("card", "stack");
        return card;
    }

    private Facts facts(Round round) {
        Facts facts = new Facts();
        dates(facts, "programme.rounds.bids", round.bidsOpen(), round.bidsClose());
        facts.fact(
                getTranslation("programme.rounds.guide"),
                getTranslation(
                        "programme.rounds.guide.amounts",
                        round.primaryGuide().format(),
                        round.secondaryGuide().format()));
        if (round.matchedFundingPercent() > 0) {
            facts.fact(
                    getTranslation("programme.rounds.matched"),
                    getTranslation("programme.rounds.matched.share", round.matchedFundingPercent()));
        }
        if (round.firstInstalmentPercent() < 100) {
            facts.fact(
                    getTranslation("programme.rounds.instalments"),
                    getTranslation(
                            round.laterNeedsMarchReport()
                                    ? "programme.rounds.instalments.march"
                                    : "programme.rounds.instalments.two",
                            round.firstInstalmentPercent()));
        }
        dates(facts, "programme.rounds.march", round.marchFrom(), round.marchTo());
        dates(facts, "programme.rounds.october", round.octoberFrom(), round.octoberTo());
        return facts;
    }

    private void dates(Facts facts, String key, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null) {
            facts.fact(getTranslation(key), getTranslation("programme.rounds.fromTo", Dates.day(from), Dates.day(to)));
        }
    }

    private DataTable table(RoundMoney money) {
        boolean envelopes = money.areas().stream().anyMatch(area -> area.given() != null);
        String column = getTranslation(envelopes ? "programme.rounds.envelope" : "programme.rounds.published");
        DataTable table = new DataTable(
                getTranslation("programme.rounds.table", money.round().name()),
                Column.text(getTranslation("programme.rounds.area")),
                Column.number(column));
        Money sum = Money.ZERO;
        for (AreaMoney area : money.areas()) {
            Money amount = envelopes ? area.given() : area.published();
            if (amount != null) {
                String name = area.areaName() == null ? getTranslation("programme.rounds.all") : area.areaName();
                table.row(name, amount.format());
                sum = sum.plus(amount);
            }
        }
        table.sums(getTranslation("programme.rounds.sum"), sum.format());
        return table;
    }
}

package org.schoolcollab.programme.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.programme.ProgrammeQueries;
import org.schoolcollab.programme.ProgrammeQueries.AreaMoney;
import org.schoolcollab.programme.ProgrammeQueries.RoundMoney;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.programme.RoundRules;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Page;
import org.schoolcollab.shell.Refusals;
import org.schoolcollab.shell.StatusBadge;

/** The funding rounds: what each area may allocate or was paid, when bids and reports are due, the guide amounts. */
@Route("rounds")
@Menu(order = 40, title = "programme.rounds.menu")
@RolesAllowed(Roles.PERSON)
public class RoundsView extends Page implements BeforeEnterObserver {

    private static final int ALL_AT_ONCE = 100;

    private final transient ProgrammeQueries programme;
    private final transient RoundRules rules;
    private final transient CurrentUser currentUser;
    private final Section list = new Section();

    RoundsView(ProgrammeQueries programme, RoundRules rules, CurrentUser currentUser) {
        this.programme = programme;
        this.rules = rules;
        this.currentUser = currentUser;
        title(getTranslation("programme.rounds.title"));
        subtitle(getTranslation("programme.rounds.subtitle"));
        list.addClassName("stack");
        list.getElement().setAttribute("aria-label", getTranslation("programme.rounds.title"));
        add(list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        list.removeAll();
        Set<RoundId> open = currentUser.actor().has(Role.ADMINISTRATOR) ? rules.open() : Set.of();
        programme
                .rounds()
                .forEach(round ->
                        list.add(card(round, open.contains(round.round().id()))));
        if (list.getElement().getChildCount() == 0) {
            Paragraph empty = new Paragraph(getTranslation("programme.rounds.empty"));
            empty.addClassName("empty");
            list.add(empty);
        }
    }

    private Section card(RoundMoney money, boolean open) {
        Round round = money.round();
        H2 heading = new H2(getTranslation("programme.rounds.round", round.name()) + " ");
        heading.add(new StatusBadge(
                getTranslation("enum.RoundStatus." + round.status().name()),
                round.status() == Round.Status.OPEN ? StatusBadge.Tone.GOOD : StatusBadge.Tone.NEUTRAL));
        Section card = new Section(heading, facts(round), table(money));
        card.addClassNames("card", "stack");
        if (currentUser.actor().has(Role.ADMINISTRATOR)) {
            Div setUp = new Div(
                    setUp(round, "guide", "programme.rounds.guide"),
                    setUp(round, "measures", "programme.rounds.measures"),
                    setUp(round, "rubric", "programme.rounds.rubric"));
            setUp.addClassName("row");
            card.add(setUp);
        }
        if (open && round.firstInstalmentPercent() < ALL_AT_ONCE) {
            card.addComponentAtIndex(2, new Div(changeProof(round)));
        }
        return card;
    }

    private Anchor setUp(Round round, String page, String key) {
        Anchor link = new Anchor("rounds/" + round.id() + "/" + page, getTranslation(key));
        link.getElement().setAttribute("aria-label", getTranslation(key + ".of", round.name()));
        return link;
    }

    private Button changeProof(Round round) {
        String key = round.laterNeedsMatchProof() ? "programme.rounds.proof.drop" : "programme.rounds.proof.ask";
        Button change = new Button(
                getTranslation(key),
                event -> new CheckDialog(
                                getTranslation("programme.rounds.proof.check"),
                                new Facts()
                                        .fact(getTranslation("programme.rounds.name"), round.name())
                                        .fact(
                                                getTranslation("programme.rounds.proof"),
                                                proof(!round.laterNeedsMatchProof())),
                                getTranslation("programme.rounds.proof.next"),
                                getTranslation(key),
                                () -> {
                                    rules.requireMatchProof(round.id(), !round.laterNeedsMatchProof());
                                    Refusals.done(getTranslation(key + ".done", round.name()));
                                    show();
                                })
                        .open());
        change.setAriaLabel(getTranslation(key + ".of", round.name()));
        return change;
    }

    private String proof(boolean needed) {
        return getTranslation(needed ? "programme.rounds.proof.needed" : "programme.rounds.proof.not");
    }

    private Facts facts(Round round) {
        Facts facts = new Facts();
        dates(facts, "programme.rounds.bids", round.bidsOpen(), round.bidsClose());
        facts.fact(
                getTranslation("programme.rounds.guide"),
                getTranslation(
                        "programme.rounds.guide.amounts",
                        round.primaryGuide().format(),
                        round.secondaryGuide().format(),
                        round.nurseryGuide().format(),
                        round.specialGuide().format(),
                        round.pruGuide().format()));
        if (round.matchedFundingPercent() > 0) {
            facts.fact(
                    getTranslation("programme.rounds.matched"),
                    getTranslation("programme.rounds.matched.share", round.matchedFundingPercent()));
        }
        if (round.firstInstalmentPercent() < ALL_AT_ONCE) {
            facts.fact(
                    getTranslation("programme.rounds.instalments"),
                    getTranslation(
                            round.laterNeedsMarchReport()
                                    ? "programme.rounds.instalments.march"
                                    : "programme.rounds.instalments.two",
                            round.firstInstalmentPercent()));
            facts.fact(getTranslation("programme.rounds.proof"), proof(round.laterNeedsMatchProof()));
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

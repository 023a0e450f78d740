package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.ledger.Corrections;
import org.schoolcollab.ledger.MoneyQueries;
import org.schoolcollab.ledger.SchoolMoney;
import org.schoolcollab.ledger.Virement;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.LoadsAnew;
import org.schoolcollab.shell.Refusals;

/**
 * What each school has of an award. An approver moves a part that is not paid yet to another school or reduces the award; an officer
 * asks for unspent money back, which another person decides here or on the page Reconcile.
 */
@Route("bids/:bidId/shares")
@RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.AUDITOR})
public class SchoolSharesView extends BidPage implements LoadsAnew {

    private final transient BidQueries bids;
    private final transient MoneyQueries money;
    private final transient Virement virement;
    private final transient Corrections corrections;
    private final transient CorrectionsOnScreen requests;
    private final transient CurrentUser currentUser;
    private final Div content = new Div();

    SchoolSharesView(
            BidQueries bids,
            MoneyQueries money,
            Virement virement,
            Corrections corrections,
            CorrectionsOnScreen requests,
            CurrentUser currentUser) {
        this.bids = bids;
        this.money = money;
        this.virement = virement;
        this.corrections = corrections;
        this.requests = requests;
        this.currentUser = currentUser;
        content.addClassName("stack");
        add(content);
    }

    /** The address of this page for one bid. */
    static String of(BidId bid) {
        return "bids/" + bid + "/shares";
    }

    @Override
    protected void open(BidId id, BeforeEnterEvent event) {
        BidSummary bid = bids.summary(id);
        title(getTranslation("ledger.shares.title"));
        subtitle(getTranslation("ledger.release.about", bid.collaborationName(), bid.roundName(), bid.areaName()));
        show(id);
    }

    private void show(BidId id) {
        content.removeAll();
        List<SchoolMoney> schools = money.schools(id);
        if (schools.isEmpty()) {
            content.add(new Paragraph(getTranslation("ledger.shares.none")));
        } else {
            content.add(table(id, schools), reduction(id, schools), requests.of(id, () -> show(id)));
        }
        content.add(new Anchor(BidPage.address(id, "money"), getTranslation("ledger.release.toCase")));
    }

    private DataTable table(BidId id, List<SchoolMoney> schools) {
        DataTable table = new DataTable(
                getTranslation("ledger.shares.title"),
                Column.text(getTranslation("ledger.school")),
                Column.number(getTranslation("ledger.shares.share")),
                Column.number(getTranslation("ledger.shares.paid")),
                Column.number(getTranslation("ledger.shares.movable")),
                Column.text(getTranslation("ledger.envelopes.acts")));
        table.stacked();
        for (SchoolMoney school : schools) {
            table.row(
                    new Span(
                            school.member()
                                    ? school.name()
                                    : getTranslation("ledger.shares.formerMember", school.name())),
                    AwardOnScreen.amount(school.share()),
                    AwardOnScreen.amount(school.paid()),
                    AwardOnScreen.amount(school.movable()),
                    acts(id, school, schools));
        }
        table.sums(
                getTranslation("ledger.award.total"),
                sum(schools.stream().map(SchoolMoney::share).toList()).format(),
                sum(schools.stream().map(SchoolMoney::paid).toList()).format(),
                sum(schools.stream().map(SchoolMoney::movable).toList()).format(),
                "");
        return table;
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    private Component acts(BidId id, SchoolMoney school, List<SchoolMoney> schools) {
        Div acts = new Div();
        acts.addClassName("buttons");
        if (school.movable().isPositive() && currentUser.actor().has(Role.FINANCE_APPROVER)) {
            acts.add(named(
                    new Button(getTranslation("ledger.shares.move"), event -> move(id, school, schools)),
                    "ledger.shares.move.of",
                    school));
        }
        if (school.paid().isPositive() && currentUser.actor().has(Role.FINANCE_OFFICER)) {
            acts.add(named(
                    new Button(getTranslation("ledger.shares.back"), event -> takeBack(id, school)),
                    "ledger.shares.back.of",
                    school));
        }
        return acts;
    }

    private Button named(Button button, String key, SchoolMoney school) {
        button.setAriaLabel(getTranslation(key, school.name()));
        return button;
    }

    private void move(BidId id, SchoolMoney from, List<SchoolMoney> schools) {
        UUID once = UUID.randomUUID();
        Select<SchoolMoney> to = new Select<>();
        to.setLabel(getTranslation("ledger.shares.move.to"));
        to.setItemLabelGenerator(SchoolMoney::name);
        to.setItems(schools.stream()
                .filter(school -> school.member() && !school.school().equals(from.school()))
                .toList());
        AmountDialog.ask(getTranslation("ledger.shares.move.ask", from.name()), getTranslation("ledger.reason"))
                .facts(new Facts()
                        .fact(
                                getTranslation("ledger.shares.movable"),
                                from.movable().format()))
                .field("to", to)
                .open(
                        getTranslation("ledger.shares.move.next"),
                        getTranslation("ledger.shares.move.verb"),
                        (amount, reason) -> {
                            virement.moveShare(id, from.school(), to.getValue().school(), amount, reason, once);
                            Refusals.done(getTranslation(
                                    "ledger.shares.move.done",
                                    amount,
                                    from.name(),
                                    to.getValue().name()));
                            show(id);
                        });
    }

    private void takeBack(BidId id, SchoolMoney school) {
        UUID once = UUID.randomUUID();
        AmountDialog.ask(getTranslation("ledger.shares.back.ask", school.name()), getTranslation("ledger.reason"))
                .facts(new Facts()
                        .fact(
                                getTranslation("ledger.shares.paid"),
                                school.paid().format()))
                .open(
                        getTranslation("ledger.shares.back.next"),
                        getTranslation("ledger.shares.back.verb"),
                        (amount, reason) -> {
                            boolean before = corrections
                                    .requestClawback(id, school.school(), amount, reason, once)
                                    .before();
                            Refusals.done(getTranslation(
                                    before ? "ledger.shares.back.before" : "ledger.shares.back.done",
                                    amount,
                                    school.name()));
                            show(id);
                        });
    }

    private Component reduction(BidId id, List<SchoolMoney> schools) {
        Div part = new Div();
        boolean something = schools.stream().anyMatch(school -> school.movable().isPositive());
        if (something && currentUser.actor().has(Role.FINANCE_APPROVER)) {
            part.add(new Button(getTranslation("ledger.shares.reduce"), event -> {
                UUID once = UUID.randomUUID();
                AmountDialog.ask(getTranslation("ledger.shares.reduce.ask"), getTranslation("ledger.reason"))
                        .open(
                                getTranslation("ledger.shares.reduce.next"),
                                getTranslation("ledger.shares.reduce.verb"),
                                (amount, reason) -> {
                                    virement.reduce(id, amount, reason, once);
                                    Refusals.done(getTranslation("ledger.shares.reduce.done", amount));
                                    show(id);
                                });
            }));
        }
        return part;
    }
}

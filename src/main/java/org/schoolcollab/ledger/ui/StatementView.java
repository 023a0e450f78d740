package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.ledger.Account;
import org.schoolcollab.ledger.LedgerStatements;
import org.schoolcollab.ledger.MoneyQueries;
import org.schoolcollab.ledger.Statement;
import org.schoolcollab.ledger.StatementLine;
import org.schoolcollab.ledger.statement.StatementFile;
import org.schoolcollab.ledger.statement.StatementSubjects;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.DayField;
import org.schoolcollab.shell.Downloads;
import org.schoolcollab.shell.Facts;

/** A statement of a round, an envelope, an award or a school at any day, with its entries; one leads to the next. */
@Route(StatementAddress.PATH)
@RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
public class StatementView extends MoneyPage implements BeforeEnterObserver {

    /** Lines that a page shows; files hold all. */
    private static final int SHOWN = 300;

    private final transient LedgerStatements statements;
    private final transient StatementSubjects subjects;
    private final transient MoneyQueries money;
    private final Select<Round> rounds = new Select<>();
    private final DayField day = new DayField(getTranslation("ledger.statement.day"));
    private transient StatementAddress address = new StatementAddress(null, null, null, null, null);

    StatementView(LedgerStatements statements, StatementSubjects subjects, MoneyQueries money) {
        super(Section.STATEMENTS);
        this.statements = statements;
        this.subjects = subjects;
        this.money = money;
        rounds.setLabel(getTranslation("ledger.money.round"));
        rounds.setItemLabelGenerator(Round::name);
        rounds.setItems(money.rounds());
        rounds.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                open(StatementAddress.ofRound(change.getValue().id()).on(address.date()));
            }
        });
        day.setHelperText(getTranslation("ledger.statement.day.hint"));
        day.setClearButtonVisible(true);
        day.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                open(address.on(change.getValue()));
            }
        });
        Div filters = new Div(rounds, day);
        filters.addClassName("filters");
        addComponentAtIndex(2, filters);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        StatementAddress asked = StatementAddress.of(event.getLocation());
        Round round = rounds.getListDataView()
                .getItems()
                .filter(known -> asked.round() == null || known.id().equals(asked.round()))
                .min(Comparator.comparing(known -> known.status() != Round.Status.OPEN))
                .orElseThrow(() -> new NotFoundException("no round " + asked.round()));
        address = new StatementAddress(round.id(), asked.area(), asked.bid(), asked.school(), asked.date());
        rounds.setValue(round);
        day.setValue(address.date());
        show(round);
    }

    private void show(Round round) {
        content.removeAll();
        Statement statement = statement(round.id());
        String about = about(round);
        title(getTranslation("ledger.statement.title", about));
        subtitle(
                address.date() == null
                        ? getTranslation("ledger.statement.now")
                        : getTranslation("ledger.statement.on", Dates.day(address.date())));
        List<StatementLine> lines = statement.lines();
        if (lines.isEmpty()) {
            content.add(new Paragraph(getTranslation("ledger.statement.none")));
        } else {
            content.add(new H2(getTranslation("ledger.statement.balances")), balances(statement), downloads(about));
            content.add(new H2(getTranslation("ledger.statement.entries")));
            if (lines.size() > SHOWN) {
                content.add(new Paragraph(getTranslation("ledger.statement.more", SHOWN, lines.size())));
            }
            content.add(
                    new StatementEntries(lines.reversed().stream().limit(SHOWN).toList(), address));
        }
        content.add(new H2(getTranslation("ledger.statement.next")), new StatementLinks(subjects, address, round.id()));
    }

    private Statement statement(RoundId round) {
        BidId bid = address.bid();
        EstablishmentId school = address.school();
        String area = address.area();
        if (bid != null) {
            return statements.ofAward(bid, address.until());
        }
        if (school != null) {
            return statements.ofSchool(school, address.until());
        }
        return area == null
                ? statements.ofRound(round, address.until())
                : statements.ofEnvelope(round, area, address.until());
    }

    private String about(Round round) {
        if (address.bid() != null) {
            return subjects.awards(round.id(), null).stream()
                    .filter(award -> award.bid().equals(address.bid()))
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("no award " + address.bid()))
                    .collaboration();
        }
        if (address.school() != null) {
            return subjects.schools(round.id(), null).stream()
                    .filter(school -> school.id().equals(address.school()))
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("no school " + address.school()))
                    .name();
        }
        if (address.area() != null) {
            return subjects.envelopes(round.id()).stream()
                    .filter(envelope -> envelope.areaCode().equals(address.area()))
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("no envelope " + address.area()))
                    .area();
        }
        return round.name();
    }

    private Facts balances(Statement statement) {
        Map<Account, Money> balances = statement.balances();
        Facts facts = new Facts();
        for (Account account : Account.values()) {
            Money balance = balances.get(account);
            boolean partOnly =
                    (address.bid() != null && !account.ofAward()) || (address.school() != null && !account.ofSchool());
            if (balance != null && !partOnly) {
                facts.fact(getTranslation("enum.Account." + account.name()), balance.format());
            }
        }
        return facts;
    }

    private Component downloads(String about) {
        String name = "statement-" + about.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        RoundId round = Objects.requireNonNull(address.round());
        Div links = new Div(
                Downloads.link(
                        getTranslation("ledger.statement.csv"),
                        name + ".csv",
                        "text/csv;charset=utf-8",
                        () -> StatementFile.csv(statement(round))),
                Downloads.link(
                        getTranslation("ledger.statement.xlsx"),
                        name + ".xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        () -> StatementFile.xlsx(statement(round))));
        links.addClassName("buttons");
        return links;
    }

    private void open(StatementAddress to) {
        getUI().ifPresent(ui -> ui.navigate(StatementAddress.PATH, to.parameters()));
    }
}

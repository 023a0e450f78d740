package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.ledger.InstalmentControl;
import org.schoolcollab.ledger.payment.BatchRun;
import org.schoolcollab.ledger.payment.Batches;
import org.schoolcollab.ledger.payment.DueInstalment;
import org.schoolcollab.ledger.payment.DueQueries;
import org.schoolcollab.ledger.payment.DueQueries.AreaName;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Facts;

/** What is due, what is requested, what is blocked and why; an officer requests what is due, up to 100 at once. */
@Route("money/due")
@RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
public class DueView extends MoneyPage implements BeforeEnterObserver {

    private static final String AREA = "area";
    private static final AreaName ALL = new AreaName("", "");

    private final transient DueQueries due;
    private final transient Batches batches;
    private final transient BatchRun run;
    private final transient InstalmentControl control;
    private final transient CurrentUser currentUser;
    private final transient Map<Checkbox, DueInstalment> boxes = new LinkedHashMap<>();
    private final Select<AreaName> areas = new Select<>();
    private final Button request = new Button("", event -> check());

    DueView(DueQueries due, Batches batches, BatchRun run, InstalmentControl control, CurrentUser currentUser) {
        super(Section.DUE);
        this.due = due;
        this.batches = batches;
        this.run = run;
        this.control = control;
        this.currentUser = currentUser;
        title(getTranslation("ledger.due.title"));
        subtitle(getTranslation("ledger.due.subtitle"));
        areas.setLabel(getTranslation("ledger.money.area"));
        areas.setItemLabelGenerator(area -> area.equals(ALL) ? getTranslation("ledger.due.allAreas") : area.name());
        areas.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                getUI().ifPresent(ui -> ui.navigate(
                        DueView.class,
                        QueryParameters.of(AREA, change.getValue().code())));
            }
        });
        request.addThemeVariants(ButtonVariant.PRIMARY);
        addComponentAtIndex(2, areas);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<AreaName> known = new java.util.ArrayList<>(List.of(ALL));
        known.addAll(due.areas());
        AreaName asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(AREA)
                .flatMap(code ->
                        known.stream().filter(area -> area.code().equals(code)).findFirst())
                .orElse(ALL);
        areas.setItems(known);
        areas.setValue(asked);
        show(due.open(asked.code()));
    }

    private void show(List<DueInstalment> open) {
        content.removeAll();
        boxes.clear();
        section("due", open.stream().filter(DueInstalment::isDue).toList());
        section("requested", open.stream().filter(DueInstalment::isRequested).toList());
        section(
                "blocked",
                open.stream()
                        .filter(instalment -> !instalment.isDue() && !instalment.isRequested())
                        .toList());
    }

    private void section(String name, List<DueInstalment> instalments) {
        String title = getTranslation("ledger.due." + name);
        content.add(new H2(title));
        if (instalments.isEmpty()) {
            content.add(new Paragraph(getTranslation("ledger.due." + name + ".none")));
            return;
        }
        boolean choose = name.equals("due") && currentUser.actor().has(Role.FINANCE_OFFICER);
        DataTable table = new DataTable(
                title,
                Column.text(getTranslation("ledger.release.collaboration")),
                Column.text(getTranslation("ledger.money.area")),
                Column.text(getTranslation("ledger.award.instalment")),
                Column.number(getTranslation("ledger.award.amount")),
                Column.text(getTranslation("ledger.due." + name + ".column")),
                Column.text(getTranslation("ledger.reconcile.mend")));
        Money sum = Money.ZERO;
        for (DueInstalment instalment : instalments) {
            sum = sum.plus(instalment.open());
            table.row(
                    new Anchor(BidPage.address(instalment.bid(), "money"), instalment.collaboration()),
                    new Span(instalment.area()),
                    new Span(Integer.toString(instalment.instalment())),
                    AwardOnScreen.amount(instalment.open()),
                    choose ? box(instalment) : new Span(inWords(instalment)),
                    acts(instalment));
        }
        table.sums(getTranslation("ledger.award.total"), "", "", sum.format(), "", "");
        content.add(table);
        if (choose) {
            content.add(choice());
        }
    }

    private Div acts(DueInstalment instalment) {
        Div acts = new InstalmentButtons(
                instalment,
                currentUser.actor(),
                control,
                () -> show(due.open(areas.getValue().code())));
        if (instalment.blocks().contains(DueInstalment.Block.MATCHED_FUNDING)
                && currentUser.actor().has(Role.FINANCE_OFFICER)) {
            acts.add(new Anchor(MatchedFundingView.of(instalment.bid()), getTranslation("ledger.match.title")));
        }
        return acts;
    }

    private Checkbox box(DueInstalment instalment) {
        Checkbox box = new Checkbox(getTranslation("ledger.due.choose"));
        box.setAriaLabel(getTranslation("ledger.due.chooseOf", instalment.collaboration(), instalment.instalment()));
        box.addValueChangeListener(change -> showChoice());
        boxes.put(box, instalment);
        return box;
    }

    private Div choice() {
        Button all =
                new Button(getTranslation("ledger.due.chooseAll", Math.min(boxes.size(), Batches.AT_MOST)), event -> {
                    boxes.keySet().stream().limit(Batches.AT_MOST).forEach(box -> box.setValue(true));
                });
        showChoice();
        Div buttons = new Div(request, all);
        buttons.addClassName("buttons");
        return buttons;
    }

    private List<DueInstalment> chosen() {
        return boxes.entrySet().stream()
                .filter(entry -> entry.getKey().getValue())
                .map(Map.Entry::getValue)
                .collect(Collectors.toList());
    }

    private void showChoice() {
        List<DueInstalment> chosen = chosen();
        request.setText(getTranslation("ledger.due.request", chosen.size(), sum(chosen)));
        request.setEnabled(!chosen.isEmpty());
    }

    private static Money sum(List<DueInstalment> instalments) {
        return instalments.stream().map(DueInstalment::open).reduce(Money.ZERO, Money::plus);
    }

    private String inWords(DueInstalment instalment) {
        if (instalment.isRequested()) {
            return instalment.requestedBy() == null || instalment.requestedAt() == null
                    ? ""
                    : getTranslation(
                            "ledger.award.requested", instalment.requestedBy(), Dates.moment(instalment.requestedAt()));
        }
        if (instalment.isDue()) {
            return instalment.sentBack() == null ? "" : getTranslation("ledger.award.sentBack", instalment.sentBack());
        }
        String blocks = instalment.blocks().stream()
                .map(block -> getTranslation("enum.Block." + block.name()))
                .collect(Collectors.joining(" "));
        return instalment.holdReason() == null
                ? blocks
                : getTranslation("ledger.due.held", blocks, instalment.holdReason());
    }

    private void check() {
        List<DueInstalment> chosen = chosen();
        new CheckDialog(
                        getTranslation("ledger.release.check"),
                        new Facts()
                                .fact(getTranslation("ledger.due.lines"), Integer.toString(chosen.size()))
                                .fact(
                                        getTranslation("ledger.award.amount"),
                                        sum(chosen).format()),
                        getTranslation("ledger.due.next"),
                        getTranslation("ledger.due.request", chosen.size(), sum(chosen)),
                        () -> {
                            long batch = batches.create(
                                    chosen.stream().map(DueInstalment::ref).toList());
                            run.request(batch);
                            getUI().ifPresent(ui -> ui.navigate(BatchPage.address(batch)));
                        })
                .open();
    }
}

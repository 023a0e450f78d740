package org.schoolcollab.ledger.ui;

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
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.ledger.InstalmentControl;
import org.schoolcollab.ledger.payment.BatchRun;
import org.schoolcollab.ledger.payment.Batches;
import org.schoolcollab.ledger.payment.DueInstalment;
import org.schoolcollab.ledger.payment.DueQueries;
import org.schoolcollab.ledger.payment.DueQueries.AreaName;
import org.schoolcollab.ledger.payment.InstalmentRef;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;

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
    private final Select<AreaName> areas = new Select<>();
    private @Nullable DueChoice choice;

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

    /** Once more, after a step or one that was refused: what was ticked stays ticked as far as it is still due. */
    @Override
    public void loadAnew() {
        show(due.open(areas.getValue().code()));
    }

    private void show(List<DueInstalment> open) {
        Set<InstalmentRef> ticked = choice == null ? Set.of() : choice.ticked();
        choice = null;
        content.removeAll();
        section("due", open.stream().filter(DueInstalment::isDue).toList());
        section("requested", open.stream().filter(DueInstalment::isRequested).toList());
        section(
                "blocked",
                open.stream()
                        .filter(instalment -> !instalment.isDue() && !instalment.isRequested())
                        .toList());
        if (choice != null) {
            choice.tick(ticked);
        }
    }

    private void section(String name, List<DueInstalment> instalments) {
        String title = getTranslation("ledger.due." + name);
        content.add(new H2(title));
        if (instalments.isEmpty()) {
            content.add(new Paragraph(getTranslation("ledger.due." + name + ".none")));
            return;
        }
        DueChoice boxes = name.equals("due") && currentUser.actor().has(Role.FINANCE_OFFICER)
                ? new DueChoice(batches, run)
                : null;
        DataTable table = new DataTable(
                        title,
                        Column.text(getTranslation("ledger.release.collaboration")),
                        Column.text(getTranslation("ledger.money.area")),
                        Column.text(getTranslation("ledger.award.instalment")),
                        Column.number(getTranslation("ledger.award.amount")),
                        Column.text(getTranslation("ledger.due." + name + ".column")),
                        Column.text(getTranslation("ledger.reconcile.mend")))
                .stacked();
        Money sum = Money.ZERO;
        for (DueInstalment instalment : instalments) {
            sum = sum.plus(instalment.open());
            table.row(
                    new Anchor(BidPage.address(instalment.bid(), "money"), instalment.collaboration()),
                    new Span(instalment.area()),
                    new Span(Integer.toString(instalment.instalment())),
                    AwardOnScreen.amount(instalment.open()),
                    boxes != null ? boxes.box(instalment) : new Span(inWords(instalment)),
                    acts(instalment));
        }
        table.sums(getTranslation("ledger.award.total"), "", "", sum.format(), "", "");
        content.add(table);
        if (boxes != null) {
            content.add(boxes);
            choice = boxes;
        }
    }

    private Div acts(DueInstalment instalment) {
        Div acts = new InstalmentButtons(instalment, currentUser.actor(), control, this::loadAnew);
        if (instalment.blocks().contains(DueInstalment.Block.MATCHED_FUNDING)
                && currentUser.actor().has(Role.FINANCE_OFFICER)) {
            acts.add(new Anchor(MatchedFundingView.of(instalment.bid()), getTranslation("ledger.match.title")));
        }
        return acts;
    }

    private String inWords(DueInstalment instalment) {
        if (instalment.isRequested()) {
            String requested = instalment.requestedBy() == null || instalment.requestedAt() == null
                    ? ""
                    : getTranslation(
                            "ledger.award.requested", instalment.requestedBy(), Dates.moment(instalment.requestedAt()));
            return instalment.holdReason() == null
                    ? requested
                    : getTranslation("ledger.due.requestedHeld", requested, instalment.holdReason());
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
}

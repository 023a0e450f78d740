package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidQueries.Startable;
import org.schoolcollab.bid.BidStart;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Page;
import org.schoolcollab.shell.Refusals;

/** The bids that a person may see; what is looked for and how it is sorted stands in the address. */
@Route("bids")
@Menu(order = 30, title = "bid.list.menu")
@RolesAllowed(Roles.PERSON)
public class BidsView extends Page implements BeforeEnterObserver {

    private final transient BidQueries bids;
    private final transient BidStart start;
    private final BidFilters filters;
    private final BidGrid grid;
    private final Paragraph found = new Paragraph();
    private final Div empty = new Div();
    private List<Startable> startable = List.of();

    BidsView(BidQueries bids, BidStart start, Rounds rounds) {
        this.bids = bids;
        this.start = start;
        title(getTranslation("bid.list.title"));
        filters = new BidFilters(rounds.all(), bids.areas(), this::toAddress);
        grid = new BidGrid(this::toAddress);
        found.getElement().setAttribute("role", "status");
        found.addClassName("hint");
        empty.addClassName("empty");
        Div list = new Div(grid);
        list.addClassNames("card", "flush");
        add(filters, found, list, empty);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters address = event.getLocation().getQueryParameters();
        filters.read(address);
        grid.read(address);
        startable = bids.startable();
        actions(startable.stream().map(this::startButton).toArray(Component[]::new));
        show();
    }

    private void show() {
        int count = bids.count(filters.value());
        found.setText(getTranslation("bid.list.found", count));
        grid.show(bids, filters.value());
        grid.getParent().ifPresent(box -> box.setVisible(count > 0));
        empty.removeAll();
        empty.setVisible(count == 0);
        if (count == 0) {
            explainEmpty();
        }
    }

    private void explainEmpty() {
        if (!filters.value().isNone()) {
            Button all = new Button(
                    getTranslation("bid.list.empty.all"), e -> getUI().ifPresent(ui -> ui.navigate(BidsView.class)));
            empty.add(new Paragraph(getTranslation("bid.list.empty.filtered")), all);
        } else if (!startable.isEmpty()) {
            Startable first = startable.getFirst();
            empty.add(new Paragraph(
                    first.until() == null
                            ? getTranslation("bid.list.empty.start", first.roundName())
                            : getTranslation(
                                    "bid.list.empty.startUntil", first.roundName(), Dates.day(first.until()))));
        } else {
            empty.add(new Paragraph(getTranslation("bid.list.empty")));
        }
    }

    private Button startButton(Startable collaboration) {
        Button button = new Button(getTranslation("bid.list.start", collaboration.collaborationName()), e -> {
            BidId bid = start.start(collaboration.id());
            Refusals.done(getTranslation("bid.list.started", collaboration.collaborationName()));
            getUI().ifPresent(ui -> ui.navigate(BidPage.address(bid) + "/plan"));
        });
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.setDisableOnClick(true);
        return button;
    }

    /** Puts filters and order into the address, which shows the list anew. */
    private void toAddress() {
        getUI().ifPresent(ui -> ui.navigate(BidsView.class, filters.and(grid.parameters())));
    }
}

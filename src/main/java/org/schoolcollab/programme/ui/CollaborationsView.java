package org.schoolcollab.programme.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.schoolcollab.programme.ProgrammeQueries;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shell.Page;

/** Every collaboration of the programme; what is looked for and how it is sorted stands in the address. */
@Route("collaborations")
@Menu(order = 20, title = "programme.collaborations.menu")
@RolesAllowed(Roles.PERSON)
public class CollaborationsView extends Page implements BeforeEnterObserver {

    private final transient ProgrammeQueries programme;
    private final CollaborationFilters filters;
    private final CollaborationGrid grid;
    private final Paragraph found = new Paragraph();
    private final Div list;
    private final Div empty;

    CollaborationsView(ProgrammeQueries programme) {
        this.programme = programme;
        title(getTranslation("programme.collaborations.title"));
        subtitle(getTranslation("programme.collaborations.subtitle"));
        filters = new CollaborationFilters(this::toAddress);
        grid = new CollaborationGrid(this::toAddress);
        found.getElement().setAttribute("role", "status");
        found.addClassName("hint");
        list = new Div(grid);
        list.addClassNames("card", "flush");
        empty = new Div(
                new Paragraph(getTranslation("programme.collaborations.empty")),
                new Button(
                        getTranslation("programme.collaborations.all"),
                        e -> getUI().ifPresent(ui -> ui.navigate(CollaborationsView.class))));
        empty.addClassName("empty");
        add(filters, found, list, empty);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters address = event.getLocation().getQueryParameters();
        filters.read(address);
        grid.read(address);
        int count = programme.count(filters.value());
        found.setText(getTranslation("programme.collaborations.found", count));
        list.setVisible(count > 0);
        empty.setVisible(count == 0);
        grid.show(programme, filters.value());
    }

    /** Puts filters and order into the address, which shows the list anew. */
    private void toAddress() {
        getUI().ifPresent(ui -> ui.navigate(CollaborationsView.class, filters.and(grid.parameters())));
    }
}

package org.schoolcollab.admin.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Stream;
import org.schoolcollab.admin.GovernorAdministration;
import org.schoolcollab.admin.PeopleAdministration;
import org.schoolcollab.admin.PeopleQueries;
import org.schoolcollab.admin.PersonEntry;
import org.schoolcollab.bid.SchoolsOfBid;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.Page;
import org.schoolcollab.shell.Refusals;
import org.schoolcollab.shell.StatusBadge;
import org.schoolcollab.shell.StatusBadge.Tone;

/** Who may log in and what they may do where. */
@Route("people")
@Menu(order = 80, title = "admin.people.title")
@RolesAllowed(Roles.ADMINISTRATOR)
public class PeopleView extends Page implements BeforeEnterObserver {

    private static final int SEARCH_DELAY_MS = 300;

    private final transient PeopleQueries people;
    private final transient PeopleAdministration administration;
    private final transient GovernorAdministration governors;
    private final transient SchoolsOfBid schools;
    private final Div withoutHead = new Div();
    private final TextField search = new TextField();
    private final Grid<PersonEntry> grid = new Grid<>();

    PeopleView(
            PeopleQueries people,
            PeopleAdministration administration,
            GovernorAdministration governors,
            SchoolsOfBid schools) {
        this.people = people;
        this.schools = schools;
        this.administration = administration;
        this.governors = governors;
        title(getTranslation("admin.people.title"));
        subtitle(getTranslation("admin.people.subtitle"));
        Button add = new Button(getTranslation("admin.people.add"), e -> add());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        actions(add);

        search.setLabel(getTranslation("admin.people.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(SEARCH_DELAY_MS);
        search.addValueChangeListener(e -> refresh());

        grid.addComponentColumn(PeopleView::name)
                .setHeader(getTranslation("admin.people.name"))
                .setKey("name")
                .setWidth("12rem")
                .setFlexGrow(1);
        grid.addComponentColumn(this::roles)
                .setHeader(getTranslation("admin.people.roles"))
                .setKey("roles")
                .setWidth("16rem")
                .setFlexGrow(2);
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("admin.people.state"))
                .setKey("state")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::change)
                .setHeader(getTranslation("admin.people.actions"))
                .setKey("actions")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.getElement().setProperty("accessibleName", getTranslation("admin.people.title"));
        grid.setEmptyStateText(getTranslation("admin.people.none"));
        grid.setAllRowsVisible(false);
        grid.addClassName("people-grid");
        withoutHead.addClassNames("notice", "notice-warn");
        add(withoutHead, search, grid);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refresh();
    }

    void refresh() {
        grid.setItems(people.find(search.getValue()));
        showWithoutHead();
    }

    /** Schools that a lead has asked for their consent and for which nobody can answer. */
    private void showWithoutHead() {
        List<SchoolsOfBid.Unanswerable> waiting = schools.withoutHeadteacher();
        withoutHead.removeAll();
        withoutHead.setVisible(!waiting.isEmpty());
        if (!waiting.isEmpty()) {
            UnorderedList list = new UnorderedList();
            waiting.forEach(school -> list.add(new ListItem(
                    getTranslation("admin.people.withoutHead.line", school.school(), school.collaboration()))));
            withoutHead.add(
                    new H2(getTranslation("admin.people.withoutHead.title")),
                    new Paragraph(getTranslation("admin.people.withoutHead")),
                    list);
        }
    }

    private static Component name(PersonEntry person) {
        Span username = new Span(person.username());
        username.addClassName("person-username");
        return lines(new Span(person.name()), username);
    }

    private Component roles(PersonEntry person) {
        return lines(Stream.concat(
                        person.grants().stream().map(grant -> GrantEditor.words(this, grant.role(), grant.place())),
                        person.governs().stream().map(school -> getTranslation("admin.people.governor", school)))
                .map(Span::new)
                .toArray(Component[]::new));
    }

    private static Div lines(Component... lines) {
        Div box = new Div();
        box.addClassName("person-lines");
        for (Component line : lines) {
            box.add(new Div(line));
        }
        return box;
    }

    private Component state(PersonEntry person) {
        return person.enabled()
                ? new StatusBadge(getTranslation("admin.people.enabled"), Tone.GOOD)
                : new StatusBadge(getTranslation("admin.people.disabled"), Tone.NEUTRAL);
    }

    private Component change(PersonEntry person) {
        Button change = new Button(
                getTranslation("admin.people.change"),
                e -> new ChangePersonDialog(people, administration, governors, person, this::refresh).open());
        change.setAriaLabel(getTranslation("admin.people.change.of", person.name()));
        return change;
    }

    private void add() {
        try {
            new AddPersonDialog(people, administration, this::refresh).open();
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
        }
    }
}

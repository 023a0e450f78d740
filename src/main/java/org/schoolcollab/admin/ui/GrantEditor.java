package org.schoolcollab.admin.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.schoolcollab.admin.PersonEntry;
import org.schoolcollab.admin.Place;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Role.ScopeType;
import org.schoolcollab.security.RoleGrant;

/** Roles with their places: a list to take from and a role and a place to add. */
class GrantEditor extends Div {

    private final UnorderedList list = new UnorderedList();
    private final Select<Role> role = new Select<>();
    private final ComboBox<Place> place = new ComboBox<>();
    private final Button add = new Button();
    private final Map<RoleGrant, String> grants = new LinkedHashMap<>();

    GrantEditor(Function<Role, java.util.List<Place>> places) {
        addClassName("grant-editor");
        role.setLabel(getTranslation("admin.grants.role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(one -> getTranslation("enum.Role." + one.name()));
        place.setLabel(getTranslation("admin.grants.place"));
        place.setItemLabelGenerator(Place::name);
        place.setVisible(false);
        role.addValueChangeListener(e -> {
            Role chosen = e.getValue();
            place.clear();
            place.setVisible(chosen != null && chosen.scopeType() != ScopeType.ALL);
            if (chosen != null) {
                place.setItems(places.apply(chosen));
                if (chosen.scopeType() == ScopeType.ALL) {
                    place.setValue(places.apply(chosen).getFirst());
                }
            }
        });
        add.setText(getTranslation("admin.grants.add"));
        add.addClickListener(e -> addChosen());
        list.getElement().setAttribute("aria-label", getTranslation("admin.grants.title"));
        Div row = new Div(role, place, add);
        row.addClassName("grant-row");
        add(new H3(getTranslation("admin.grants.title")), list, row);
    }

    /** A role and where it reaches, in words. */
    static String words(Component owner, Role role, Place place) {
        String name = owner.getTranslation("enum.Role." + role.name());
        return place.name().isEmpty() ? name : name + ", " + place.name();
    }

    void show(java.util.List<PersonEntry.Grant> held) {
        grants.clear();
        held.forEach(grant -> grants.put(
                new RoleGrant(grant.role(), grant.place().scope()), words(this, grant.role(), grant.place())));
        render();
    }

    /** What is chosen, with what stands in the fields but was not added to the list yet. */
    Set<RoleGrant> grants() {
        addChosen();
        return Set.copyOf(grants.keySet());
    }

    /** The field that a problem with the roles leads to. */
    Component field() {
        return role;
    }

    private void addChosen() {
        if (role.getValue() == null || place.getValue() == null) {
            return;
        }
        Place chosen = place.getValue();
        grants.put(new RoleGrant(role.getValue(), chosen.scope()), words(this, role.getValue(), chosen));
        role.clear();
        render();
    }

    private void render() {
        list.removeAll();
        grants.forEach((grant, words) -> {
            Button remove = new Button(getTranslation("admin.grants.remove"), e -> {
                grants.remove(grant);
                render();
            });
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
            remove.setAriaLabel(getTranslation("admin.grants.remove.of", words));
            list.add(new ListItem(new Span(words), new Span(" "), remove));
        });
    }
}

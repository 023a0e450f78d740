package org.schoolcollab.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Scope;

/** Who is logged in, in which roles and where, and the way out. */
class PersonBox extends Div {

    PersonBox(Actor actor, Runnable logout) {
        addClassName("portal-person");
        Span name = new Span(actor.name());
        name.addClassName("person-name");
        Span roles = new Span(roles(actor));
        roles.addClassName("person-roles");
        Div who = new Div(name, roles);
        who.addClassName("person-who");
        Button out = new Button(getTranslation("shell.logout"), e -> logout.run());
        out.addThemeVariants(ButtonVariant.TERTIARY);
        add(who, out);
    }

    private String roles(Actor actor) {
        Map<Role, String> places = new TreeMap<>(actor.grants().stream()
                .collect(Collectors.toMap(
                        grant -> grant.role(),
                        grant -> place(grant.scope()),
                        (one, other) -> one.isEmpty() ? other : one + ", " + other)));
        return places.entrySet().stream()
                .map(role -> {
                    String title = getTranslation("enum.Role." + role.getKey().name());
                    return role.getValue().isEmpty()
                            ? title
                            : getTranslation("shell.scope", title, sorted(role.getValue()));
                })
                .collect(Collectors.joining(" · "));
    }

    private static String sorted(String places) {
        return Arrays.stream(places.split(", ", -1)).sorted().collect(Collectors.joining(", "));
    }

    /** Areas and districts are known by codes that read like their names; other places have their name in the person's. */
    private static String place(Scope scope) {
        return switch (scope.type()) {
            case AREA, DISTRICT ->
                Arrays.stream(scope.key().toLowerCase(Locale.ROOT).split("[-_]", -1))
                        .map(word -> word.equals("and")
                                ? word
                                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining(" "));
            case ALL, COLLABORATION, ESTABLISHMENT -> "";
        };
    }
}

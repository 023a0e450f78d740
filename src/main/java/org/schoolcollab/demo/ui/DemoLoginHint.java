package org.schoolcollab.demo.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.schoolcollab.demo.DemoPeople;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.ui.LoginHint;
import org.springframework.context.annotation.Profile;

/** The demo people beside the log-in form, by role; a click logs in. An address ending in {@code ?as=<user name>} does so at once. */
@org.springframework.stereotype.Component
@Profile("demo")
class DemoLoginHint implements LoginHint {

    private final DemoPeople people;

    DemoLoginHint(DemoPeople people) {
        this.people = people;
    }

    @Override
    public Component content() {
        Section section = new Section();
        section.addClassName("demo-people");
        H2 heading = new H2(section.getTranslation("demo.login.title"));
        heading.setId("demo-people");
        section.getElement().setAttribute("aria-labelledby", "demo-people");
        Paragraph password = new Paragraph(section.getTranslation("demo.login.password") + " ");
        password.add(new Code(DemoPeople.PASSWORD));
        section.add(heading, new Paragraph(section.getTranslation("demo.login.intro")), password);
        Map<Role, List<DemoPeople.Shown>> byRole = people.shown().stream()
                .collect(Collectors.groupingBy(DemoPeople.Shown::role, TreeMap::new, Collectors.toList()));
        boolean first = true;
        for (var role : byRole.entrySet()) {
            UnorderedList list = new UnorderedList();
            role.getValue().forEach(person -> list.add(new ListItem(new PersonForm(person))));
            NativeDetails details = new NativeDetails(
                    section.getTranslation("enum.Role." + role.getKey().name()), list);
            details.setOpen(first);
            first = false;
            section.add(details);
        }
        section.addAttachListener(event -> section.getElement().executeJs("""
                const query = new URLSearchParams(window.location.search);
                const person = query.get('as');
                if (person && !query.has('error')) {
                  this.querySelector(`form[data-person="${CSS.escape(person)}"]`)?.requestSubmit();
                }"""));
        return section;
    }
}

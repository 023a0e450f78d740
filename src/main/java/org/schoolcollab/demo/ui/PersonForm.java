package org.schoolcollab.demo.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import org.schoolcollab.demo.DemoPeople;

/** A button that logs in as one demo person: an ordinary form, sent like the log-in form above it. */
@Tag("form")
class PersonForm extends HtmlContainer {

    PersonForm(DemoPeople.Shown person) {
        addClassName("demo-person");
        getElement().setAttribute("method", "post");
        getElement().setAttribute("action", "login");
        getElement().setAttribute("data-person", person.username());
        getElement().appendChild(hidden("username", person.username()), hidden("password", DemoPeople.PASSWORD));
        NativeButton button = new NativeButton();
        button.getElement().setAttribute("type", "submit");
        Element name = new Element("span").setText(person.displayName());
        Element user = new Element("code").setText(person.username());
        button.getElement().appendChild(name, user);
        add(button);
    }

    private static Element hidden(String name, String value) {
        return new Element("input")
                .setAttribute("type", "hidden")
                .setAttribute("name", name)
                .setAttribute("value", value);
    }
}

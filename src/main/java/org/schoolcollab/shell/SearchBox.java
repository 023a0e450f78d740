package org.schoolcollab.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;

/** The search on top of every screen; Enter leads to the results. */
class SearchBox extends TextField {

    private static final String TYPED = "element.value";

    SearchBox() {
        setId("portal-search");
        setPlaceholder(getTranslation("shell.search.placeholder"));
        setAriaLabel(getTranslation("shell.search.label"));
        setClearButtonVisible(true);
        setMaxLength(100);
        addClassName("portal-search");
        getElement()
                .addEventListener(
                        "keydown",
                        event -> search(event.getEventData().get(TYPED).asString("")))
                .setFilter("event.key == 'Enter'")
                .addEventData(TYPED);
    }

    private static void search(String typed) {
        if (!typed.isBlank()) {
            UI.getCurrent().navigate("search", QueryParameters.of("q", typed.strip()));
        }
    }
}

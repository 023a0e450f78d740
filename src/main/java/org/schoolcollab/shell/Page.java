package org.schoolcollab.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/**
 * A screen: one heading, one line that says what it is about, then its content. Also names the browser's tab. Subclasses call
 * {@link #title} once they know what they show.
 */
@Tag("main")
public abstract class Page extends Main implements HasDynamicTitle {

    private final H1 heading = new H1();
    private final Paragraph subtitle = new Paragraph();
    private final Div actions = new Div();

    protected Page() {
        addClassName("page");
        heading.getElement().setAttribute("tabindex", "-1");
        subtitle.addClassName("page-subtitle");
        subtitle.setVisible(false);
        actions.addClassName("page-actions");
        actions.setVisible(false);
        Div words = new Div(heading, subtitle);
        Div header = new Div(words, actions);
        header.addClassName("page-header");
        add(header);
    }

    /** Sets heading and tab title; both arguments are text, not keys. */
    protected void title(String text) {
        heading.setText(text);
    }

    protected void subtitle(String text) {
        subtitle.setText(text);
        subtitle.setVisible(!text.isEmpty());
    }

    /** Buttons at the top right, the main action first. */
    protected void actions(Component... buttons) {
        actions.removeAll();
        actions.add(buttons);
        actions.setVisible(buttons.length > 0);
    }

    @Override
    public String getPageTitle() {
        return heading.getText() + " – " + getTranslation("app.name");
    }
}

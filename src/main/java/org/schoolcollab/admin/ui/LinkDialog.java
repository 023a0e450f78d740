package org.schoolcollab.admin.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** Shows a one-time link, this once. */
class LinkDialog extends Dialog {

    LinkDialog(String name, String link) {
        setHeaderTitle(getTranslation("admin.link.title", name));
        TextField field = new TextField(getTranslation("admin.link.label"));
        field.setValue(link);
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setWidthFull();
        field.addClassName("one-time-link");
        add(new Paragraph(getTranslation("admin.link.text")), field);
        getFooter().add(new Button(getTranslation("shell.close"), e -> close()));
    }
}

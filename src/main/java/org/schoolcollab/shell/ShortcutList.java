package org.schoolcollab.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import java.util.List;

/** The keyboard shortcuts, as the "?" dialog lists them. */
final class ShortcutList {

    private static final List<String> SHORTCUTS = List.of("search", "help", "up", "down", "open", "claim");

    private ShortcutList() {}

    static Component create(Component owner) {
        DescriptionList list = new DescriptionList();
        list.addClassName("facts");
        for (String shortcut : SHORTCUTS) {
            list.add(
                    new DescriptionList.Term(owner.getTranslation("shell.shortcuts." + shortcut + ".key")),
                    new DescriptionList.Description(owner.getTranslation("shell.shortcuts." + shortcut + ".does")));
        }
        return list;
    }
}

package org.schoolcollab.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import java.util.List;

/**
 * Lists the keyboard shortcuts and switches those of a single key off and on, which the browser remembers: who types by voice would
 * otherwise set them off.
 */
class ShortcutDialog extends Dialog {

    /** "/" focuses the search, "?" opens this list; neither while a person types, nor when they are switched off. */
    static final String LISTEN = """
            if (!window.portalKeys) {
              window.portalKeys = { off: () => localStorage.getItem('portal-keys') === 'off' };
              window.addEventListener('keydown', event => {
                const typing = event.composedPath().some(el =>
                  el.tagName && (/^(input|textarea|select)$/i.test(el.tagName) || el.isContentEditable));
                if (typing || event.ctrlKey || event.metaKey || event.altKey || window.portalKeys.off()) return;
                if (event.key === '/') {
                  event.preventDefault();
                  document.getElementById('portal-search')?.focus();
                } else if (event.key === '?') {
                  document.querySelector('.shortcut-opener')?.click();
                }
              });
            }""";

    private static final List<String> SHORTCUTS = List.of("search", "help", "up", "down", "open", "claim");

    private final Checkbox use = new Checkbox();

    ShortcutDialog() {
        setHeaderTitle(getTranslation("shell.shortcuts.title"));
        DescriptionList list = new DescriptionList();
        list.addClassName("facts");
        for (String shortcut : SHORTCUTS) {
            list.add(
                    new DescriptionList.Term(getTranslation("shell.shortcuts." + shortcut + ".key")),
                    new DescriptionList.Description(getTranslation("shell.shortcuts." + shortcut + ".does")));
        }
        use.setLabel(getTranslation("shell.shortcuts.use"));
        use.setHelperText(getTranslation("shell.shortcuts.hint"));
        use.setValue(true);
        use.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                use.getElement().executeJs("localStorage.setItem('portal-keys', $0 ? 'on' : 'off')", e.getValue());
            }
        });
        add(list, use);
        getFooter().add(new Button(getTranslation("shell.close"), e -> close()));
        addOpenedChangeListener(e -> {
            if (e.isOpened()) {
                use.getElement().executeJs("return !window.portalKeys.off()").then(Boolean.class, use::setValue);
            }
        });
    }
}

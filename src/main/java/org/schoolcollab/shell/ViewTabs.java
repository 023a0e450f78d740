package org.schoolcollab.shell;

import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;

/** Tabs that choose what a screen shows. */
public class ViewTabs extends Tabs {

    /** @param name what is chosen, for screen readers */
    public ViewTabs(String name, Tab... tabs) {
        super(tabs);
        getElement().setAttribute("aria-label", name);
        // Its inner frame takes the focus, which a list of tabs may not hold; the tabs themselves stay in reach.
        getElement()
                .executeJs("Promise.resolve(this.updateComplete)"
                        + ".then(() => this.shadowRoot.getElementById('scroll')?.removeAttribute('tabindex'))");
    }
}

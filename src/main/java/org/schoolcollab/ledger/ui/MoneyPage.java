package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import org.schoolcollab.shell.Page;

/** A screen of finance: the sections of "Money" on top, each with an address of its own, the present one marked. */
abstract class MoneyPage extends Page {

    /** The sections in order; the name is the last part of the address and of the message key. */
    enum Section {
        OVERVIEW("money"),
        DUE("money/due"),
        BATCHES("money/batches"),
        EXPORTS("money/exports"),
        RECONCILE("money/reconcile");

        private final String address;

        Section(String address) {
            this.address = address;
        }

        String address() {
            return address;
        }
    }

    /** What the screen shows; emptied before it is filled anew. */
    final Div content = new Div();

    MoneyPage(Section here) {
        Nav nav = new Nav();
        nav.addClassName("case-tabs");
        nav.getElement().setAttribute("aria-label", getTranslation("ledger.sections"));
        for (Section section : Section.values()) {
            Anchor link = new Anchor(section.address(), getTranslation("ledger.section." + section.name()));
            if (section == here) {
                link.getElement().setAttribute("aria-current", "page");
            }
            nav.add(link);
        }
        content.addClassName("stack");
        add(nav, content);
    }
}

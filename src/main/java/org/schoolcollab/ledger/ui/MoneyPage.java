package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Supplier;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.Role;
import org.schoolcollab.shell.LoadsAnew;
import org.schoolcollab.shell.Page;

/** A screen of finance: the sections of "Money" on top, each with an address of its own, the present one marked. */
abstract class MoneyPage extends Page implements LoadsAnew {

    private static final List<Role> FINANCE =
            List.of(Role.FINANCE_OFFICER, Role.FINANCE_APPROVER, Role.ADMINISTRATOR, Role.AUDITOR);

    /** The sections in order; the name is the last part of the address and of the message key. */
    enum Section {
        OVERVIEW("money"),
        DUE("money/due"),
        BATCHES("money/batches"),
        EXPORTS("money/exports"),
        RECONCILE("money/reconcile"),
        ENVELOPES("money/envelopes"),
        STATEMENTS("money/statements");

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

    private final Nav nav = new Nav();

    MoneyPage(Section here) {
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

    /** Leaves the sections out for a person who may open this one alone. */
    void onlyFor(Actor actor) {
        nav.setVisible(FINANCE.stream().anyMatch(actor::has));
    }

    /**
     * Adds a heading with what stands below it, or with a sentence where there is nothing.
     *
     * @param key of the heading; with {@code .none} of the sentence
     */
    void section(String key, boolean empty, Supplier<? extends Component> below) {
        content.add(new H2(getTranslation(key)), empty ? new Paragraph(getTranslation(key + ".none")) : below.get());
    }
}

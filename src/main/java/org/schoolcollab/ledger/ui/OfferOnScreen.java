package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import org.schoolcollab.ledger.AwardOffer;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Facts;

/** An award as its lead reads it before accepting: amount, conditions, instalments. */
final class OfferOnScreen extends Section {

    OfferOnScreen(AwardOffer offer) {
        Facts facts = new Facts()
                .fact(
                        getTranslation("ledger.acceptance.award"),
                        (offer.accepted() == null
                                        ? offer.amount()
                                        : offer.award().agreed())
                                .format())
                .fact(
                        getTranslation("ledger.acceptance.requested"),
                        offer.bid().requested().format())
                .fact(
                        getTranslation("ledger.acceptance.conditions"),
                        offer.conditions().isEmpty()
                                ? getTranslation("ledger.acceptance.conditions.none")
                                : offer.conditions());
        DataTable instalments = new DataTable(
                getTranslation("ledger.award.instalments"),
                Column.text(getTranslation("ledger.award.instalment")),
                Column.number(getTranslation("ledger.award.amount")),
                Column.text(getTranslation("ledger.award.condition")));
        offer.award()
                .instalments()
                .forEach(instalment -> instalments.row(
                        Integer.toString(instalment.number()),
                        instalment.amount().format(),
                        getTranslation(
                                "enum.DueCondition." + instalment.condition().name())));
        add(facts, new H2(getTranslation("ledger.award.instalments")), instalments);
        addClassNames("card", "stack");
        getElement().setAttribute("aria-label", getTranslation("ledger.acceptance.award"));
    }
}

package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.schoolcollab.bid.LastRound.Earlier;
import org.schoolcollab.bid.MemberSchool;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;

/** What each school was to get of an earlier bid and promised to put in. */
class EarlierShares extends Section {

    EarlierShares(Earlier shown) {
        addClassNames("card", "stack");
        add(new H2(getTranslation("bid.lastRound.shares")));
        if (shown.plan().schools().stream()
                .allMatch(school -> school.share().isZero() && school.pledge().isZero())) {
            add(new Paragraph(getTranslation("bid.lastRound.noShares")));
            return;
        }
        DataTable table = new DataTable(
                        getTranslation("bid.lastRound.shares"),
                        Column.text(getTranslation("bid.schools.school")),
                        Column.number(getTranslation("bid.schools.share")),
                        Column.number(getTranslation("bid.schools.pledge")))
                .stacked();
        Money shares = Money.ZERO;
        Money pledges = Money.ZERO;
        for (MemberSchool school : shown.plan().schools()) {
            table.row(school.name(), school.share().format(), school.pledge().format());
            shares = shares.plus(school.share());
            pledges = pledges.plus(school.pledge());
        }
        table.sums(getTranslation("bid.schools.sum"), shares.format(), pledges.format());
        add(table);
    }
}

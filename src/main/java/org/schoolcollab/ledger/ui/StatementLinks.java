package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.schoolcollab.ledger.statement.StatementSubjects;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;

/** Leads from a statement to those inside of it: envelopes, awards, schools. */
final class StatementLinks extends Div {

    StatementLinks(StatementSubjects subjects, StatementAddress address, RoundId round) {
        addClassName("stack");
        add(new Anchor(
                StatementAddress.ofRound(round).on(address.date()).link(), getTranslation("ledger.statement.round")));
        Div envelopes = new Div();
        envelopes.addClassName("buttons");
        subjects.envelopes(round)
                .forEach(envelope -> envelopes.add(
                        new Anchor(address.ofArea(envelope.areaCode()).link(), envelope.area())));
        add(envelopes);
        List<StatementSubjects.AwardSubject> awards = subjects.awards(round, address.area());
        if (address.bid() == null && address.school() == null && !awards.isEmpty()) {
            DataTable table = new DataTable(
                    getTranslation("ledger.money.awards"),
                    Column.text(getTranslation("ledger.release.collaboration")),
                    Column.text(getTranslation("ledger.money.area")),
                    Column.number(getTranslation("ledger.release.agreed")));
            awards.forEach(award -> table.row(
                    new Anchor(address.ofBid(award.bid()).link(), award.collaboration()),
                    new Span(award.area()),
                    AwardOnScreen.amount(award.agreed())));
            add(table);
        }
        List<StatementSubjects.SchoolSubject> schools = subjects.schools(round, address.bid());
        if (address.school() == null && !schools.isEmpty()) {
            DataTable table = new DataTable(
                    getTranslation("ledger.statement.schools"),
                    Column.text(getTranslation("ledger.exports.payee")),
                    Column.number(getTranslation("ledger.money.released")));
            schools.forEach(school -> table.row(
                    new Anchor(address.ofSchool(school.id()).link(), school.name()),
                    AwardOnScreen.amount(school.released())));
            add(table);
        }
    }
}

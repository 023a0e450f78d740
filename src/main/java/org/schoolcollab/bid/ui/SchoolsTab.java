package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.CaseTab;
import org.schoolcollab.bid.MemberSchool;
import org.schoolcollab.bid.MemberSchools;
import org.schoolcollab.bid.SchoolsOfBid;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;

/** The member schools of a bid to read: phase, since when, guide, share, pledge, consent. */
@org.springframework.stereotype.Component
class SchoolsTab implements CaseTab {

    private static final int ORDER = 15;

    private final SchoolsOfBid schools;
    private final CurrentUser currentUser;

    SchoolsTab(SchoolsOfBid schools, CurrentUser currentUser) {
        this.schools = schools;
        this.currentUser = currentUser;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String key() {
        return "schools";
    }

    @Override
    public String titleKey() {
        return "bid.tab.schools";
    }

    @Override
    public Component content(BidSummary bid) {
        MemberSchools members = schools.of(bid.id());
        Div tab = new Div(SchoolWords.facts(members));
        tab.addClassName("stack");
        if (bid.status().isWithLead() && currentUser.actor().has(Role.COLLABORATION_LEAD, bid.places())) {
            tab.add(new Anchor(BidPage.address(bid.id()) + "/schools", tab.getTranslation("bid.schools.change")));
        }
        Instant submitted = bid.submittedAt();
        if (submitted != null && !bid.status().isWithLead()) {
            Paragraph hint = new Paragraph(tab.getTranslation("bid.schools.asSubmitted", Dates.day(submitted)));
            hint.addClassName("hint");
            tab.add(hint);
        }
        tab.add(table(members));
        if (!members.takenOut().isEmpty()) {
            tab.add(new H2(tab.getTranslation("bid.schools.takenOut")));
            members.takenOut().forEach(school -> tab.add(SchoolWords.takenOut(tab, school)));
        }
        return tab;
    }

    private static DataTable table(MemberSchools members) {
        Span words = new Span();
        DataTable table = new DataTable(
                words.getTranslation("bid.schools.title"),
                Column.text(words.getTranslation("bid.schools.school")),
                Column.text(words.getTranslation("bid.schools.phase")),
                Column.text(words.getTranslation("bid.schools.since")),
                Column.number(words.getTranslation("bid.schools.guideOf")),
                Column.number(words.getTranslation("bid.schools.share")),
                Column.number(words.getTranslation("bid.schools.pledge")),
                Column.text(words.getTranslation("bid.schools.consent")));
        for (MemberSchool school : members.schools()) {
            table.row(
                    SchoolWords.name(school),
                    new Span(words.getTranslation("enum.Phase." + school.phase().name())),
                    new Span(Dates.day(school.since())),
                    new Span(school.guide().format()),
                    new Span(school.share().format()),
                    new Span(school.pledge().format()),
                    SchoolWords.consent(school));
        }
        table.sums(
                words.getTranslation("bid.schools.sum"),
                "",
                "",
                members.guide().format(),
                members.shares().format(),
                members.pledges().format(),
                "");
        return table;
    }
}

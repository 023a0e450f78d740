package org.schoolcollab.outcome.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.CaseTab;
import org.schoolcollab.outcome.OutcomeProcess.Kind;
import org.schoolcollab.outcome.ReportQueries;
import org.schoolcollab.outcome.ReportState;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.shell.Dates;

/** Both reports of a bid: when they are due, where they stand, and what they say once submitted. */
@org.springframework.stereotype.Component
class ReturnsTab implements CaseTab {

    private final ReportQueries reports;
    private final Rounds rounds;

    ReturnsTab(ReportQueries reports, Rounds rounds) {
        this.reports = reports;
        this.rounds = rounds;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String key() {
        return "returns";
    }

    @Override
    public String titleKey() {
        return "outcome.tab.title";
    }

    @Override
    public Component content(BidSummary bid) {
        Div content = new Div();
        content.addClassName("stack");
        Round round = rounds.get(bid.roundId());
        section(
                content,
                "outcome.march.name",
                round.marchFrom(),
                round.marchTo(),
                reports.state(bid.id(), Kind.MARCH),
                reports.march(bid.id()).map(report -> ReportOnScreen.march(content, report)));
        section(
                content,
                "outcome.october.name",
                round.octoberFrom(),
                round.octoberTo(),
                reports.state(bid.id(), Kind.OCTOBER),
                reports.october(bid.id()).map(report -> ReportOnScreen.october(content, report)));
        return content;
    }

    private static void section(
            Div content,
            String titleKey,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            ReportState state,
            Optional<Component> report) {
        content.add(new H2(content.getTranslation(titleKey)));
        if (from != null && to != null) {
            content.add(new Paragraph(content.getTranslation("outcome.tab.window", Dates.day(from), Dates.day(to))));
        }
        if (state.version() == 0) {
            content.add(new Paragraph(content.getTranslation("outcome.tab.notStarted")));
        } else {
            content.add(report.orElseGet(() -> ReportOnScreen.state(content, state)));
        }
    }
}

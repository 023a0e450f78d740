package org.schoolcollab.outcome.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.time.Instant;
import org.schoolcollab.outcome.MarchReport;
import org.schoolcollab.outcome.OctoberReport;
import org.schoolcollab.outcome.Progress;
import org.schoolcollab.outcome.ReportState;
import org.schoolcollab.outcome.ReportStatus;
import org.schoolcollab.outcome.Verdict;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.StatusBadge;
import org.schoolcollab.shell.StatusBadge.Tone;

/** Reports to read. Everything that people typed is shown as text. */
final class ReportOnScreen {

    private ReportOnScreen() {}

    static Component march(Component owner, MarchReport report) {
        Div content = new Div();
        content.addClassName("stack");
        content.add(state(owner, report.state()));
        for (MarchReport.Item item : report.items()) {
            H3 heading = new H3(item.words());
            Progress progress = item.progress();
            content.add(heading);
            if (progress != null) {
                content.add(new Div(new StatusBadge(
                        owner.getTranslation("enum.Progress." + progress.name()),
                        switch (progress) {
                            case ON_TRACK -> Tone.GOOD;
                            case SOME -> Tone.WARN;
                            case NONE -> Tone.BAD;
                        })));
            }
            content.add(prose(item.comment()));
        }
        content.add(
                new H3(owner.getTranslation("outcome.march.selfAssessment")),
                prose(report.selfAssessment()),
                new H3(owner.getTranslation("outcome.march.nextSteps")),
                prose(report.nextSteps()));
        return content;
    }

    static Component october(Component owner, OctoberReport report) {
        Div content = new Div();
        content.addClassName("stack");
        content.add(
                state(owner, report.state()),
                warning(owner),
                new Paragraph(owner.getTranslation(
                        "outcome.october.count",
                        report.count(Verdict.MET),
                        report.count(Verdict.NOT_MET),
                        report.count(Verdict.NO_FIGURE))),
                results(owner, report),
                new H3(owner.getTranslation("outcome.october.summary")),
                prose(report.summary()));
        return content;
    }

    /** §14: one year of data proves no cause. */
    static Component warning(Component owner) {
        Paragraph warning = new Paragraph(owner.getTranslation("outcome.october.warning"));
        warning.addClassNames("notice", "notice-warn");
        return warning;
    }

    private static DataTable results(Component owner, OctoberReport report) {
        DataTable table = new DataTable(
                owner.getTranslation("outcome.october.results"),
                Column.text(owner.getTranslation("outcome.october.measure")),
                Column.text(owner.getTranslation("outcome.october.about")),
                Column.number(owner.getTranslation("outcome.october.baseline")),
                Column.number(owner.getTranslation("outcome.october.target")),
                Column.number(owner.getTranslation("outcome.october.actual")),
                Column.text(owner.getTranslation("outcome.october.verdict")),
                Column.text(owner.getTranslation("outcome.october.comment")));
        for (OctoberReport.Item item : report.items()) {
            BigDecimal actual = item.actual();
            table.row(
                    new Span(item.target().measure()),
                    new Span(item.target().about()),
                    new Span(figure(item.target().baseline())),
                    new Span(figure(item.target().value())),
                    new Span(actual == null ? "–" : figure(actual)),
                    verdict(owner, item),
                    new Span(item.noFigure() ? (item.reason() + " " + item.comment()).strip() : item.comment()));
        }
        return table;
    }

    /** Met or not met in words; empty while there is neither a figure nor a reason. */
    static Component verdict(Component owner, OctoberReport.Item item) {
        Verdict verdict = item.verdict();
        if (verdict == null) {
            return new Span("");
        }
        return new StatusBadge(
                owner.getTranslation("enum.Verdict." + verdict.name()),
                switch (verdict) {
                    case MET -> Tone.GOOD;
                    case NOT_MET -> Tone.WARN;
                    case NO_FIGURE -> Tone.NEUTRAL;
                });
    }

    static String figure(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    static Facts state(Component owner, ReportState state) {
        Facts facts = new Facts()
                .fact(
                        owner.getTranslation("outcome.report.state"),
                        new StatusBadge(
                                owner.getTranslation(
                                        "enum.ReportStatus." + state.status().name()),
                                tone(state.status())));
        Instant submitted = state.submittedAt();
        if (submitted != null) {
            facts.fact(
                    owner.getTranslation("outcome.report.submitted"),
                    owner.getTranslation(
                            state.late() ? "outcome.report.byAtLate" : "outcome.report.byAt",
                            said(state.submittedBy()),
                            Dates.moment(submitted)));
        }
        Instant decided = state.decidedAt();
        if (decided != null) {
            facts.fact(
                    owner.getTranslation("outcome.report.decided"),
                    owner.getTranslation("outcome.report.byAt", said(state.decidedBy()), Dates.moment(decided)));
        }
        if (!state.returnReason().isEmpty()) {
            facts.fact(owner.getTranslation("outcome.report.returnReason"), state.returnReason());
        }
        return facts;
    }

    private static Tone tone(ReportStatus status) {
        return switch (status) {
            case DRAFT -> Tone.NEUTRAL;
            case SUBMITTED -> Tone.ACCENT;
            case RETURNED -> Tone.WARN;
            case ACCEPTED -> Tone.GOOD;
        };
    }

    private static Paragraph prose(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("prose");
        return paragraph;
    }

    private static String said(@org.jspecify.annotations.Nullable String name) {
        return name == null ? "" : name;
    }
}

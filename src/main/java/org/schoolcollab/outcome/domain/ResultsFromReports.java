package org.schoolcollab.outcome.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.ReportedResults;
import org.schoolcollab.outcome.MarchReport;
import org.schoolcollab.outcome.OctoberReport;
import org.schoolcollab.outcome.ReportState;
import org.schoolcollab.outcome.ReportStatus;
import org.schoolcollab.shared.PortalClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells what the March report says of each priority and the October report of each target. */
@Component
class ResultsFromReports implements ReportedResults {

    private final MarchStore march;
    private final OctoberStore october;

    ResultsFromReports(MarchStore march, OctoberStore october) {
        this.march = march;
        this.october = october;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Result> of(BidSummary bid) {
        List<Result> results = new ArrayList<>();
        MarchReport progress = march.load(bid);
        Instant inMarch = progress.state().submittedAt();
        if (inMarch != null && !progress.state().status().isWithLead()) {
            progress.items().stream()
                    .filter(item -> item.progress() != null)
                    .forEach(item -> results.add(new Result(
                            item.priority().toString(),
                            "",
                            "enum.Progress." + item.progress(),
                            item.comment(),
                            day(inMarch),
                            isAccepted(progress.state()))));
        }
        OctoberReport figures = october.load(bid);
        Instant inOctober = figures.state().submittedAt();
        if (inOctober != null && !figures.state().status().isWithLead()) {
            figures.items().stream()
                    .filter(item -> item.verdict() != null)
                    .forEach(item -> results.add(new Result(
                            item.target().id().toString(),
                            item.actual() == null || item.noFigure() ? "" : item.actualTyped(),
                            "enum.Verdict." + item.verdict(),
                            item.noFigure() ? item.reason() : item.comment(),
                            day(inOctober),
                            isAccepted(figures.state()))));
        }
        return List.copyOf(results);
    }

    private static boolean isAccepted(ReportState state) {
        return state.status() == ReportStatus.ACCEPTED;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, PortalClock.LONDON);
    }
}

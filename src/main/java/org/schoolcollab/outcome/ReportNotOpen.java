package org.schoolcollab.outcome;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.Dates;

/** The report is not at the point that this step needs. Says where it stands, and who brought it there. */
public class ReportNotOpen extends BusinessRuleViolation {

    private ReportNotOpen(String key, Object... arguments) {
        super("error.outcome." + key, arguments);
    }

    public ReportNotOpen(ReportState state) {
        this(
                "report." + state.status().name(),
                switch (state.status()) {
                    case SUBMITTED -> said(state.submittedBy());
                    case RETURNED, ACCEPTED -> said(state.decidedBy());
                    case DRAFT -> "";
                },
                switch (state.status()) {
                    case SUBMITTED -> said(state.submittedAt());
                    case RETURNED, ACCEPTED -> said(state.decidedAt());
                    case DRAFT -> "";
                });
    }

    /** Its window has not opened. */
    public static ReportNotOpen before(LocalDate from) {
        return new ReportNotOpen("tooEarly", Dates.day(from));
    }

    /** The round names no window for it. */
    public static ReportNotOpen noWindow() {
        return new ReportNotOpen("noWindow");
    }

    /** The October report follows an accepted March report. */
    public static ReportNotOpen marchFirst() {
        return new ReportNotOpen("marchFirst");
    }

    private static String said(@Nullable String name) {
        return name == null ? "" : name;
    }

    private static String said(@Nullable Instant at) {
        return at == null ? "" : Dates.moment(at);
    }
}

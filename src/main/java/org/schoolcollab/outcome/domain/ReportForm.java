package org.schoolcollab.outcome.domain;

import java.util.List;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.outcome.OutcomeProcess.Kind;
import org.schoolcollab.shared.ValidationFailed.Problem;

/**
 * What one kind of report is made of.
 *
 * @param <D> what is typed
 * @param <R> what is kept
 */
public interface ReportForm<D, R> {

    Kind kind();

    R load(BidSummary bid);

    /** Keeps the draft, whatever gaps it has. */
    void save(BidId bid, D draft);

    /** One item for each part of the plan that the report is about, whatever was sent. */
    D inOrder(BidSummary bid, D typed);

    /** Texts that do not fit. */
    List<Problem> unfit(D draft);

    /** Everything that a submitted report must have and this one has not. */
    List<Problem> gaps(D draft);

    /** How the audit trail names an act on such a report: {@code outcome.marchSaved}. */
    default String action(String done) {
        return (kind() == Kind.MARCH ? "outcome.march" : "outcome.october") + done;
    }
}

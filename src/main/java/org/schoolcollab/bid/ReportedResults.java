package org.schoolcollab.bid;

import java.time.LocalDate;
import java.util.List;

/** What came of a bid's plan, as its lead has reported it. Implemented by the outcome module. */
public interface ReportedResults {

    /**
     * What a report says about one line of the plan.
     *
     * @param line id of the priority or target
     * @param figure the value reached, as typed; empty where there is none
     * @param verdictKey key of how it came out, in words
     * @param words the lead's own, empty where there are none
     * @param on day of the report
     * @param accepted whether the adviser has accepted it
     */
    record Result(String line, String figure, String verdictKey, String words, LocalDate on, boolean accepted) {}

    /** What stands in reports that are with the adviser or accepted. The caller has checked that the person may see the bid. */
    List<Result> of(BidSummary bid);
}

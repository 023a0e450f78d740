package org.schoolcollab.bid;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who can act on a bid now, and by when. Implemented by the workflow module from the open tasks; not for the eyes of one person only,
 * so it names nothing that a reader of the case may not know.
 */
public interface WhereItStands {

    /**
     * One step that is open.
     *
     * @param titleKey key of the step's name, e.g. "Review plan"
     * @param who people or group that can act, in words
     * @param due until when, null where nothing is due
     * @param why a sentence that says why then, empty where nothing is due
     */
    record OpenStep(String titleKey, String who, @Nullable Instant due, String why) {}

    /** The open steps, the one due first first; empty where the bid waits for a date or has ended. */
    List<OpenStep> of(BidId bid);

    /**
     * The stage of a bid whose money is being spent: {@link Stage#RELEASE} while a later instalment is due, else the report that is
     * next. Asked for bids in delivery only.
     */
    default Stage stageInDelivery(BidId bid) {
        return Stage.MARCH;
    }
}

package org.schoolcollab.programme;

import java.util.Map;

/** What the bids of a round have to do with its guide amounts and measures. Implemented by the module of bids. */
public interface BidsOfRound {

    /** Whether a plan was ever submitted in the round; as read now. */
    boolean haveBeenSubmitted(RoundId round);

    /** The same, with every bid of the round locked until the transaction ends, so that none is submitted in between. */
    boolean haveBeenSubmittedLocked(RoundId round);

    /** By how many plans that are being written each measure is named that any of them names, by its words. */
    Map<String, Integer> plansByMeasure(RoundId round);

    /** The guide amounts have changed: those of plans that are being written follow. The caller holds their bids. */
    void followGuide(RoundId round);
}

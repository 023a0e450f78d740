package org.schoolcollab.board;

import java.util.List;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.security.PersonId;

/** What a ballot tells the process. Implemented by the workflow module, in the caller's transaction. */
public interface DecisionProcess {

    /** The chair opened the ballot: completes the opening task, a voting task for each of these people follows. */
    void ballotOpened(BidSummary bid, List<PersonId> voters);

    /** This person voted: completes their voting task; the process asks {@link BallotCount} whether the ballot is settled. */
    void voteCast(BidSummary bid, PersonId voter);

    /** The chair gave the casting vote on a tie: completes that task. */
    void castingVoteGiven(BidSummary bid);
}

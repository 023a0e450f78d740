package org.schoolcollab.board;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.security.PersonId;

/** What a board tells the process. Implemented by the workflow module, in the caller's transaction. */
public interface DecisionProcess {

    /**
     * A ballot was opened: completes the opening task, a voting task for each of these people follows.
     *
     * @param closesAt when the process ends the voting by itself; null where whoever leads the decision ends it
     */
    void ballotOpened(BidSummary bid, List<PersonId> voters, @Nullable Instant closesAt);

    /** This person voted: completes their voting task; the process asks {@link BallotCount} whether the ballot is settled. */
    void voteCast(BidSummary bid, PersonId voter);

    /** Whoever leads the decision ended the voting: the votes that are there are counted. */
    void votingEnded(BidSummary bid);

    /** Others may lead the decision now, because an interest or a role changed: its open step moves to their queues. */
    void leadersChanged(BidSummary bid);

    /** The casting vote was given on a tie: completes that task. */
    void castingVoteGiven(BidSummary bid);

    /** The board sent the bid back with questions: completes the opening task, the lead's revising task follows. */
    void deferred(BidSummary bid);

    /** Another board decides from now on: its opening task follows. */
    void passed(BidSummary bid);
}

package org.schoolcollab.board;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.review.Interest;
import org.schoolcollab.shared.Money;

/**
 * A ballot as its readers may see it: how many have voted, never what, until it is counted.
 *
 * @param conditions of the award, empty for none
 * @param firstPercent share of the award in the first instalment; null for the round's default
 * @param closesAt when voting ends by itself; null where whoever leads the decision ends it
 * @param outcome OPEN until counted; TIED while it waits for the chair
 * @param recused members with an interest, by name
 * @param voted how many of those who may vote have
 * @param eligible how many may vote
 * @param tally the counted votes; null until counted
 * @param castingChoice the chair's vote on a tie, null where none was given
 * @param refusalReasons why members refused, without their names; empty until counted
 */
public record BallotState(
        int attempt,
        Money amount,
        String conditions,
        @Nullable Integer firstPercent,
        @Nullable Instant closesAt,
        BallotCount.Outcome outcome,
        Instant openedAt,
        @Nullable Instant closedAt,
        List<Recused> recused,
        int voted,
        int eligible,
        int quorum,
        @Nullable Tally tally,
        @Nullable VoteChoice castingChoice,
        List<String> refusalReasons) {

    /** A member who takes no part, and why. */
    public record Recused(String name, Interest interest) {}

    public boolean isOpen() {
        return outcome == BallotCount.Outcome.OPEN;
    }

    public boolean isClosed() {
        return closedAt != null;
    }
}

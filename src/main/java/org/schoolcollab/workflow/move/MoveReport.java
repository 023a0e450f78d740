package org.schoolcollab.workflow.move;

import java.time.Instant;
import java.util.List;

/** A move as it stands: how far it is, and what became of each bid. */
public record MoveReport(
        MoveId id,
        MovePlan plan,
        Status status,
        String comment,
        String startedBy,
        Instant startedAt,
        List<Trial> bids) {

    public enum Status {
        RUNNING,
        /** Somebody stopped it; can be resumed. */
        STOPPED,
        DONE
    }

    /** How many bids came out so. */
    public long count(Trial.Result result) {
        return bids.stream().filter(bid -> bid.result() == result).count();
    }
}

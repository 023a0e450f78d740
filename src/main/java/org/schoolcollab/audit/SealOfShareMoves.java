package org.schoolcollab.audit;

import java.util.List;
import org.springframework.stereotype.Component;

/** Migration 166: seals the moves of shares that were kept before they were sealed. */
@Component
public class SealOfShareMoves extends SealOfEarlierRows {

    public SealOfShareMoves() {
        super("166", List.of("ledger_share_move"));
    }
}

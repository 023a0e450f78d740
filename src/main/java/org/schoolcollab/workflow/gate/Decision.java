package org.schoolcollab.workflow.gate;

import java.util.List;
import java.util.Set;

/**
 * Who gave the last decision that counts, and what it can be. NONE is also what is left once the plan changed: the engine's variable
 * may then still hold any word, or none.
 */
enum Decision {
    NONE(
            "",
            "RECOMMENDED",
            "RETURNED",
            "APPROVED",
            "REFUSED",
            "TIED",
            "UNFUNDED",
            "INQUORATE",
            "VOID",
            "OPEN",
            "DEFERRED",
            "PASSED",
            "REJECTED",
            "ACCEPTED"),
    REVIEW("RECOMMENDED", "RETURNED"),
    /** Whoever leads the board's decision puts the bid to the vote, sends it back or passes it to another board. */
    REFERRAL("OPEN", "DEFERRED", "PASSED"),
    BOARD("APPROVED", "REFUSED", "TIED", "UNFUNDED", "INQUORATE", "VOID"),
    FINANCE("APPROVED", "REJECTED"),
    REPORT("ACCEPTED", "RETURNED");

    /** Outcomes of a count that decide nothing: another step has to follow. */
    static final Set<String> UNSETTLED = Set.of("TIED", "UNFUNDED", "INQUORATE", "VOID");

    static final List<Decision> ALL = List.of(REVIEW, REFERRAL, BOARD, FINANCE, REPORT);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> outcomes;

    Decision(String... outcomes) {
        this.outcomes = Set.of(outcomes);
    }

    Set<String> outcomes() {
        return outcomes;
    }
}

package org.schoolcollab.workflow.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the people around one made-up bid decide: all agree, but for one decision that goes otherwise when it is first made. */
final class MadeUpDecisions {

    /** What people decide where everything is agreed, then what may be decided otherwise, once. */
    private static final Map<String, String> AGREED = Map.of(
            "review",
            "RECOMMENDED",
            "ballot",
            "OPEN",
            Vocabulary.COUNT_BALLOT,
            "APPROVED",
            "release-approval",
            "APPROVED",
            "march-acceptance",
            "ACCEPTED",
            "october-acceptance",
            "ACCEPTED",
            Vocabulary.SIGN_OFF,
            "AGREED");

    record Otherwise(String at, String outcome) {}

    static final List<Otherwise> OTHERWISE = List.of(
            new Otherwise("", ""),
            new Otherwise("review", "RETURNED"),
            new Otherwise("ballot", "DEFERRED"),
            new Otherwise("ballot", "PASSED"),
            new Otherwise(Vocabulary.COUNT_BALLOT, "TIED"),
            new Otherwise(Vocabulary.COUNT_BALLOT, "UNFUNDED"),
            new Otherwise(Vocabulary.COUNT_BALLOT, "INQUORATE"),
            new Otherwise(Vocabulary.COUNT_BALLOT, "VOID"),
            new Otherwise(Vocabulary.COUNT_BALLOT, "REFUSED"),
            new Otherwise("release-approval", "REJECTED"),
            new Otherwise("march-acceptance", "RETURNED"),
            new Otherwise("october-acceptance", "RETURNED"),
            new Otherwise(Vocabulary.SIGN_OFF, "SENT_BACK"));

    private final Otherwise otherwise;
    private final Set<String> decided = new HashSet<>();

    MadeUpDecisions(Otherwise otherwise) {
        this.otherwise = otherwise;
    }

    /** Whether the event comes before people are done, the first time that they are at its step. */
    boolean comes(String event) {
        return decided.add(event) && otherwise.at().equals(event);
    }

    /**
     * What is decided at a place.
     *
     * @param where the place, the same each time the bid comes by
     * @param what screen or delegate
     */
    String outcome(String where, String what) {
        boolean first = decided.add(where);
        return first && otherwise.at().equals(what) ? otherwise.outcome() : AGREED.getOrDefault(what, "");
    }
}

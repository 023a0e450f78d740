package org.schoolcollab.programme;

import org.schoolcollab.shared.BusinessRuleViolation;

/** The rules of a round are fixed: plans were submitted or awards made by them, or the round is over. */
public class RoundRulesFixed extends BusinessRuleViolation {

    /** What the plans of a round are written and judged by: its guide amounts and its measures. */
    public enum By {
        NOTHING,
        SUBMISSION,
        CLOSING
    }

    private RoundRulesFixed(String key) {
        super("error.programme.rulesFixed." + key);
    }

    static RoundRulesFixed byAwards() {
        return new RoundRulesFixed("awards");
    }

    static RoundRulesFixed byClosing() {
        return new RoundRulesFixed("closed");
    }

    /** Refuses unless nothing fixes them. */
    static void check(By by) {
        switch (by) {
            case NOTHING -> {}
            case SUBMISSION -> throw new RoundRulesFixed("submitted");
            case CLOSING -> throw byClosing();
        }
    }
}

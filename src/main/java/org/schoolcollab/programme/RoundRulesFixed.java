package org.schoolcollab.programme;

import org.schoolcollab.shared.BusinessRuleViolation;

/** The rules of a round are fixed: awards were made by them, or the round is over. */
public class RoundRulesFixed extends BusinessRuleViolation {

    private RoundRulesFixed(String key) {
        super("error.programme.rulesFixed." + key);
    }

    static RoundRulesFixed byAwards() {
        return new RoundRulesFixed("awards");
    }

    static RoundRulesFixed byClosing() {
        return new RoundRulesFixed("closed");
    }
}

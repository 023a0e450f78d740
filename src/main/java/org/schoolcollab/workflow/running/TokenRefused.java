package org.schoolcollab.workflow.running;

import org.schoolcollab.shared.BusinessRuleViolation;

/** A bid cannot be put to another step by hand, and why. */
public final class TokenRefused extends BusinessRuleViolation {

    private TokenRefused(String key, Object... arguments) {
        super(key, arguments);
    }

    /** It does not stand there, or no longer. */
    static TokenRefused elsewhere() {
        return new TokenRefused("error.workflow.token.elsewhere");
    }

    static TokenRefused paused() {
        return new TokenRefused("error.workflow.token.paused");
    }

    /** It cannot leave a step by hand where another process is under way, people vote or a date is waited for. */
    static TokenRefused mayNotLeave(TokenRules.Stays why, String step) {
        return new TokenRefused("error.workflow.token." + why.name(), step);
    }

    /** It would get past a decision, an approval or money, or back before one. */
    static TokenRefused notPermitted(String from, String to) {
        return new TokenRefused("error.workflow.token.notPermitted", from, to);
    }
}

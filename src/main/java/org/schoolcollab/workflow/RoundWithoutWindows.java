package org.schoolcollab.workflow;

import org.schoolcollab.shared.BusinessRuleViolation;

/** The round names no dates for bids, March or October, so no bid can be carried through it. */
public class RoundWithoutWindows extends BusinessRuleViolation {

    RoundWithoutWindows(String round) {
        super("error.workflow.roundWithoutWindows", round);
    }
}

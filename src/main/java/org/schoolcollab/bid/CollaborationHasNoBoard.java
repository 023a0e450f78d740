package org.schoolcollab.bid;

import org.schoolcollab.shared.BusinessRuleViolation;

/** The collaboration lies in no district, or works across the county: no adviser and no Area Board could decide on its bid. */
public class CollaborationHasNoBoard extends BusinessRuleViolation {

    public CollaborationHasNoBoard(String collaborationName) {
        super("error.bid.noBoard", collaborationName);
    }
}

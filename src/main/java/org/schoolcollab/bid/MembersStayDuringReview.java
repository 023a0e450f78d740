package org.schoolcollab.bid;

import org.schoolcollab.shared.BusinessRuleViolation;

/** No school joins or leaves while the collaboration's bid is with the adviser or the board. */
public class MembersStayDuringReview extends BusinessRuleViolation {

    public MembersStayDuringReview() {
        super("error.bid.membersStay");
    }
}

package org.schoolcollab.collaboration;

import org.schoolcollab.shared.BusinessRuleViolation;

/** Why a joining, a leaving or another lead school is not recorded. */
public class MembershipRefused extends BusinessRuleViolation {

    private MembershipRefused(String messageKey, Object... arguments) {
        super(messageKey, arguments);
    }

    /** The lead school holds the money. */
    public static MembershipRefused leadSchool(String school) {
        return new MembershipRefused("error.collaboration.member.lead", school);
    }

    /** The school is the lead school already. */
    public static MembershipRefused leadsAlready(String school) {
        return new MembershipRefused("error.collaboration.member.leads", school);
    }

    /** The school is no member, or has left already. */
    public static MembershipRefused noMember() {
        return new MembershipRefused("error.collaboration.member.none");
    }
}

package org.schoolcollab.ledger;

import java.time.Instant;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.Dates;

/** A release may not be requested or approved by this person, or not again. Says who and when where somebody did already. */
public class ReleaseRefused extends BusinessRuleViolation {

    private ReleaseRefused(String key, Object... arguments) {
        super("error.ledger." + key, arguments);
    }

    /** Whether what was asked for is done already, so that nothing is left to do. */
    public boolean isDoneBefore() {
        return messageKey().equals("error.ledger.alreadyRequested")
                || messageKey().equals("error.ledger.alreadyReleased");
    }

    public static ReleaseRefused alreadyRequested(String person, Instant at) {
        return new ReleaseRefused("alreadyRequested", person, Dates.moment(at));
    }

    public static ReleaseRefused alreadyReleased(String person, Instant at) {
        return new ReleaseRefused("alreadyReleased", person, Dates.moment(at));
    }

    /** Rule 3: requester and approver are different people. */
    public static ReleaseRefused samePerson() {
        return new ReleaseRefused("samePerson");
    }

    /** Rule 3: neither leads the bidding collaboration. */
    public static ReleaseRefused leadsCollaboration(String person) {
        return new ReleaseRefused("leads", person);
    }

    public static ReleaseRefused headsMemberSchool(String person) {
        return new ReleaseRefused("heads", person);
    }

    public static ReleaseRefused governsMemberSchool(String person) {
        return new ReleaseRefused("governs", person);
    }

    /** Nobody holds two sides of the same check for the same bid. */
    public static ReleaseRefused tookPart(String person) {
        return new ReleaseRefused("tookPart", person);
    }

    public static ReleaseRefused noLeadSchool() {
        return new ReleaseRefused("noLeadSchool");
    }
}

package org.schoolcollab.workflow;

import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.ConsentProcess;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Scope;
import org.springframework.stereotype.Component;

/** Asks a member school for its consent: a process for each school beside the bid's own. */
@Component
class ConsentSteps implements ConsentProcess {

    static final String PROCESS = "schoolConsent";

    private static final String TASK = "userTask_GiveConsent";

    private final OpenSteps steps;

    ConsentSteps(OpenSteps steps) {
        this.steps = steps;
    }

    @Override
    public void asked(BidId bid, EstablishmentId school) {
        steps.start(PROCESS, bid, ProcessVariables.values().with(ProcessVariables.SCHOOL_GROUP, group(school)));
    }

    @Override
    public void answered(BidId bid, EstablishmentId school) {
        steps.completeOfSchool(bid, group(school), TASK);
    }

    @Override
    public void ended(BidId bid, EstablishmentId school) {
        steps.endOfSchool(PROCESS, bid, group(school));
    }

    private static String group(EstablishmentId school) {
        return Scope.establishment(school.value()).groupOf(Role.HEADTEACHER);
    }
}

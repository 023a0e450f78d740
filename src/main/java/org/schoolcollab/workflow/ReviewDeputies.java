package org.schoolcollab.workflow;

import java.util.List;
import org.schoolcollab.inbox.StandIns;
import org.schoolcollab.review.Deputies;
import org.schoolcollab.security.PersonId;
import org.springframework.stereotype.Component;

/** Whoever stands in for an adviser does the adviser's open reviews. */
@Component
class ReviewDeputies implements StandIns {

    private final Deputies deputies;

    ReviewDeputies(Deputies deputies) {
        this.deputies = deputies;
    }

    @Override
    public List<StandIn> of(PersonId deputy) {
        return deputies.absencesFor(deputy).stream()
                .map(absence -> new StandIn(
                        absence.adviser(), absence.adviserName(), absence.from(), absence.to(), ReviewSteps.TASK))
                .toList();
    }
}

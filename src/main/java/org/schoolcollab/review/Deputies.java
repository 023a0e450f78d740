package org.schoolcollab.review;

import java.util.List;
import org.schoolcollab.review.domain.Absences;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.PortalClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** For whom people stand in, for other modules. Not a use case: it checks nobody. */
@Component
public class Deputies {

    private final Absences absences;
    private final PortalClock clock;

    Deputies(Absences absences, PortalClock clock) {
        this.absences = absences;
        this.clock = clock;
    }

    /** The absences of today and later in which this person is the deputy, the earliest first. */
    @Transactional(readOnly = true)
    public List<Absence> absencesFor(PersonId deputy) {
        return absences.ofDeputy(deputy, clock.today());
    }
}

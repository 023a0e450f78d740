package org.schoolcollab.inbox;

import java.util.Optional;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.BusinessRuleViolation;

/** What keeps a person from a task that stands in their queue. Implemented by the workflow module from the rules of the others. */
public interface TaskFitness {

    /** The refusal; empty where the person may do the task. */
    Optional<BusinessRuleViolation> keptFrom(WorkItem task, PersonId person);
}

package org.schoolcollab.establishment;

import org.schoolcollab.security.PersonId;

/** A person became a governor of a school, or the last day of it was noted. Published in the transaction of the change. */
public record GovernorsChanged(PersonId person) {}

package org.schoolcollab.collaboration;

import org.schoolcollab.establishment.EstablishmentId;

/**
 * A school has joined or left a collaboration, or leads it now. Published in the transaction of the act, so that what follows from it
 * commits with it; who listens may refuse by a {@link org.schoolcollab.shared.BusinessRuleViolation}.
 *
 * @param name of the school
 * @param role in which the person who recorded it acted
 */
public record MembersChanged(
        CollaborationId collaboration, Kind kind, EstablishmentId school, String name, String role) {

    /** What became of the school. */
    public enum Kind {
        JOINED,
        LEFT,
        /** It is the lead school from now on. */
        LEADS
    }
}

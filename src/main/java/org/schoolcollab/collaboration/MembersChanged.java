package org.schoolcollab.collaboration;

/**
 * A school has joined or left a collaboration, or leads it now. Published in the transaction of the act, so that what follows from it
 * commits with it; who listens may refuse by a {@link org.schoolcollab.shared.BusinessRuleViolation}.
 *
 * @param school its name
 * @param role in which the person who recorded it acted
 */
public record MembersChanged(CollaborationId collaboration, Kind kind, String school, String role) {

    /** What became of the school. */
    public enum Kind {
        JOINED,
        LEFT
    }
}

package org.schoolcollab.collaboration;

/**
 * A school has joined or left a collaboration. Published in the transaction of the act, so that what follows from it commits with it;
 * who listens may refuse by a {@link org.schoolcollab.shared.BusinessRuleViolation}.
 */
public record MembersChanged(CollaborationId collaboration) {}

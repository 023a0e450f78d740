package org.schoolcollab.ledger.domain;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;

/**
 * Which tie keeps a person in finance from a release (rule 3 of the domain), decided from what is known and nothing else: so it can be
 * tried out in memory over any number of people and bids.
 */
public final class IndependenceRules {

    /** Why somebody may not touch a release. */
    public enum Tie {
        LEADS_COLLABORATION,
        HEADS_MEMBER,
        GOVERNS_MEMBER,
        TOOK_PART
    }

    /**
     * What is known of a person and a bid.
     *
     * @param grants the person's roles with their places
     * @param collaboration the collaboration that bids
     * @param members its member schools today
     * @param governed schools that the person is a governor of today
     * @param tookPart whether the person reviewed the bid or voted on it
     */
    public record Known(
            Set<RoleGrant> grants, UUID collaboration, Set<UUID> members, Set<UUID> governed, boolean tookPart) {}

    private IndependenceRules() {}

    /** The first tie; empty where the person is independent. */
    public static Optional<Tie> first(Known known) {
        if (known.grants()
                .contains(new RoleGrant(Role.COLLABORATION_LEAD, Scope.collaboration(known.collaboration())))) {
            return Optional.of(Tie.LEADS_COLLABORATION);
        }
        boolean heads = known.members().stream()
                .map(school -> new RoleGrant(Role.HEADTEACHER, Scope.establishment(school)))
                .anyMatch(known.grants()::contains);
        if (heads) {
            return Optional.of(Tie.HEADS_MEMBER);
        }
        if (known.governed().stream().anyMatch(known.members()::contains)) {
            return Optional.of(Tie.GOVERNS_MEMBER);
        }
        return known.tookPart() ? Optional.of(Tie.TOOK_PART) : Optional.empty();
    }
}

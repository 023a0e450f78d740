package org.schoolcollab.review;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;

/**
 * When a person has an interest in a bid (rule 1 of the domain), decided from what is known of both and nothing else: so it can be
 * tried out in memory over any number of people and bids.
 */
public final class InterestRules {

    private InterestRules() {}

    /**
     * What is known of a person and a bid.
     *
     * @param grants the person's roles with their places
     * @param collaboration the collaboration that bids
     * @param members ids of its member schools today
     * @param memberTrusts trusts that these schools belong to
     * @param ownTrusts trusts of the schools that the person heads or governs
     * @param governed ids of the schools that the person is a governor of today
     * @param reviewed whether the person reviewed the bid
     */
    public record Known(
            Set<RoleGrant> grants,
            UUID collaboration,
            Set<String> members,
            Set<String> memberTrusts,
            Set<String> ownTrusts,
            Set<String> governed,
            boolean reviewed) {}

    /** Ids of the schools that a person with these grants heads. */
    public static Set<String> schoolsHeaded(Collection<RoleGrant> grants) {
        return grants.stream()
                .filter(grant -> grant.role() == Role.HEADTEACHER)
                .map(grant -> grant.scope().key())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The first interest in the order of {@link Interest}; empty where the person is free to judge. */
    public static Optional<Interest> first(Known known) {
        if (leads(known.grants(), known.collaboration())) {
            return Optional.of(Interest.LEADS_COLLABORATION);
        }
        if (schoolsHeaded(known.grants()).stream().anyMatch(known.members()::contains)) {
            return Optional.of(Interest.HEADTEACHER_OF_MEMBER);
        }
        if (known.governed().stream().anyMatch(known.members()::contains)) {
            return Optional.of(Interest.GOVERNOR);
        }
        if (known.ownTrusts().stream().anyMatch(known.memberTrusts()::contains)) {
            return Optional.of(Interest.SAME_TRUST);
        }
        return known.reviewed() ? Optional.of(Interest.REVIEWED_THE_BID) : Optional.empty();
    }

    /** Whether an interest keeps an adviser from reviewing; having reviewed before does not. */
    public static boolean keepsFromReviewing(Interest interest) {
        return interest == Interest.LEADS_COLLABORATION
                || interest == Interest.HEADTEACHER_OF_MEMBER
                || interest == Interest.GOVERNOR
                || interest == Interest.SAME_TRUST;
    }

    private static boolean leads(Set<RoleGrant> grants, UUID collaboration) {
        return grants.contains(new RoleGrant(Role.COLLABORATION_LEAD, Scope.collaboration(collaboration)));
    }
}

package org.schoolcollab.review;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.collaboration.CollaborationDirectory.Member;
import org.schoolcollab.review.domain.Reviews;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The policy that finds a person's interest in a bid (rule 1 of the domain): leading the collaboration, being headteacher of a member
 * school or of a school in the same trust, having reviewed the bid. Reads the register as it is now, not the log-in.
 */
@Component
public class InterestsFollowFromData {

    private final People people;
    private final CollaborationDirectory collaborations;
    private final Reviews reviews;
    private final JdbcClient jdbc;
    private final PortalClock clock;

    InterestsFollowFromData(
            People people, CollaborationDirectory collaborations, Reviews reviews, JdbcClient jdbc, PortalClock clock) {
        this.people = people;
        this.collaborations = collaborations;
        this.reviews = reviews;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The first interest found, in the order of {@link Interest}; empty where the person is free to judge. */
    @Transactional(readOnly = true)
    public Optional<Interest> of(PersonId person, BidSummary bid) {
        Set<RoleGrant> grants = people.grantsOf(person);
        if (grants.contains(new RoleGrant(
                Role.COLLABORATION_LEAD,
                Scope.collaboration(bid.collaborationId().value())))) {
            return Optional.of(Interest.LEADS_COLLABORATION);
        }
        Set<String> ownSchools = grants.stream()
                .filter(grant -> grant.role() == Role.HEADTEACHER)
                .map(grant -> grant.scope().key())
                .collect(Collectors.toSet());
        if (!ownSchools.isEmpty()) {
            List<Member> members = collaborations.membersAt(bid.collaborationId(), clock.today());
            if (members.stream()
                    .anyMatch(member -> ownSchools.contains(member.school().toString()))) {
                return Optional.of(Interest.HEADTEACHER_OF_MEMBER);
            }
            Set<String> trusts =
                    members.stream().map(Member::trust).filter(Objects::nonNull).collect(Collectors.toSet());
            if (trustsOf(ownSchools).stream().anyMatch(trusts::contains)) {
                return Optional.of(Interest.SAME_TRUST);
            }
        }
        return reviews.wasReviewedBy(bid.id(), person) ? Optional.of(Interest.REVIEWED_THE_BID) : Optional.empty();
    }

    private Set<String> trustsOf(Set<String> schools) {
        return new HashSet<>(
                jdbc.sql("select distinct trust from establishment_school where id in (:ids) and trust is not null")
                        .param("ids", schools)
                        .query(String.class)
                        .list());
    }
}

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
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.establishment.Governors;
import org.schoolcollab.review.domain.Reviews;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The policy that finds a person's interest in a bid (rule 1 of the domain): leading the collaboration, being headteacher or governor
 * of a member school or of a school in the same trust, having reviewed the bid. Reads the register as it is now, not the log-in.
 */
@Component
public class InterestsFollowFromData {

    private final People people;
    private final CollaborationDirectory collaborations;
    private final Governors governors;
    private final Reviews reviews;
    private final JdbcClient jdbc;
    private final PortalClock clock;

    InterestsFollowFromData(
            People people,
            CollaborationDirectory collaborations,
            Governors governors,
            Reviews reviews,
            JdbcClient jdbc,
            PortalClock clock) {
        this.people = people;
        this.collaborations = collaborations;
        this.governors = governors;
        this.reviews = reviews;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The first interest found, in the order of {@link Interest}; empty where the person is free to judge. */
    @Transactional(readOnly = true)
    public Optional<Interest> of(PersonId person, BidSummary bid) {
        Set<RoleGrant> grants = people.grantsOf(person);
        Set<String> ownSchools = InterestRules.schoolsHeaded(grants);
        Set<String> governed = governors.schoolsOf(person, clock.today()).stream()
                .map(EstablishmentId::toString)
                .collect(Collectors.toSet());
        // Whoever heads and governs no school has no interest through one: nothing needs to be read.
        List<Member> members = ownSchools.isEmpty() && governed.isEmpty()
                ? List.of()
                : collaborations.membersAt(bid.collaborationId(), clock.today());
        return InterestRules.first(new InterestRules.Known(
                grants,
                bid.collaborationId().value(),
                members.stream().map(member -> member.school().toString()).collect(Collectors.toSet()),
                members.stream().map(Member::trust).filter(Objects::nonNull).collect(Collectors.toSet()),
                trustsOf(ownSchools, governed),
                governed,
                reviews.wasReviewedBy(bid.id(), person)));
    }

    private Set<String> trustsOf(Set<String> headed, Set<String> governed) {
        Set<String> schools = new HashSet<>(headed);
        schools.addAll(governed);
        if (schools.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                jdbc.sql("select distinct trust from establishment_school where id in (:ids) and trust is not null")
                        .param("ids", schools)
                        .query(String.class)
                        .list());
    }
}

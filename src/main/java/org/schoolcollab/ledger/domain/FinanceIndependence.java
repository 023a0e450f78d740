package org.schoolcollab.ledger.domain;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.PartTakers;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.establishment.Governors;
import org.schoolcollab.ledger.ReleaseRefused;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.PortalClock;
import org.springframework.stereotype.Component;

/**
 * Rule 3: whoever requests or approves a release neither leads the bidding collaboration, nor heads or governs one of its schools, nor took
 * part in an earlier check of the bid. Tested against the data as it is now, not against what the log-in remembers.
 */
@Component
public class FinanceIndependence {

    private final People people;
    private final CollaborationDirectory collaborations;
    private final Governors governors;
    private final List<PartTakers> checks;
    private final PortalClock clock;

    FinanceIndependence(
            People people,
            CollaborationDirectory collaborations,
            Governors governors,
            List<PartTakers> checks,
            PortalClock clock) {
        this.people = people;
        this.collaborations = collaborations;
        this.governors = governors;
        this.checks = checks;
        this.clock = clock;
    }

    /** @throws ReleaseRefused naming the person and the reason */
    public void check(BidSummary bid, PersonId person) {
        Set<UUID> members = collaborations.membersAt(bid.collaborationId(), clock.today()).stream()
                .map(member -> member.school().value())
                .collect(Collectors.toSet());
        Set<UUID> governed = governors.schoolsOf(person, clock.today()).stream()
                .map(EstablishmentId::value)
                .collect(Collectors.toSet());
        boolean tookPart = checks.stream().anyMatch(check -> check.tookPart(bid.id(), person));
        IndependenceRules.first(new IndependenceRules.Known(
                        people.grantsOf(person), bid.collaborationId().value(), members, governed, tookPart))
                .ifPresent(tie -> {
                    throw switch (tie) {
                        case LEADS_COLLABORATION -> ReleaseRefused.leadsCollaboration(name(person));
                        case HEADS_MEMBER -> ReleaseRefused.headsMemberSchool(name(person));
                        case GOVERNS_MEMBER -> ReleaseRefused.governsMemberSchool(name(person));
                        case TOOK_PART -> ReleaseRefused.tookPart(name(person));
                    };
                });
    }

    private String name(PersonId person) {
        return people.find(person).map(People.Person::displayName).orElse("");
    }
}

package org.schoolcollab.board.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who sits on an area's board now, chair included, and who of them has an interest in a bid. */
@Component
public class BoardRoll {

    private final People people;
    private final MembersWithAnInterestTakeNoPart interests;

    BoardRoll(People people, MembersWithAnInterestTakeNoPart interests) {
        this.people = people;
        this.interests = interests;
    }

    /** Members and chair, each once, by name, with their interest in this bid. */
    @Transactional(readOnly = true)
    public List<Ballot.Member> members(BidSummary bid) {
        Map<PersonId, Ballot.Member> members = new LinkedHashMap<>();
        List<People.Person> holders = new ArrayList<>(people.holders(Role.BOARD_CHAIR, Scope.area(bid.areaCode())));
        holders.addAll(people.holders(Role.BOARD_MEMBER, Scope.area(bid.areaCode())));
        holders.forEach(person -> members.computeIfAbsent(
                person.id(),
                id -> new Ballot.Member(
                        id, person.displayName(), interests.of(id, bid).orElse(null))));
        return List.copyOf(members.values());
    }

    /** Whether a chair of the area is without an interest in this bid. */
    @Transactional(readOnly = true)
    public boolean hasChairWithoutInterest(BidSummary bid) {
        return people.holders(Role.BOARD_CHAIR, Scope.area(bid.areaCode())).stream()
                .anyMatch(chair -> interests.of(chair.id(), bid).isEmpty());
    }
}

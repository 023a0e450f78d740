package org.schoolcollab.board.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.BoardRules;
import org.schoolcollab.board.Referral;
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
    private final RulesOfBoards rules;

    BoardRoll(People people, MembersWithAnInterestTakeNoPart interests, RulesOfBoards rules) {
        this.people = people;
        this.interests = interests;
        this.rules = rules;
    }

    /** Members and chair, each once, by name, with their interest in this bid. */
    @Transactional(readOnly = true)
    public List<Ballot.Member> members(BidSummary bid) {
        Map<PersonId, Ballot.Member> members = new LinkedHashMap<>();
        List<People.Person> holders = new ArrayList<>(people.holders(Role.BOARD_CHAIR, bid.board()));
        holders.addAll(people.holders(Role.BOARD_MEMBER, bid.board()));
        holders.forEach(person -> members.computeIfAbsent(
                person.id(),
                id -> new Ballot.Member(
                        id, person.displayName(), interests.of(id, bid).orElse(null))));
        return List.copyOf(members.values());
    }

    /** The shortage on this bid, where those of its members without an interest cannot make the quorum; null where they can. */
    @Transactional(readOnly = true)
    public Referral.@Nullable Shortage shortage(BidSummary bid, List<Ballot.Member> members) {
        BoardRules board = rules.of(bid.boardAreaCode());
        int eligible = eligible(members);
        int quorum = board.counting().quorumOf(eligible);
        return eligible < quorum ? new Referral.Shortage(eligible, quorum, board.passTo()) : null;
    }

    /** How many of them are without an interest. */
    public static int eligible(List<Ballot.Member> members) {
        return (int)
                members.stream().filter(member -> member.interest() == null).count();
    }

    /** Who sits on the board of this area now, chair first, each once. */
    @Transactional(readOnly = true)
    public List<People.Person> people(String areaCode) {
        Map<PersonId, People.Person> found = new LinkedHashMap<>();
        for (Role role : List.of(Role.BOARD_CHAIR, Role.BOARD_MEMBER)) {
            people.holders(role, Scope.area(areaCode)).forEach(person -> found.putIfAbsent(person.id(), person));
        }
        return List.copyOf(found.values());
    }

    /**
     * Who leads the decision on this bid now: the chairs without an interest; where there are none, the vice-chair; where the
     * vice-chair has an interest too or there is none, every member without one.
     */
    @Transactional(readOnly = true)
    public Leaders leaders(BidSummary bid) {
        List<PersonId> chairs = people.holders(Role.BOARD_CHAIR, bid.board()).stream()
                .map(People.Person::id)
                .filter(chair -> interests.of(chair, bid).isEmpty())
                .toList();
        if (!chairs.isEmpty()) {
            return new Leaders(Leaders.As.CHAIR, chairs);
        }
        List<PersonId> free = members(bid).stream()
                .filter(member -> member.interest() == null)
                .map(Ballot.Member::person)
                .toList();
        PersonId vice = rules.of(bid.boardAreaCode()).viceChair();
        return vice != null && free.contains(vice)
                ? new Leaders(Leaders.As.VICE_CHAIR, List.of(vice))
                : new Leaders(Leaders.As.MEMBERS, free);
    }
}

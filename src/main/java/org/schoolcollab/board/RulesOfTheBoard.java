package org.schoolcollab.board;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.board.domain.BoardRoll;
import org.schoolcollab.board.domain.RulesOfBoards;
import org.schoolcollab.establishment.Area;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.transaction.annotation.Transactional;

/** The administrator sets how a board decides; its members read it. */
@UseCase
public class RulesOfTheBoard {

    private static final int WHOLE = 100;
    private static final int MOST = 20;

    /**
     * Rules as typed.
     *
     * @param viceChair a member of the board who is not its chair; null for none
     */
    public record Typed(
            String areaCode,
            @Nullable Integer quorumPercent,
            @Nullable Integer fewest,
            Majority majority,
            @Nullable PersonId viceChair,
            @Nullable String passTo) {}

    private final RulesOfBoards rules;
    private final BoardRoll roll;
    private final People people;
    private final StepsFollowLeaders followers;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    RulesOfTheBoard(
            RulesOfBoards rules,
            BoardRoll roll,
            People people,
            StepsFollowLeaders followers,
            AuditTrail audit,
            CurrentUser currentUser,
            PortalClock clock) {
        this.rules = rules;
        this.roll = roll;
        this.people = people;
        this.followers = followers;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * The rules of one board.
     *
     * @throws AccessRefused for members of other boards
     */
    @RolesAllowed({Roles.BOARD_MEMBER, Roles.BOARD_CHAIR, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public BoardRules of(String areaCode) {
        MeetingQueries.requireReader(currentUser.actor(), areaCode);
        return rules.of(areaCode);
    }

    /** Members of this board who may be its vice-chair, by name. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional(readOnly = true)
    public List<People.Person> viceChairs(String areaCode) {
        List<PersonId> chairs = people.holders(Role.BOARD_CHAIR, Scope.area(areaCode)).stream()
                .map(People.Person::id)
                .toList();
        return roll.people(areaCode).stream()
                .filter(person -> !chairs.contains(person.id()))
                .toList();
    }

    /**
     * Sets the rules of one board. Ballots that are open are counted by the rules of their opening.
     *
     * @throws ValidationFailed naming every gap
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void change(Typed typed) {
        Actor actor = currentUser.actor();
        actor.require(Role.ADMINISTRATOR, List.of());
        BoardRules after = checked(typed);
        BoardRules before = rules.of(after.areaCode());
        rules.keep(after, actor.id(), clock.instant());
        audit.record(Act.on("board", after.areaCode(), "board.rulesChanged", Roles.ADMINISTRATOR)
                .changed(
                        "quorumPercent",
                        before.counting().quorumPercent(),
                        after.counting().quorumPercent())
                .changed("fewest", before.counting().fewest(), after.counting().fewest())
                .changed(
                        "majority",
                        before.counting().majority(),
                        after.counting().majority())
                .changed("viceChair", before.viceChair(), after.viceChair())
                .changed("passTo", before.passTo(), after.passTo()));
        followers.ofBoards(Set.of(after.areaCode()));
    }

    private BoardRules checked(Typed typed) {
        List<Problem> gaps = new ArrayList<>();
        String area = Area.valueOf(typed.areaCode()).name();
        Integer quorum = typed.quorumPercent();
        if (quorum == null || quorum < 1 || quorum > WHOLE) {
            gaps.add(Problem.of("quorumPercent", "error.board.quorumPercent"));
        }
        Integer fewest = typed.fewest();
        if (fewest == null || fewest < CountingRule.FEWEST_EVER || fewest > MOST) {
            gaps.add(Problem.of("fewest", "error.board.fewest", CountingRule.FEWEST_EVER, MOST));
        }
        PersonId vice = typed.viceChair();
        if (vice != null
                && viceChairs(area).stream().noneMatch(person -> person.id().equals(vice))) {
            gaps.add(Problem.of("viceChair", "error.board.viceChair"));
        }
        String passTo = typed.passTo();
        if (area.equals(passTo)) {
            gaps.add(Problem.of("passTo", "error.board.passToItself"));
        }
        if (quorum == null || fewest == null || !gaps.isEmpty()) {
            throw new ValidationFailed(gaps);
        }
        return new BoardRules(
                area,
                new CountingRule(quorum, fewest, typed.majority()),
                vice,
                passTo == null ? null : Area.valueOf(passTo).name());
    }
}

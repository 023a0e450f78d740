package org.schoolcollab.board;

import org.schoolcollab.board.domain.RulesOfBoards;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Scope;
import org.springframework.stereotype.Component;

/** The policy that says who plans and runs the meetings of a board: its chair and its vice-chair. */
@Component
class RunsMeetings {

    private final RulesOfBoards rules;
    private final CurrentUser currentUser;

    RunsMeetings(RulesOfBoards rules, CurrentUser currentUser) {
        this.rules = rules;
        this.currentUser = currentUser;
    }

    boolean may(String areaCode) {
        Actor actor = currentUser.actor();
        Scope area = Scope.area(areaCode);
        return actor.has(Role.BOARD_CHAIR, area)
                || (actor.has(Role.BOARD_MEMBER, area)
                        && actor.id().equals(rules.of(areaCode).viceChair()));
    }

    /** @throws AccessRefused for everybody else */
    Role require(String areaCode) {
        if (!may(areaCode)) {
            throw new AccessRefused("run meetings in " + areaCode);
        }
        return currentUser.actor().has(Role.BOARD_CHAIR, Scope.area(areaCode)) ? Role.BOARD_CHAIR : Role.BOARD_MEMBER;
    }
}

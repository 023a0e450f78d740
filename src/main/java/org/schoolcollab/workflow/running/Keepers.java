package org.schoolcollab.workflow.running;

import java.util.List;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Scope;
import org.springframework.stereotype.Component;

/** Who may act on processes under way: administrators and publishers, each everywhere. */
@Component
class Keepers {

    private final CurrentUser currentUser;

    Keepers(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    /**
     * The role in which the person logged in acts.
     *
     * @throws org.schoolcollab.security.AccessRefused if there is none
     */
    String require() {
        Actor actor = currentUser.actor();
        Role role = actor.has(Role.ADMINISTRATOR) ? Role.ADMINISTRATOR : Role.PROCESS_PUBLISHER;
        actor.require(role, List.of(Scope.all()));
        return role.name();
    }

    Actor actor() {
        return currentUser.actor();
    }
}

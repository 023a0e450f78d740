package org.schoolcollab.audit;

import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.shell.ClosedRouteListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leaves an audit record when a person asks for a screen that is closed to their roles. */
@Component
class ClosedRouteRecorder implements ClosedRouteListener {

    private static final int LONGEST = 500;

    private final AuditTrail audit;
    private final CurrentUser currentUser;

    ClosedRouteRecorder(AuditTrail audit, CurrentUser currentUser) {
        this.audit = audit;
        this.currentUser = currentUser;
    }

    @Override
    @Transactional
    public void refused(String path) {
        String person = currentUser.find().map(Actor::id).map(Object::toString).orElse("anonymous");
        audit.record(Act.on("access", person, "access.refused", "")
                .with("address", path.length() <= LONGEST ? path : path.substring(0, LONGEST)));
    }
}

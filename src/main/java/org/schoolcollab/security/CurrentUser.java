package org.schoolcollab.security;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is acting, taken from the log-in. */
@Component
public class CurrentUser {

    /**
     * The person who is logged in.
     *
     * @throws AccessRefused where nobody is
     */
    public Actor actor() {
        return find().orElseThrow(() -> new AccessRefused("nobody is logged in"));
    }

    /** The person who is logged in, or empty where the portal itself acts (a timer, the first start). */
    public Optional<Actor> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof PortalPrincipal principal) {
            return Optional.of(principal.actor());
        }
        return Optional.empty();
    }
}

package org.schoolcollab.bid;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** Reads bids for people: who sees which is decided here. */
@UseCase
public class BidQueries {

    private final BidRegister bids;
    private final CollaborationDirectory collaborations;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    BidQueries(BidRegister bids, CollaborationDirectory collaborations, CurrentUser currentUser, PortalClock clock) {
        this.bids = bids;
        this.collaborations = collaborations;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * The bid, if this person may see it: the lead of its collaboration, the headteacher of a member school, the adviser of its
     * district, members and chair of its area's board once it was submitted, finance, administrator and auditor.
     *
     * @throws org.schoolcollab.shared.NotFound if there is none
     * @throws AccessRefused if it is not for this person's eyes
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public BidSummary summary(BidId id) {
        BidSummary bid = bids.get(id);
        if (!maySee(currentUser.actor(), bid)) {
            throw new AccessRefused("bid " + id);
        }
        return bid;
    }

    private boolean maySee(Actor actor, BidSummary bid) {
        List<Scope> places = bid.places();
        if (actor.grants().stream().anyMatch(grant -> grant.role().seesEveryBid())
                || actor.has(Role.COLLABORATION_LEAD, places)
                || actor.has(Role.ADVISER, places)) {
            return true;
        }
        if (bid.status() != BidStatus.DRAFTING
                && (actor.has(Role.BOARD_MEMBER, places) || actor.has(Role.BOARD_CHAIR, places))) {
            return true;
        }
        return actor.has(Role.HEADTEACHER)
                && collaborations.membersAt(bid.collaborationId(), clock.today()).stream()
                        .anyMatch(member -> actor.has(
                                Role.HEADTEACHER,
                                Scope.establishment(member.school().value())));
    }
}

package org.schoolcollab.review;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.review.domain.Points;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** The lead answers the points of a return one by one: what was done, or why not. */
@UseCase
public class PointAnswers {

    private final BidRegister bids;
    private final BidProgress progress;
    private final Points points;
    private final AuditTrail audit;
    private final CurrentUser currentUser;

    PointAnswers(BidRegister bids, BidProgress progress, Points points, AuditTrail audit, CurrentUser currentUser) {
        this.bids = bids;
        this.progress = progress;
        this.points = points;
        this.audit = audit;
        this.currentUser = currentUser;
    }

    /** The points that the plan came back with, answered or not. */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    @Transactional(readOnly = true)
    public List<PlanPoint> open(BidId id) {
        lead(bids.get(id));
        return points.ofReturn(id);
    }

    /**
     * Answers a point, or answers it anew as long as the plan is with its lead.
     *
     * @param done whether it was done
     * @param words what was done, or why not
     * @throws PointNotAsked if the plan did not come back with such a point, or went on
     * @throws org.schoolcollab.shared.ValidationFailed without words
     */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public void answer(BidId id, UUID point, boolean done, String words) {
        Actor lead = lead(bids.get(id));
        progress.lock(id);
        PlanPoint asked = points.ofReturn(id).stream()
                .filter(one -> one.id().equals(point) && one.toAnswer())
                .findFirst()
                .orElseThrow(PointNotAsked::new);
        String answer = Texts.required(ReviewDraft.TEXT_LIMIT, "answer", words);
        points.answer(point, done, answer, lead.id());
        PlanPoint.Answer before = asked.answer();
        audit.record(Act.onBid(id.value(), "review.pointAnswered", Roles.COLLABORATION_LEAD)
                .with("point", asked.words())
                .changed("done", before == null ? null : before.done(), done)
                .changed("answer", before == null ? null : before.words(), answer));
    }

    private Actor lead(BidSummary bid) {
        Actor actor = currentUser.actor();
        actor.require(
                Role.COLLABORATION_LEAD,
                List.of(Scope.collaboration(bid.collaborationId().value())));
        return actor;
    }
}

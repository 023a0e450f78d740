package org.schoolcollab.review;

import jakarta.annotation.security.RolesAllowed;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.audit.SealedRows;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed;

/**
 * An adviser declares an interest in a bid (rule 1 of the domain) and takes no part in its review, and as a member of a board in its
 * decision, from then on. Only for oneself: nobody can take a review from somebody else by declaring for them.
 */
@UseCase
public class AdviserInterest {

    private static final Set<BidStatus> BEFORE_THE_RECOMMENDATION =
            EnumSet.of(BidStatus.DRAFTING, BidStatus.RETURNED, BidStatus.IN_REVIEW);

    private final BidRegister bids;
    private final BidProgress progress;
    private final List<DeclaredInterests> declared;
    private final ReviewHandOver handOver;
    private final SealedRows sealed;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    AdviserInterest(
            BidRegister bids,
            BidProgress progress,
            List<DeclaredInterests> declared,
            ReviewHandOver handOver,
            SealedRows sealed,
            AuditTrail audit,
            CurrentUser currentUser,
            PortalClock clock) {
        this.bids = bids;
        this.progress = progress;
        this.declared = declared;
        this.handOver = handOver;
        this.sealed = sealed;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Declares it. Cannot be taken back. A review that is with this person goes to another adviser of the district; where none may do it,
     * the administrators see it.
     *
     * @param words what the interest is, for the record
     * @throws ValidationFailed without words
     * @throws AdviserHasAnInterest if it was declared before
     * @throws BidNotInStage once the bid was recommended
     */
    @RolesAllowed(Roles.ADVISER)
    public void declare(BidId id, String words) {
        Actor actor = currentUser.actor();
        actor.require(Role.ADVISER, bids.get(id).places());
        String said = Texts.required(ReviewDraft.TEXT_LIMIT, "words", words);
        BidSummary bid = progress.lock(id);
        if (!BEFORE_THE_RECOMMENDATION.contains(bid.status())) {
            throw new BidNotInStage(bid.status());
        }
        if (declared.stream().anyMatch(interests -> interests.has(id, actor.id()))) {
            throw new AdviserHasAnInterest(Interest.DECLARED);
        }
        sealed.insert(
                "review_interest",
                Map.of("bid_id", id, "person_id", actor.id(), "words", said, "declared_at", clock.instant()));
        audit.record(
                Act.onBid(id.value(), "review.interestDeclared", Roles.ADVISER).with("words", said));
        handOver.assignAnew(bid, actor.id(), Roles.ADVISER);
    }
}

package org.schoolcollab.review;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.PartTakers;
import org.schoolcollab.review.Recommendation.Verdict;
import org.schoolcollab.review.domain.Review;
import org.schoolcollab.review.domain.Reviews;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.transaction.annotation.Transactional;

/** The adviser of the bid's district reviews the submitted plan: saves, recommends, or returns it for changes. */
@UseCase
public class PlanReview {

    private final BidRegister bids;
    private final BidProgress progress;
    private final Reviews reviews;
    private final InterestsFollowFromData interests;
    private final List<PartTakers> otherChecks;
    private final ReviewProcess process;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    PlanReview(
            BidRegister bids,
            BidProgress progress,
            Reviews reviews,
            InterestsFollowFromData interests,
            List<PartTakers> checks,
            ReviewProcess process,
            AuditTrail audit,
            CurrentUser currentUser,
            PortalClock clock) {
        this.bids = bids;
        this.progress = progress;
        this.reviews = reviews;
        this.interests = interests;
        this.otherChecks =
                checks.stream().filter(check -> !(check instanceof Reviewers)).toList();
        this.process = process;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * What has been filled in for the revision under review.
     *
     * @throws AdviserHasAnInterest if this adviser may not review it
     * @throws BidNotInStage if it is not in review
     */
    @RolesAllowed(Roles.ADVISER)
    @Transactional(readOnly = true)
    public ReviewDraft draft(BidId id) {
        BidSummary bid = bids.get(id);
        reviewer(bid);
        requireInReview(bid);
        return reviews.find(id, bid.revision()).map(Review::draft).orElseGet(ReviewDraft::empty);
    }

    /** Keeps what is filled in, however incomplete. */
    @RolesAllowed(Roles.ADVISER)
    public void saveDraft(BidId id, ReviewDraft typed) {
        Actor adviser = reviewer(bids.get(id));
        BidSummary bid = progress.lock(id);
        requireInReview(bid);
        reviews.save(current(bid, adviser).save(adviser.id(), cleaned(typed), clock.instant()));
        audit.record(Act.onBid(id.value(), "review.saved", Roles.ADVISER).with("revision", bid.revision()));
    }

    /** What is still missing for this verdict, before anything binds; texts that are too long are refused at once. */
    @RolesAllowed(Roles.ADVISER)
    @Transactional(readOnly = true)
    public List<Problem> gaps(BidId id, ReviewDraft typed, Verdict verdict) {
        BidSummary bid = bids.get(id);
        Actor adviser = reviewer(bid);
        Review review = current(bid, adviser).save(adviser.id(), cleaned(typed), clock.instant());
        return verdict == Verdict.RECOMMENDED ? review.recommendationGaps(bid.requested()) : review.returnGaps();
    }

    /**
     * Recommends the bid to its Area Board.
     *
     * @throws ValidationFailed naming every gap of the review
     */
    @RolesAllowed(Roles.ADVISER)
    public BidSummary recommend(BidId id, ReviewDraft typed) {
        Actor adviser = reviewer(bids.get(id));
        BidSummary before = progress.lock(id);
        requireInReview(before);
        Review review = current(before, adviser)
                .save(adviser.id(), cleaned(typed), clock.instant())
                .recommend(before.requested(), clock.instant());
        reviews.save(review);
        BidSummary bid = progress.recommended(
                id, java.util.Objects.requireNonNull(review.draft().recommended()));
        audit.record(Act.onBid(id.value(), "review.recommended", Roles.ADVISER)
                .with("revision", before.revision())
                .with("conditions", emptyToNull(review.draft().conditions()))
                .changed("recommended", before.recommended(), bid.recommended())
                .changed("status", before.status(), bid.status()));
        process.recommended(bid);
        return bid;
    }

    /**
     * Returns the plan to its lead, with the reasons.
     *
     * @throws ValidationFailed where no reason is given
     */
    @RolesAllowed(Roles.ADVISER)
    public BidSummary returnForChanges(BidId id, ReviewDraft typed) {
        Actor adviser = reviewer(bids.get(id));
        BidSummary before = progress.lock(id);
        requireInReview(before);
        Review review = current(before, adviser)
                .save(adviser.id(), cleaned(typed), clock.instant())
                .returnForChanges(clock.instant());
        reviews.save(review);
        BidSummary bid = progress.returnedForChanges(id);
        audit.record(Act.onBid(id.value(), "review.returned", Roles.ADVISER)
                .with("revision", before.revision())
                .with("reasons", review.draft().returnReasons())
                .changed("status", before.status(), bid.status()));
        process.returned(bid);
        return bid;
    }

    private Actor reviewer(BidSummary bid) {
        Actor actor = currentUser.actor();
        actor.require(Role.ADVISER, bid.places());
        Optional<Interest> interest = interests.of(actor.id(), bid).filter(InterestRules::keepsFromReviewing);
        if (interest.isPresent()) {
            throw new AdviserHasAnInterest(interest.get());
        }
        // A bid that was deferred comes here again: whoever voted on it judges it from the other side.
        if (otherChecks.stream().anyMatch(check -> check.tookPart(bid.id(), actor.id()))) {
            throw AdviserHasAnInterest.tookPart();
        }
        return actor;
    }

    private static void requireInReview(BidSummary bid) {
        if (bid.status() != BidStatus.IN_REVIEW) {
            throw new BidNotInStage(bid.status());
        }
    }

    private Review current(BidSummary bid, Actor adviser) {
        return reviews.find(bid.id(), bid.revision())
                .orElseGet(() -> Review.start(bid.id(), bid.revision(), adviser.id(), clock.instant()));
    }

    private static ReviewDraft cleaned(ReviewDraft typed) {
        List<Problem> gaps = new ArrayList<>();
        Map<CheckQuestion, ReviewDraft.Check> checks = new EnumMap<>(CheckQuestion.class);
        typed.checks()
                .forEach((question, check) -> checks.put(
                        question,
                        new ReviewDraft.Check(check.answer(), text(Review.noteField(question), check.note(), gaps))));
        ReviewDraft cleaned = new ReviewDraft(
                checks,
                text("comment", typed.comment(), gaps),
                typed.recommended(),
                text("conditions", typed.conditions(), gaps),
                text("returnReasons", typed.returnReasons(), gaps));
        if (!gaps.isEmpty()) {
            throw new ValidationFailed(gaps);
        }
        return cleaned;
    }

    private static String text(String field, String typed, List<Problem> gaps) {
        try {
            return Texts.atMost(ReviewDraft.TEXT_LIMIT, field, typed);
        } catch (ValidationFailed tooLong) {
            gaps.addAll(tooLong.problems());
            return "";
        }
    }

    private static @org.jspecify.annotations.Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

package org.schoolcollab.review;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidPlans;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.review.Recommendation.Verdict;
import org.schoolcollab.review.domain.Absences;
import org.schoolcollab.review.domain.Review;
import org.schoolcollab.review.domain.Reviews;
import org.schoolcollab.review.domain.Rubrics;
import org.schoolcollab.review.domain.SecondViewStore;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
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
    private final Rubrics rubrics;
    private final ReviewerRules rules;
    private final BidPlans plans;
    private final Absences absences;
    private final SecondViewStore secondViews;
    private final People people;
    private final ReviewProcess process;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    PlanReview(
            BidRegister bids,
            BidProgress progress,
            Reviews reviews,
            Rubrics rubrics,
            ReviewerRules rules,
            BidPlans plans,
            Absences absences,
            SecondViewStore secondViews,
            People people,
            ReviewProcess process,
            AuditTrail audit,
            CurrentUser currentUser,
            PortalClock clock) {
        this.bids = bids;
        this.progress = progress;
        this.reviews = reviews;
        this.rubrics = rubrics;
        this.rules = rules;
        this.plans = plans;
        this.absences = absences;
        this.secondViews = secondViews;
        this.people = people;
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
     * @throws ReviewIsWithAnother if it is another adviser's, unless this one stands in for them
     */
    @RolesAllowed(Roles.ADVISER)
    @Transactional(readOnly = true)
    public ReviewDraft draft(BidId id) {
        BidSummary bid = bids.get(id);
        Actor adviser = reviewer(bid);
        requireInReview(bid);
        standsInFor(bid, adviser);
        return reviews.find(id, bid.revision()).map(Review::draft).orElseGet(ReviewDraft::empty);
    }

    /** What this adviser has to check and score: as the review was begun, or as the round has it now. */
    @RolesAllowed(Roles.ADVISER)
    @Transactional(readOnly = true)
    public Rubric rubric(BidId id) {
        BidSummary bid = bids.get(id);
        reviewer(bid);
        return reviews.find(id, bid.revision()).map(Review::rubric).orElseGet(() -> rubrics.current(bid.roundId()));
    }

    /** Keeps what is filled in, however incomplete. */
    @RolesAllowed(Roles.ADVISER)
    public void saveDraft(BidId id, ReviewDraft typed) {
        Actor adviser = reviewer(bids.get(id));
        BidSummary bid = progress.lock(id);
        requireInReview(bid);
        takeOver(bid, adviser);
        reviews.save(filledIn(bid, adviser, typed, rubrics.lockCurrent(bid.roundId())));
        audit.record(Act.onBid(id.value(), "review.saved", Roles.ADVISER).with("revision", bid.revision()));
    }

    /**
     * Keeps what one window changed since it last saw what is stored, and leaves alone what others changed meanwhile. Texts of which
     * nothing could be kept are refused.
     *
     * @param seen what the window saw stored
     * @param typed what stands in it now
     */
    @RolesAllowed(Roles.ADVISER)
    public ReviewKept keep(BidId id, ReviewDraft seen, ReviewDraft typed) {
        Actor adviser = reviewer(bids.get(id));
        BidSummary bid = progress.lock(id);
        requireInReview(bid);
        standsInFor(bid, adviser);
        Review review = reviews.find(id, bid.revision())
                .orElseGet(() -> Review.start(
                        id, bid.revision(), rubrics.lockCurrent(bid.roundId()), adviser.id(), clock.instant()));
        PlanFields plan = plans.fields(id);
        ReviewFields now = ReviewFields.of(TypedReview.cleaned(typed, review.rubric(), plan));
        ReviewFields stored = ReviewFields.of(review.draft());
        ReviewMerge merge =
                ReviewMerge.of(ReviewFields.of(TypedReview.cleaned(seen, review.rubric(), plan)), now, stored);
        List<ReviewKept.Conflict> conflicts = merge.conflicts().stream()
                .map(field ->
                        new ReviewKept.Conflict(field, nameOf(review.adviser()), review.savedAt(), stored.words(field)))
                .toList();
        ReviewDraft seenNow = merge.seen().draft(review.rubric());
        boolean whole = merge.stored().differences(now).isEmpty();
        if (merge.stored().equals(stored)) {
            return new ReviewKept(seenNow, conflicts, whole, review.savedAt());
        }
        takeOver(bid, adviser);
        reviews.save(review.save(adviser.id(), merge.stored().draft(review.rubric()), clock.instant()));
        audit.record(Act.onBid(id.value(), "review.saved", Roles.ADVISER).with("revision", bid.revision()));
        return new ReviewKept(seenNow, conflicts, whole, clock.instant());
    }

    /** What is still missing for this verdict, before anything binds; texts that are too long are refused at once. */
    @RolesAllowed(Roles.ADVISER)
    @Transactional(readOnly = true)
    public List<Problem> gaps(BidId id, ReviewDraft typed, Verdict verdict) {
        BidSummary bid = bids.get(id);
        Actor adviser = reviewer(bid);
        Review review = filledIn(bid, adviser, typed, rubrics.current(bid.roundId()));
        return verdict == Verdict.RECOMMENDED ? review.recommendationGaps(bid.requested()) : review.returnGaps();
    }

    /**
     * Recommends the bid to its Area Board.
     *
     * @throws ValidationFailed naming every gap of the review
     * @throws SecondViewRefused where the round asks for another adviser's view first
     */
    @RolesAllowed(Roles.ADVISER)
    public BidSummary recommend(BidId id, ReviewDraft typed) {
        Actor adviser = reviewer(bids.get(id));
        BidSummary before = progress.lock(id);
        requireInReview(before);
        takeOver(before, adviser);
        Review review = filledIn(before, adviser, typed, rubrics.lockCurrent(before.roundId()))
                .recommend(before.requested(), clock.instant());
        requireSecondView(review, adviser.id());
        reviews.save(review);
        BidSummary bid = progress.recommended(
                id, java.util.Objects.requireNonNull(review.draft().recommended()));
        audit.record(Act.onBid(id.value(), "review.recommended", Roles.ADVISER)
                .with("revision", before.revision())
                .with("rubric", review.rubric().version())
                .with("conditions", emptyToNull(review.draft().conditions()))
                .changed("recommended", before.recommended(), bid.recommended())
                .changed("status", before.status(), bid.status()));
        process.recommended(bid);
        return bid;
    }

    /**
     * Returns the plan to its lead, with what should be changed point by point.
     *
     * @throws ValidationFailed where nothing is said that the lead should change
     */
    @RolesAllowed(Roles.ADVISER)
    public BidSummary returnForChanges(BidId id, ReviewDraft typed) {
        Actor adviser = reviewer(bids.get(id));
        BidSummary before = progress.lock(id);
        requireInReview(before);
        takeOver(before, adviser);
        Review review = filledIn(before, adviser, typed, rubrics.lockCurrent(before.roundId()))
                .returnForChanges(clock.instant());
        reviews.save(review);
        BidSummary bid = progress.returnedForChanges(id);
        audit.record(Act.onBid(id.value(), "review.returned", Roles.ADVISER)
                .with("revision", before.revision())
                .with(
                        "reasons",
                        review.draft().points().stream().map(PlanPoint::words).collect(Collectors.joining("; ")))
                .changed("status", before.status(), bid.status()));
        process.returned(bid);
        return bid;
    }

    private Actor reviewer(BidSummary bid) {
        Actor actor = currentUser.actor();
        actor.require(Role.ADVISER, bid.places());
        rules.keptFrom(actor.id(), bid).ifPresent(refusal -> {
            throw refusal;
        });
        return actor;
    }

    /** Whose the review is, where that is somebody else whom this person may stand in for. */
    private Optional<PersonId> standsInFor(BidSummary bid, Actor adviser) {
        secondViews
                .open(bid.id(), bid.revision())
                .filter(view -> !view.askedBy().equals(adviser.id()))
                .ifPresent(view -> {
                    throw SecondViewRefused.onlyAView(view.askedByName());
                });
        Optional<PersonId> other = process.assignedTo(bid.id()).filter(person -> !person.equals(adviser.id()));
        other.filter(person -> !absences.deputyOf(person, clock.today()).equals(Optional.of(adviser.id())))
                .ifPresent(person -> {
                    throw new ReviewIsWithAnother(nameOf(person));
                });
        return other;
    }

    /** A deputy who does something makes the review their own. The bid is locked. */
    private void takeOver(BidSummary bid, Actor adviser) {
        standsInFor(bid, adviser).ifPresent(absent -> {
            process.assign(bid, adviser.id());
            audit.record(Act.onBid(bid.id().value(), "review.takenOver", Roles.ADVISER)
                    .changed("adviser", nameOf(absent), adviser.name()));
        });
    }

    private String nameOf(PersonId person) {
        return people.find(person).map(People.Person::displayName).orElse("");
    }

    private void requireSecondView(Review review, PersonId adviser) {
        Money amount = java.util.Objects.requireNonNull(review.draft().recommended());
        if (review.rubric().asksSecondView(amount)
                && secondViews.given(review.bid(), review.revision()).stream()
                        .noneMatch(view -> view.supports(review.draft(), adviser))) {
            throw SecondViewRefused.missing(amount.format());
        }
    }

    private static void requireInReview(BidSummary bid) {
        if (bid.status() != BidStatus.IN_REVIEW) {
            throw new BidNotInStage(bid.status());
        }
    }

    private Review filledIn(BidSummary bid, Actor adviser, ReviewDraft typed, Rubric current) {
        Review review = reviews.find(bid.id(), bid.revision())
                .orElseGet(() -> Review.start(bid.id(), bid.revision(), current, adviser.id(), clock.instant()));
        return review.save(
                adviser.id(), TypedReview.cleaned(typed, review.rubric(), plans.fields(bid.id())), clock.instant());
    }

    private static @org.jspecify.annotations.Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

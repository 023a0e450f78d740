package org.schoolcollab.review;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.review.Recommendation.Verdict;
import org.schoolcollab.review.domain.Absences;
import org.schoolcollab.review.domain.Review;
import org.schoolcollab.review.domain.ReviewerChoice;
import org.schoolcollab.review.domain.ReviewerChoice.Adviser;
import org.schoolcollab.review.domain.Reviews;
import org.schoolcollab.review.domain.SecondViewStore;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the round asks for it, another adviser of the district without an interest gives a view of the recommendation before it binds.
 * Meanwhile the review task is that adviser's, and goes back to the first with the view.
 */
@UseCase
public class SecondViews {

    private final BidRegister bids;
    private final BidProgress progress;
    private final PlanReview review;
    private final Reviews reviews;
    private final SecondViewStore views;
    private final ReviewerRules rules;
    private final Absences absences;
    private final ReviewProcess process;
    private final People people;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    SecondViews(
            BidRegister bids,
            BidProgress progress,
            PlanReview review,
            Reviews reviews,
            SecondViewStore views,
            ReviewerRules rules,
            Absences absences,
            ReviewProcess process,
            People people,
            AuditTrail audit,
            CurrentUser currentUser,
            PortalClock clock) {
        this.bids = bids;
        this.progress = progress;
        this.review = review;
        this.reviews = reviews;
        this.views = views;
        this.rules = rules;
        this.absences = absences;
        this.process = process;
        this.people = people;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** Whether this person's recommendation lacks a second view of its amount, answers, scores and conditions; none is needed without an amount. */
    @RolesAllowed(Roles.ADVISER)
    @Transactional(readOnly = true)
    public boolean isMissing(BidId id, ReviewDraft draft) {
        BidSummary bid = bids.get(id);
        Money amount = draft.recommended();
        return amount != null
                && review.rubric(id).asksSecondView(amount)
                && views.given(id, bid.revision()).stream()
                        .noneMatch(
                                view -> view.supports(draft, currentUser.actor().id()));
    }

    /** The view that this person is asked for; empty where they are not. */
    @RolesAllowed(Roles.ADVISER)
    @Transactional(readOnly = true)
    public Optional<SecondView> askedOfMe(BidId id) {
        BidSummary bid = bids.get(id);
        Actor actor = adviser(bid);
        return views.open(id, bid.revision()).filter(view -> isFor(bid, view, actor));
    }

    /** What the first adviser filled in, for whoever is asked for a view of it. */
    @RolesAllowed(Roles.ADVISER)
    @Transactional(readOnly = true)
    public Recommendation toJudge(BidId id) {
        SecondView view = askedOfMe(id).orElseThrow(SecondViewRefused::notAsked);
        BidSummary bid = bids.get(id);
        var begun = reviews.find(id, bid.revision()).orElseThrow(SecondViewRefused::notAsked);
        return new Recommendation(
                id,
                bid.revision(),
                Verdict.RECOMMENDED,
                begun.rubric(),
                view.askedBy(),
                view.askedByName(),
                begun.draft(),
                List.of(),
                view.askedAt());
    }

    /**
     * Asks the other adviser of the district with the fewest open reviews for a view of this recommendation.
     *
     * @return the name of who is asked
     * @throws ValidationFailed naming what the recommendation still lacks
     * @throws SecondViewRefused if none is needed, or nobody else may give it
     */
    @RolesAllowed(Roles.ADVISER)
    public String ask(BidId id, ReviewDraft typed) {
        List<Problem> gaps = review.gaps(id, typed, Verdict.RECOMMENDED);
        if (!gaps.isEmpty()) {
            throw new ValidationFailed(gaps);
        }
        review.saveDraft(id, typed);
        Money amount = Objects.requireNonNull(typed.recommended());
        if (!isMissing(id, typed)) {
            throw SecondViewRefused.notNeeded();
        }
        BidSummary bid = bids.get(id);
        Actor first = currentUser.actor();
        Adviser second = ReviewerChoice.of(others(bid, first), Optional.empty())
                .orElseThrow(() -> SecondViewRefused.nobody(bid.districtName()));
        Review kept = reviews.find(id, bid.revision()).orElseThrow(SecondViewRefused::notAsked);
        views.ask(kept.id(), second.id(), first.id(), amount, JudgedParts.hash(kept.draft()));
        audit.record(Act.onBid(id.value(), "review.secondViewAsked", Roles.ADVISER)
                .with("revision", bid.revision())
                .with("recommended", amount)
                .with("adviser", second.name()));
        process.assign(bid, second.id());
        return second.name();
    }

    /**
     * Gives the view that was asked for; the review goes back to the first adviser, as long as they advise the district.
     *
     * @param words why; needed either way
     * @return whether the review went back; otherwise it is now this person's own
     * @throws SecondViewRefused if none is asked of this person
     */
    @RolesAllowed(Roles.ADVISER)
    public boolean give(BidId id, boolean agrees, String words) {
        adviser(bids.get(id));
        BidSummary bid = progress.lock(id);
        if (bid.status() != BidStatus.IN_REVIEW) {
            throw new BidNotInStage(bid.status());
        }
        SecondView asked = askedOfMe(id).orElseThrow(SecondViewRefused::notAsked);
        String why = Texts.required(ReviewDraft.TEXT_LIMIT, "words", words);
        views.give(id, bid.revision(), currentUser.actor().id(), agrees, why);
        audit.record(Act.onBid(id.value(), "review.secondViewGiven", Roles.ADVISER)
                .with("revision", bid.revision())
                .with("recommended", asked.amount())
                .with("agrees", agrees)
                .with("words", why));
        // Who is no adviser of the district any more gets nothing back: the review goes on with whoever gave the view.
        boolean stillThere = people.holders(Role.ADVISER, Scope.district(bid.districtCode())).stream()
                .anyMatch(person -> person.id().equals(asked.askedBy()));
        if (stillThere) {
            process.assign(bid, asked.askedBy());
        }
        return stillThere;
    }

    /** Whoever has the review while a view is asked for gives it, except who asked. */
    private boolean isFor(BidSummary bid, SecondView view, Actor actor) {
        return !view.askedBy().equals(actor.id())
                && process.assignedTo(bid.id()).equals(Optional.of(actor.id()));
    }

    private List<Adviser> others(BidSummary bid, Actor first) {
        List<People.Person> holders = people.holders(Role.ADVISER, Scope.district(bid.districtCode())).stream()
                .filter(person -> !person.id().equals(first.id()))
                .toList();
        Map<PersonId, Integer> open =
                process.openReviews(holders.stream().map(People.Person::id).toList());
        return holders.stream()
                .map(person -> new Adviser(
                        person.id(),
                        person.displayName(),
                        open.getOrDefault(person.id(), 0),
                        rules.keptFrom(person.id(), bid).isEmpty(),
                        absences.deputyOf(person.id(), clock.today()).orElse(null)))
                .toList();
    }

    private Actor adviser(BidSummary bid) {
        Actor actor = currentUser.actor();
        actor.require(Role.ADVISER, bid.places());
        rules.keptFrom(actor.id(), bid).ifPresent(refusal -> {
            throw refusal;
        });
        return actor;
    }
}

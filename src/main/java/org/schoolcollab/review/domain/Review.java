package org.schoolcollab.review.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.review.CheckAnswer;
import org.schoolcollab.review.CheckQuestion;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;

/** The review of one revision. A draft may hold anything; a recommendation or return is checked as a whole. */
public record Review(
        UUID id,
        BidId bid,
        int revision,
        Status status,
        PersonId adviser,
        ReviewDraft draft,
        Instant savedAt,
        @Nullable Instant decidedAt) {

    /** Where a review stands. */
    public enum Status {
        DRAFT,
        RECOMMENDED,
        RETURNED
    }

    public static Review start(BidId bid, int revision, PersonId adviser, Instant now) {
        return new Review(UUID.randomUUID(), bid, revision, Status.DRAFT, adviser, ReviewDraft.empty(), now, null);
    }

    public Review save(PersonId by, ReviewDraft filledIn, Instant now) {
        return new Review(id, bid, revision, Status.DRAFT, by, filledIn, now, null);
    }

    /** What is missing for a recommendation: it answers the whole checklist and asks at most for what was requested. */
    public List<Problem> recommendationGaps(Money requested) {
        List<Problem> gaps = new ArrayList<>();
        for (CheckQuestion question : CheckQuestion.values()) {
            ReviewDraft.Check check = draft.check(question);
            if (check.answer() == null) {
                gaps.add(Problem.of(answerField(question), "error.review.unanswered"));
            } else if (check.answer() != CheckAnswer.YES && check.note().isEmpty()) {
                gaps.add(Problem.of(noteField(question), "error.review.noteMissing"));
            }
        }
        if (draft.comment().isEmpty()) {
            gaps.add(Problem.of("comment", "error.review.commentMissing"));
        }
        Money amount = draft.recommended();
        if (amount == null) {
            gaps.add(Problem.of("recommended", "error.review.amountMissing"));
        } else if (!amount.isPositive()) {
            gaps.add(Problem.of("recommended", "error.review.amountZero"));
        } else if (amount.isMoreThan(requested)) {
            gaps.add(Problem.of("recommended", "error.review.aboveRequest", requested.format()));
        }
        return gaps;
    }

    /** What is missing for a return. */
    public List<Problem> returnGaps() {
        return draft.returnReasons().isEmpty()
                ? List.of(Problem.of("returnReasons", "error.review.reasonsMissing"))
                : List.of();
    }

    /** @throws ValidationFailed naming every gap */
    public Review recommend(Money requested, Instant now) {
        refuse(recommendationGaps(requested));
        return new Review(id, bid, revision, Status.RECOMMENDED, adviser, draft, now, now);
    }

    /** @throws ValidationFailed where no reason is given */
    public Review returnForChanges(Instant now) {
        refuse(returnGaps());
        return new Review(id, bid, revision, Status.RETURNED, adviser, draft, now, now);
    }

    /** The name of a question's answer among the fields of the form. */
    public static String answerField(CheckQuestion question) {
        return "checks." + question + ".answer";
    }

    /** The name of a question's note among the fields of the form. */
    public static String noteField(CheckQuestion question) {
        return "checks." + question + ".note";
    }

    private static void refuse(List<Problem> gaps) {
        if (!gaps.isEmpty()) {
            throw new ValidationFailed(gaps);
        }
    }
}

package org.schoolcollab.review.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import jakarta.persistence.PersistenceException;
import java.util.List;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.review.PlanReview;
import org.schoolcollab.review.ReviewDraft;
import org.schoolcollab.review.ReviewKept;
import org.schoolcollab.review.ReviewKept.Conflict;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Refusals;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Keeps a review as it is filled in, and says whether all of it is kept. */
class ReviewSaving extends Div {

    private final transient PlanReview review;
    private final BidId bid;
    private final ReviewForm form;
    private final ErrorSummary errors;
    private final Span words = new Span();
    private transient ReviewDraft seen;
    private boolean clean = true;
    private boolean whole = true;
    private boolean held;
    private boolean closed;

    /** @param opened what is stored as the page is opened */
    ReviewSaving(PlanReview review, BidId bid, ReviewForm form, ReviewDraft opened, ErrorSummary errors) {
        this.review = review;
        this.bid = bid;
        this.form = form;
        this.seen = opened;
        this.errors = errors;
        addClassNames("hint", "plan-saving");
        words.getElement().setAttribute("role", "status");
        words.setText(getTranslation("review.saving.byItself"));
        add(words);
        form.onChange(() -> keep(false));
    }

    /** Whether all that was filled in is kept, or nothing can be kept any more. */
    boolean isClean() {
        return clean || closed;
    }

    /** Whether this page shows all that is kept: somebody else, or another window, may have filled in more. */
    boolean showsAll() {
        return whole;
    }

    /** Keeps what is not kept yet, because the person asks for it; answers whether everything is. What is wrong is said on top. */
    boolean save() {
        return keep(true);
    }

    /** Where something else was stored meanwhile, the person reads that first: until they ask, nothing takes its place. */
    private boolean keep(boolean asked) {
        if (closed || (held && !asked)) {
            return false;
        }
        clean = false;
        try {
            ReviewKept kept = review.keep(bid, seen, form.read());
            seen = kept.seen();
            whole = kept.whole();
            held = !kept.conflicts().isEmpty();
            clean = !held;
            errors.askAtFields(List.of());
            say(clean ? getTranslation("review.saving.saved", Dates.time(kept.at())) : notAll(), !clean);
            if (!clean) {
                errors.show(kept.conflicts().stream().map(this::problem).toList());
            }
        } catch (ValidationFailed gaps) {
            if (asked) {
                errors.show(gaps.problems());
            } else {
                errors.askAtFields(gaps.problems());
            }
            say(notAll(), true);
        } catch (BusinessRuleViolation refused) {
            closed = true;
            say(Refusals.sentence(this, refused), true);
            Refusals.show(this, refused);
        } catch (DataAccessException | TransactionException | PersistenceException unreachable) {
            say(getTranslation("review.saving.trouble"), true);
        }
        return clean;
    }

    private Problem problem(Conflict conflict) {
        String stored = conflict.stored();
        boolean isAnswer = conflict.field().endsWith(".answer") && !stored.isEmpty();
        String shown = isAnswer ? getTranslation("enum.CheckAnswer." + stored) : stored;
        return Problem.of(
                conflict.field(),
                "error.review.meanwhile",
                conflict.by(),
                Dates.moment(conflict.at()),
                shown.isEmpty() ? getTranslation("review.saving.nothing") : shown);
    }

    private String notAll() {
        return getTranslation("review.saving.notAll");
    }

    private void say(String text, boolean trouble) {
        setClassName("trouble", trouble);
        words.setText(text);
    }
}

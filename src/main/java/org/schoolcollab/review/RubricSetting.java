package org.schoolcollab.review;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.review.domain.Rubrics;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.transaction.annotation.Transactional;

/**
 * An administrator sets what is checked and scored in the bids of a round. As long as no review was begun with the latest version it
 * is changed itself; afterwards the change is a new version for the reviews that begin later.
 */
@UseCase
public class RubricSetting {

    /** The most questions, and the most scored criteria, of a rubric. */
    public static final int MOST = 20;

    /** The highest best score. */
    public static final int HIGHEST_TOP = 10;

    private static final int LOWEST_TOP = 2;

    /** The rubric of a round, and whether a change makes a new version of it. */
    public record Setting(Round round, Rubric rubric, boolean used) {}

    /** Somebody else has set another rubric since it was read; names each part of it that is different, with what stands there now. */
    public static final class ChangedByOthers extends ValidationFailed {

        private final transient Rubric now;

        private ChangedByOthers(List<Problem> changes, Rubric now) {
            super(changes);
            this.now = now;
        }

        /** The rubric as it is now: whoever saves against this one has been told. */
        public Rubric now() {
            return now;
        }
    }

    private final Rounds rounds;
    private final Rubrics rubrics;
    private final AuditTrail audit;

    RubricSetting(Rounds rounds, Rubrics rubrics, AuditTrail audit) {
        this.rounds = rounds;
        this.rubrics = rubrics;
        this.audit = audit;
    }

    /** @throws org.schoolcollab.shared.NotFound if there is no such round */
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional(readOnly = true)
    public Setting open(RoundId id) {
        Round round = rounds.get(id);
        Rubric rubric = rubrics.current(id);
        return new Setting(round, rubric, rubrics.isUsed(rubric));
    }

    /**
     * Sets the rubric for the reviews of the round that begin from now on. Where it is as it was, nothing happens.
     *
     * @param seen the rubric that the person was shown last
     * @throws ChangedByOthers if a part that would be replaced is not the one that was seen
     * @throws ValidationFailed naming every gap
     * @throws RoundIsClosed if no review can begin in it any more
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Rubric set(RoundId id, Rubric seen, RubricDraft typed) {
        Round round = rounds.get(id);
        if (round.status() == Round.Status.CLOSED) {
            throw new RoundIsClosed(round.name());
        }
        Rubric before = rubrics.lockCurrent(id);
        boolean used = rubrics.isUsed(before);
        Rubric after = checked(before, typed, used);
        refuseUnseen(before, seen, after);
        if (isSame(before, after)) {
            return before;
        }
        if (used) {
            rubrics.keep(after);
        } else {
            rubrics.replace(after);
        }
        audit.record(Act.on("round", id.toString(), "review.rubricSet", Roles.ADMINISTRATOR)
                .with("round", round.name())
                .changed("version", before.version(), after.version())
                .changed("top", before.top(), after.top())
                .changed("secondViewAbove", before.secondViewAbove(), after.secondViewAbove())
                .changed("checks", described(before.checks()), described(after.checks()))
                .changed("scores", described(before.scores()), described(after.scores())));
        return after;
    }

    /** What somebody else has set is not replaced by a person who does not know of it. */
    private static void refuseUnseen(Rubric now, Rubric seen, Rubric after) {
        List<Problem> changes = new ArrayList<>();
        if (isUnseen(described(now.checks()), described(seen.checks()), described(after.checks()))) {
            changes.add(Problem.of("checks", "error.review.rubric.checksChanged"));
        }
        if (isUnseen(described(now.scores()), described(seen.scores()), described(after.scores()))) {
            changes.add(Problem.of("scores", "error.review.rubric.scoresChanged"));
        }
        if (isUnseen(now.top(), seen.top(), after.top())) {
            changes.add(Problem.of("top", "error.review.rubric.topChanged", now.top()));
        }
        Money above = now.secondViewAbove();
        if (isUnseen(above, seen.secondViewAbove(), after.secondViewAbove())) {
            changes.add(
                    above == null
                            ? Problem.of("second", "error.review.rubric.secondTakenAway")
                            : Problem.of("second", "error.review.rubric.secondChanged", above));
        }
        if (!changes.isEmpty()) {
            throw new ChangedByOthers(changes, now);
        }
    }

    private static boolean isUnseen(@Nullable Object now, @Nullable Object seen, @Nullable Object after) {
        return !Objects.equals(now, seen) && !Objects.equals(now, after);
    }

    private static boolean isSame(Rubric before, Rubric after) {
        return before.top() == after.top()
                && Objects.equals(before.secondViewAbove(), after.secondViewAbove())
                && described(before.checks()).equals(described(after.checks()))
                && described(before.scores()).equals(described(after.scores()));
    }

    /** Every gap of what is typed, without keeping it. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional(readOnly = true)
    public List<Problem> gaps(RoundId id, RubricDraft typed) {
        try {
            checked(rubrics.current(rounds.get(id).id()), typed, false);
            return List.of();
        } catch (ValidationFailed failed) {
            return failed.problems();
        }
    }

    private static Rubric checked(Rubric before, RubricDraft typed, boolean used) {
        List<Problem> gaps = new ArrayList<>();
        if (typed.top() < LOWEST_TOP || typed.top() > HIGHEST_TOP) {
            gaps.add(Problem.of("top", "error.review.rubric.top", LOWEST_TOP, HIGHEST_TOP));
        }
        Set<String> known = new HashSet<>();
        // The standard's own stay known where somebody else has taken them out meanwhile: they have their words without
        // being typed.
        for (Rubric one : List.of(before, Rubric.standard(before.round()))) {
            one.checks().forEach(criterion -> known.add("checks:" + criterion.code()));
            one.scores().forEach(criterion -> known.add("scores:" + criterion.code()));
        }
        List<Criterion> checks = criteria("checks", typed.checks(), known, gaps);
        List<Criterion> scores = criteria("scores", typed.scores(), known, gaps);
        if (scores.isEmpty()) {
            gaps.add(Problem.of("scores", "error.review.rubric.noScore"));
        }
        if (!gaps.isEmpty()) {
            throw new ValidationFailed(gaps);
        }
        return new Rubric(
                used ? UUID.randomUUID() : before.id(),
                before.round(),
                used ? before.version() + 1 : before.version(),
                typed.top(),
                checks,
                scores,
                typed.secondViewAbove());
    }

    private static List<Criterion> criteria(String name, List<Criterion> typed, Set<String> known, List<Problem> gaps) {
        if (typed.size() > MOST) {
            gaps.add(Problem.of(name, "error.review.rubric.tooMany", MOST));
        }
        List<Criterion> criteria = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            Criterion one = typed.get(i);
            // Only what the rubric or the standard has keeps its code, and only that may stand without words: each
            // once.
            boolean kept = known.remove(name + ":" + one.code());
            String code = kept ? one.code() : UUID.randomUUID().toString();
            if (kept && one.words() == null) {
                criteria.add(one);
                continue;
            }
            try {
                criteria.add(
                        new Criterion(code, Texts.required(Criterion.WORDS_LIMIT, name + "[" + i + "]", one.words())));
            } catch (ValidationFailed failed) {
                gaps.addAll(failed.problems());
            }
        }
        return criteria;
    }

    private static String described(List<Criterion> criteria) {
        return criteria.stream()
                .map(criterion -> Objects.requireNonNullElse(criterion.words(), criterion.code()))
                .collect(Collectors.joining("; "));
    }
}

package org.schoolcollab.board;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;

/** What a member has marked: a choice, and the reason where it is a refusal. */
public record BallotPaper(VoteChoice choice, String reason) {

    /** The most characters a reason may have. */
    public static final int REASON_LIMIT = 2000;

    /**
     * Reads what was marked and typed.
     *
     * @throws ValidationFailed without a choice, on a refusal without a reason, on a reason that is too long
     */
    public static BallotPaper of(@Nullable VoteChoice choice, @Nullable String typed) {
        List<Problem> gaps = new ArrayList<>();
        if (choice == null) {
            gaps.add(Problem.of("choice", "error.board.choiceMissing"));
        }
        String reason = "";
        try {
            reason = Texts.atMost(REASON_LIMIT, "reason", typed);
            if (choice == VoteChoice.REFUSE && reason.isEmpty()) {
                gaps.add(Problem.of("reason", "error.board.reasonMissing"));
            }
        } catch (ValidationFailed tooLong) {
            gaps.addAll(tooLong.problems());
        }
        if (choice == null || !gaps.isEmpty()) {
            throw new ValidationFailed(gaps);
        }
        return new BallotPaper(choice, reason);
    }
}

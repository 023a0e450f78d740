package org.schoolcollab.workflow.gate;

import java.util.Set;

/**
 * What is known on one way through the processes.
 *
 * @param by who gave the last decision that still stands
 * @param outcomes what it can be, as far as conditions have told
 * @param recommended whether the adviser recommended the plan as it is
 * @param award how far the award has come
 * @param requested whether a request waits for approval
 * @param unpaid whether a request was made that no approval has met yet
 * @param released whether an instalment was released
 * @param over whether the bid was closed, withdrawn or refused
 * @param beside whether this is not the bid's own way but a notice beside it
 */
record Known(
        Decision by,
        Set<String> outcomes,
        boolean recommended,
        Award award,
        boolean requested,
        boolean unpaid,
        boolean released,
        boolean over,
        boolean beside) {

    /** How far an award has come: money committed for it, and accepted by the lead. */
    enum Award {
        NONE,
        COMMITTED,
        ACCEPTED
    }

    static final Known NOTHING =
            new Known(Decision.NONE, Decision.NONE.outcomes(), false, Award.NONE, false, false, false, false, false);

    Known decided(Decision decision) {
        return with(decision, decision.outcomes());
    }

    /** What was decided no longer counts, though the engine still holds the word. */
    Known undecided() {
        return with(Decision.NONE, Decision.NONE.outcomes());
    }

    /** A condition left these outcomes. */
    Known narrowed(Set<String> left) {
        boolean only = left.size() == 1;
        boolean nowRecommended = recommended || (by == Decision.REVIEW && only && left.contains("RECOMMENDED"));
        boolean paid = by == Decision.FINANCE && only && left.contains("APPROVED");
        return new Known(by, left, nowRecommended, award, requested, unpaid && !paid, released || paid, over, beside);
    }

    /** A changed plan needs a new recommendation and a new decision. */
    Known planChanged() {
        Known open = undecided();
        return new Known(open.by, open.outcomes, false, award, requested, unpaid, released, over, beside);
    }

    Known fundsCommitted() {
        return new Known(by, outcomes, recommended, Award.COMMITTED, requested, unpaid, released, over, beside);
    }

    Known fundsReturned() {
        return new Known(by, outcomes, recommended, Award.NONE, requested, unpaid, released, over, beside);
    }

    Known awardAccepted() {
        return new Known(by, outcomes, recommended, Award.ACCEPTED, requested, unpaid, released, over, beside);
    }

    Known requestMade() {
        return new Known(by, outcomes, recommended, award, true, true, released, over, beside);
    }

    Known requestAnswered() {
        return new Known(by, outcomes, recommended, award, false, unpaid, released, over, beside)
                .decided(Decision.FINANCE);
    }

    Known bidOver() {
        return new Known(by, outcomes, recommended, award, requested, unpaid, released, true, beside);
    }

    Known besideTheWay() {
        return new Known(by, outcomes, recommended, award, requested, unpaid, released, over, true);
    }

    /** Back in the caller: what happened stays, the decision only where it is handed back. */
    Known backIn(Known caller, boolean handsBack) {
        return handsBack ? this : with(caller.by, caller.outcomes);
    }

    boolean isPaid() {
        return released && !unpaid;
    }

    /** Whether the board, and nobody after it, decided exactly this. */
    boolean boardSaid(String outcome) {
        return by == Decision.BOARD && outcomes.equals(Set.of(outcome));
    }

    /** Whether the bid may have been sent back or passed on instead of being put to the vote. */
    boolean mayBeReferred() {
        return by == Decision.REFERRAL && !outcomes.equals(Set.of("OPEN"));
    }

    /** Whether a ballot was counted and may have settled nothing. */
    boolean isOpenBallot() {
        return by == Decision.BOARD && outcomes.stream().anyMatch(Decision.UNSETTLED::contains);
    }

    private Known with(Decision decision, Set<String> left) {
        return new Known(decision, left, recommended, award, requested, unpaid, released, over, beside);
    }
}

package org.schoolcollab.board;

/**
 * By what a ballot is counted. A ballot keeps the rule by which it was opened, so that nobody changes it while people vote.
 *
 * @param quorumPercent share of the members without an interest that must have voted, 1 to 100
 * @param fewest the fewest that must have voted, whatever the share says; never below {@value #FEWEST_EVER}
 */
public record CountingRule(int quorumPercent, int fewest, Majority majority) {

    /** No board decides with fewer votes than this. */
    public static final int FEWEST_EVER = 3;

    private static final int HALF = 50;
    private static final int WHOLE = 100;

    /** Half of those without an interest, at least three; more for than against. */
    public static final CountingRule STANDARD = new CountingRule(HALF, FEWEST_EVER, Majority.SIMPLE);

    /** How many must have voted, of so many members without an interest. */
    public int quorumOf(int eligible) {
        return Math.max(fewest, (eligible * quorumPercent + WHOLE - 1) / WHOLE);
    }

    /** Whether so many for carry it against so many against. */
    public boolean isCarried(int approvals, int refusals) {
        return switch (majority) {
            case SIMPLE -> approvals > refusals;
            case TWO_THIRDS -> approvals > 0 && 3 * approvals >= 2 * (approvals + refusals);
        };
    }

    /** Whether neither side has it, so that a casting vote decides. */
    public boolean isTied(int approvals, int refusals) {
        return majority == Majority.SIMPLE && approvals == refusals;
    }

    /** Whether one side has so many votes of all who may vote that no further vote can change the result. */
    public boolean isBeyondReach(int eligible, int approvals, int refusals) {
        return switch (majority) {
            case SIMPLE -> 2 * approvals > eligible || 2 * refusals > eligible;
            case TWO_THIRDS -> 3 * approvals >= 2 * eligible || 3 * refusals > eligible;
        };
    }
}

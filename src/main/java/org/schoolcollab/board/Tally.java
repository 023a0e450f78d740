package org.schoolcollab.board;

/**
 * The votes of one ballot, counted, with the rules of a board's decision. Members with an interest and their votes are left out
 * before.
 *
 * @param eligible members without an interest
 */
public record Tally(int eligible, int approvals, int refusals, int abstentions) {

    /** No board decides with fewer voting members than this. */
    public static final int FEWEST_VOTERS = 3;

    /** How many must have voted: at least half of the members without an interest, and never fewer than three. */
    public static int quorumOf(int eligible) {
        return Math.max(FEWEST_VOTERS, (eligible + 1) / 2);
    }

    public int quorum() {
        return quorumOf(eligible);
    }

    public int votes() {
        return approvals + refusals + abstentions;
    }

    /** Abstentions count for the quorum. */
    public boolean isQuorate() {
        return votes() >= quorum();
    }

    public boolean allHaveVoted() {
        return votes() >= eligible;
    }

    /** No further vote can change the result: all have voted, or one side holds more than half of all who may, with the quorum met. */
    public boolean isSettled() {
        boolean beyondReach = 2 * approvals > eligible || 2 * refusals > eligible;
        return allHaveVoted() || (beyondReach && isQuorate());
    }

    /** More for than against; abstentions count for neither. */
    public boolean isCarried() {
        return approvals > refusals;
    }

    public boolean isTied() {
        return approvals == refusals;
    }
}

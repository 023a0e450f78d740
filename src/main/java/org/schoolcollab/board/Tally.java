package org.schoolcollab.board;

/**
 * The votes of one ballot, counted, with the rules of its board. Members with an interest and their votes are left out before.
 *
 * @param eligible members without an interest
 * @param rule by which the board decides
 */
public record Tally(int eligible, int approvals, int refusals, int abstentions, CountingRule rule) {

    /** By the standard rule. */
    public Tally(int eligible, int approvals, int refusals, int abstentions) {
        this(eligible, approvals, refusals, abstentions, CountingRule.STANDARD);
    }

    /** How many must have voted: of the members without an interest the rule's share, and never fewer than its fewest. */
    public int quorum() {
        return rule.quorumOf(eligible);
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

    /** No further vote can change the result: all have voted, or one side is beyond reach with the quorum met. */
    public boolean isSettled() {
        return allHaveVoted() || (rule.isBeyondReach(eligible, approvals, refusals) && isQuorate());
    }

    /** Abstentions count for neither side. */
    public boolean isCarried() {
        return rule.isCarried(approvals, refusals);
    }

    public boolean isTied() {
        return rule.isTied(approvals, refusals);
    }
}

package org.schoolcollab.board;

/** How a member votes. A casting vote is never an abstention. */
public enum VoteChoice {
    APPROVE,
    REFUSE,
    ABSTAIN
}

package org.schoolcollab.board;

/** What carries a proposal. Abstentions count for neither side. */
public enum Majority {
    /** More for than against; as many for as against is a tie. */
    SIMPLE,
    /** At least two thirds of those for or against. There is no tie. */
    TWO_THIRDS
}

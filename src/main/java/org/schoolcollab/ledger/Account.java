package org.schoolcollab.ledger;

/**
 * The kinds of accounts of an envelope. A balance is what was credited less what was debited, {@link #GRANT} and {@link #MATCH} the
 * other way round. Given = available + held + committed + released + spent + lapsed, always; matched funding stands beside it.
 */
public enum Account {
    /** What was given to the area. */
    GRANT(false, false),
    /** What may still be committed. */
    AVAILABLE(false, false),
    /** Kept back by the board. */
    HELD(false, false),
    /** Agreed for an award and not released yet. */
    COMMITTED(true, false),
    /** In the budget of a school, for an award. */
    RELEASED(true, true),
    /** Spent by the authority itself; only in area All. */
    SPENT(false, false),
    /** Left when the round was closed. */
    LAPSED(false, false),
    /** The schools' own money, the other side of the two below. */
    MATCH(false, false),
    /** Matched funding that a school promised for an award. */
    PLEDGED(true, true),
    /** Matched funding of which finance has seen proof. */
    EVIDENCED(true, true);

    private final boolean ofAward;
    private final boolean ofSchool;

    Account(boolean ofAward, boolean ofSchool) {
        this.ofAward = ofAward;
        this.ofSchool = ofSchool;
    }

    /** Whether there is one of it for each award. */
    public boolean ofAward() {
        return ofAward;
    }

    /** Whether there is one of it for each school of an award. */
    public boolean ofSchool() {
        return ofSchool;
    }

    /** Whether its balance is what was debited less what was credited. */
    public boolean isDebit() {
        return this == GRANT || this == MATCH;
    }
}

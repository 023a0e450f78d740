package org.schoolcollab.ledger;

/** Why money moved. */
public enum EntryKind {
    /** The envelope was given to the area. */
    OPENED,
    /** More was given to the area later. */
    ADDED,
    /** An award was committed. */
    COMMITTED,
    /** A commitment was reversed: the bid was withdrawn. */
    RETURNED,
    /** An instalment was released to the schools. */
    RELEASED,
    /** A release was reversed: the payment failed, the money is committed again. */
    REVERSED,
    /** Unspent money came back from a school. */
    CLAWED_BACK,
    /** An award was reduced or an instalment cancelled: committed money went back to the envelope. */
    REDUCED,
    /** Money left for another area. */
    MOVED_OUT,
    /** Money came from another area. */
    MOVED_IN,
    /** The board keeps money back. */
    HELD_BACK,
    /** The board frees what it kept back. */
    HOLD_ENDED,
    /** The authority spent money of area All. */
    SPENT,
    /** The round was closed: what was left lapsed. */
    CLOSED,
    /** Schools promised matched funding. */
    PLEDGED,
    /** Finance saw proof of matched funding. */
    EVIDENCED
}

package org.schoolcollab.ledger;

/** Why money moved. */
public enum EntryKind {
    /** The envelope was given to the area. */
    OPENED,
    /** An award was committed. */
    COMMITTED,
    /** A commitment was reversed: the bid was withdrawn. */
    RETURNED,
    /** An instalment was released to the lead school. */
    RELEASED
}

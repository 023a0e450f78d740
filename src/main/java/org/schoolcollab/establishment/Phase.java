package org.schoolcollab.establishment;

/** The kind of school by the age and needs of its pupils. */
public enum Phase {
    NURSERY,
    PRIMARY,
    SECONDARY,
    SPECIAL,
    PRU
}

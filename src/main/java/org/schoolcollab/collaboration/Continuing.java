package org.schoolcollab.collaboration;

/** Whether the collaboration goes on in 2013/14, as published. */
public enum Continuing {
    YES,
    NO,
    TBC,
    NA
}

package org.schoolcollab.bid;

/** Whom a target is about (§15, §31). */
public enum TargetGroup {
    ALL,
    DISADVANTAGED,
    PRIMARY_PHASE,
    SECONDARY_PHASE,
    NAMED_SCHOOLS
}

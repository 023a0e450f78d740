package org.schoolcollab.bid;

/** Whom a target is about (§15, §31). */
public enum TargetGroup {
    ALL,
    DISADVANTAGED,
    PRIMARY_PHASE,
    SECONDARY_PHASE,
    /** Those that the target names by choice. */
    NAMED_SCHOOLS;

    /** Whether a target is about the schools that it names. */
    public static boolean isOfNamedSchools(PlanFields.Line target) {
        return target.field("group").equals(NAMED_SCHOOLS.name());
    }
}

package org.schoolcollab.establishment;

/** Ofsted's overall judgement of a school, as it was given until 2024. */
public enum Grade {
    OUTSTANDING,
    GOOD,
    REQUIRES_IMPROVEMENT,
    INADEQUATE;

    public boolean goodOrBetter() {
        return this == OUTSTANDING || this == GOOD;
    }
}

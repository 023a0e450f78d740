package org.schoolcollab.review;

/** What the adviser scores where the round has no criteria of its own. The wording is in the translations. */
public enum ScoreCriterion {
    /** §10, §23, §24: how well the plan answers what pupils and schools need. */
    NEED,

    /** §15, §31: how much pupils will gain. */
    IMPACT,

    /** §23: how much the schools do together. */
    TOGETHER,

    /** §11: what the money buys against the guide amount. */
    VALUE,

    /** §30: what lasts after the money is spent. */
    LASTING
}

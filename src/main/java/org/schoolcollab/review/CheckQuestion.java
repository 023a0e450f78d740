package org.schoolcollab.review;

/** What the adviser checks in every plan. The paragraphs are those of the report that ask for it; the wording is in the translations. */
public enum CheckQuestion {
    /** §10, §23, §24: the priorities answer what the member schools need. */
    NEEDS,
    /** §26, §30: the activities lead to the targets, improved teaching to gains of pupils. */
    ACTIVITIES,
    /** §15, §31: every target can be measured and starts from a known baseline. */
    TARGETS,
    /** §30: the plan says how its effect will be judged and shared. */
    EVALUATION,
    /** §11, §30: the budget is reasonable against the guide amount. */
    BUDGET,
    /** §44: the schools' own money is evidenced. */
    MATCHED_FUNDING,
    /** §23: every member school takes part. */
    MEMBERS,
    /** §27, §28: support that is bought in fills a gap that the skills audit found. */
    SUPPORT
}

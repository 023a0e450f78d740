package org.schoolcollab.review;

/** An answer on the adviser's checklist. */
public enum CheckAnswer {
    YES,
    PARTLY,
    NO
}

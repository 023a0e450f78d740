package org.schoolcollab.outcome;

/** Whether a target was met; follows from the figures, nobody sets it. */
public enum Verdict {
    MET,
    NOT_MET,
    NO_FIGURE
}

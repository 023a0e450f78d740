package org.schoolcollab.outcome;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A March report as typed so far, valid or not: one item for each priority of the plan, in its order. */
public record MarchDraft(int version, List<Item> items, String selfAssessment, String nextSteps) {

    /** Characters that fit each text. */
    public static final int TEXT = 2_000;

    /** How one priority has come on. */
    public record Item(UUID priority, @Nullable Progress progress, String comment) {}
}

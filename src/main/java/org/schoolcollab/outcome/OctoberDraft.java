package org.schoolcollab.outcome;

import java.util.List;
import java.util.UUID;

/** An October report as typed so far, valid or not: one item for each target of the plan, in its order. */
public record OctoberDraft(int version, List<Item> items, String summary) {

    /** Characters that fit each text. */
    public static final int TEXT = 2_000;

    /** Characters that fit a figure. */
    public static final int FIGURE = 50;

    /**
     * The result beside one target.
     *
     * @param actual the value reached, as typed
     * @param noFigure there is none; then the reason says why
     */
    public record Item(UUID target, String actual, boolean noFigure, String reason, String comment) {}
}

package org.schoolcollab.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.PlanPlace;

/**
 * What an adviser says at a place of the plan.
 *
 * @param placeName what people called the place when it was said
 * @param toAnswer whether the lead answers it before a returned plan is submitted again; else it is a remark
 * @param answer null until it is answered
 */
public record PlanPoint(
        UUID id,
        PlanPlace place,
        String placeName,
        String words,
        boolean toAnswer,
        @Nullable Answer answer) {

    /** The most characters of a place's name. */
    public static final int NAME_LIMIT = 300;

    /**
     * What the lead answers.
     *
     * @param done whether it was done; else the words say why not
     */
    public record Answer(boolean done, String words, String by, Instant at) {}

    /** A point about the plan as a whole. */
    public static PlanPoint toAnswer(String words) {
        return new PlanPoint(UUID.randomUUID(), PlanPlace.wholePlan(), "", words, true, null);
    }
}

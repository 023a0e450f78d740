package org.schoolcollab.workflow.move;

import java.util.UUID;

/** Identifies a move of bids. */
public record MoveId(UUID value) implements java.io.Serializable {

    public static MoveId random() {
        return new MoveId(UUID.randomUUID());
    }

    /**
     * Reads an id.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static MoveId of(String text) {
        return new MoveId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

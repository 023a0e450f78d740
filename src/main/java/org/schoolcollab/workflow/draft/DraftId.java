package org.schoolcollab.workflow.draft;

import java.util.UUID;

/** Identifies a draft. */
public record DraftId(UUID value) implements java.io.Serializable {

    public static DraftId random() {
        return new DraftId(UUID.randomUUID());
    }

    /**
     * Reads an id.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static DraftId of(String text) {
        return new DraftId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

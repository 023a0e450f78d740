package org.schoolcollab.collaboration;

import java.util.UUID;

/** Identifies a collaboration. */
public record CollaborationId(UUID value) implements java.io.Serializable {

    public static CollaborationId random() {
        return new CollaborationId(UUID.randomUUID());
    }

    public static CollaborationId of(String text) {
        return new CollaborationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

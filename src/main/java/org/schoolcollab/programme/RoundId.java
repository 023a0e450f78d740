package org.schoolcollab.programme;

import java.util.UUID;

/** Identifies a funding round. */
public record RoundId(UUID value) implements java.io.Serializable {

    public static RoundId random() {
        return new RoundId(UUID.randomUUID());
    }

    public static RoundId of(String text) {
        return new RoundId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

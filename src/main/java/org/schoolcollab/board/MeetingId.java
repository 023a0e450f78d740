package org.schoolcollab.board;

import java.util.UUID;

/** Identifies a meeting of a board. */
public record MeetingId(UUID value) implements java.io.Serializable {

    public static MeetingId random() {
        return new MeetingId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is no id */
    public static MeetingId of(String text) {
        return new MeetingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

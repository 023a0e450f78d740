package org.schoolcollab.security;

import java.util.UUID;

/** Identifies a person. */
public record PersonId(UUID value) implements java.io.Serializable {

    public static PersonId random() {
        return new PersonId(UUID.randomUUID());
    }

    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    /** The task group of this one person, where a task is for nobody else: {@code PERSON:<id>}. */
    public String ownGroup() {
        return "PERSON:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

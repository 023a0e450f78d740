package org.schoolcollab.establishment;

import java.util.UUID;

/** Identifies a school or unit. */
public record EstablishmentId(UUID value) implements java.io.Serializable {

    public static EstablishmentId of(String text) {
        return new EstablishmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

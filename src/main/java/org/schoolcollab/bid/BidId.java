package org.schoolcollab.bid;

import java.util.UUID;

/** Identifies a bid. */
public record BidId(UUID value) implements java.io.Serializable {

    public static BidId random() {
        return new BidId(UUID.randomUUID());
    }

    public static BidId of(String text) {
        return new BidId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.schoolcollab.bid;

import org.jspecify.annotations.Nullable;
import org.schoolcollab.programme.RoundId;

/** Which bids to list; a null means all. {@code text} is found in the collaboration's name, whatever its case. */
public record BidFilter(
        @Nullable RoundId round,
        @Nullable String areaCode,
        @Nullable String districtCode,
        @Nullable BidStatus status,
        @Nullable String text) {

    /** Of every district. */
    public BidFilter(
            @Nullable RoundId round, @Nullable String areaCode, @Nullable BidStatus status, @Nullable String text) {
        this(round, areaCode, null, status, text);
    }

    public static BidFilter none() {
        return new BidFilter(null, null, null, null);
    }

    public boolean isNone() {
        return equals(none());
    }
}

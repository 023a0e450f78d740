package org.schoolcollab.programme;

import org.jspecify.annotations.Nullable;
import org.schoolcollab.collaboration.Continuing;

/**
 * Which collaborations to list; a null means all. {@code text} is found in the names they have or had, whatever its case.
 *
 * @param areaCode an area's code, or {@link #NO_AREA}
 */
public record CollaborationFilter(
        @Nullable String text,
        @Nullable String areaCode,
        @Nullable String districtCode,
        @Nullable Continuing continuing) {

    /** Stands for the collaborations that were given no money and so no area. */
    public static final String NO_AREA = "NONE";

    public static CollaborationFilter none() {
        return new CollaborationFilter(null, null, null, null);
    }

    public static CollaborationFilter named(String text) {
        return new CollaborationFilter(text, null, null, null);
    }

    public boolean isNone() {
        return equals(none());
    }
}

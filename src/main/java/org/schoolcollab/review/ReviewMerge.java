package org.schoolcollab.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What one window changed, on top of what is stored.
 *
 * @param stored what is to be stored
 * @param seen what the window has seen afterwards: what it typed, and in conflicts what is stored
 * @param conflicts fields that somebody else changed too, to something else: they stay as they are
 */
record ReviewMerge(ReviewFields stored, ReviewFields seen, List<String> conflicts) {

    static ReviewMerge of(ReviewFields seen, ReviewFields typed, ReviewFields stored) {
        ReviewFields merged = stored;
        ReviewFields next = typed;
        List<String> conflicts = new ArrayList<>();
        for (String field : typed.differences(seen)) {
            Object there = stored.get(field);
            if (Objects.equals(there, seen.get(field)) || Objects.equals(there, typed.get(field))) {
                merged = merged.with(field, typed.get(field));
            } else {
                conflicts.add(field);
                next = next.with(field, there);
            }
        }
        return new ReviewMerge(merged, next, List.copyOf(conflicts));
    }
}

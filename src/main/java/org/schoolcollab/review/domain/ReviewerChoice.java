package org.schoolcollab.review.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.security.PersonId;

/**
 * Who of a district's advisers reviews a bid: whoever had its plan before goes on; else the one with the fewest open reviews, among
 * several the first by name. In the place of somebody who is away stands the deputy, with the deputy's own workload.
 */
public final class ReviewerChoice {

    private ReviewerChoice() {}

    /**
     * An adviser of the district.
     *
     * @param open how many reviews are open with them
     * @param free whether nothing keeps them from reviewing the bid
     * @param deputy who stands in for them; null where they are not away
     */
    public record Adviser(
            PersonId id,
            String name,
            int open,
            boolean free,
            @Nullable PersonId deputy) {}

    /** Empty where none of them may review the bid now. */
    public static Optional<Adviser> of(Collection<Adviser> district, Optional<PersonId> before) {
        List<Adviser> able = district.stream()
                .map(adviser -> standsFor(adviser, district))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return before.flatMap(id -> find(district, id))
                .flatMap(adviser -> standsFor(adviser, district))
                .or(() -> able.stream()
                        .min(Comparator.comparingInt(Adviser::open)
                                .thenComparing(Adviser::name)
                                .thenComparing(adviser -> adviser.id().toString())));
    }

    private static Optional<Adviser> standsFor(Adviser adviser, Collection<Adviser> district) {
        PersonId deputy = adviser.deputy();
        return (deputy == null ? Optional.of(adviser) : find(district, deputy))
                .filter(person -> person.free() && person.deputy() == null);
    }

    private static Optional<Adviser> find(Collection<Adviser> district, PersonId id) {
        return district.stream().filter(adviser -> adviser.id().equals(id)).findFirst();
    }
}

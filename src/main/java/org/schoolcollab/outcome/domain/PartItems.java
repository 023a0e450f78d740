package org.schoolcollab.outcome.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A report has one item for each part of the plan that it is about, in the plan's order, blank where nothing was written. Of two items
 * for one part the first counts.
 *
 * @param <P> the part: a priority, a target
 * @param <I> the item as typed
 */
record PartItems<P, I>(Function<P, UUID> part, Function<I, UUID> item, Function<UUID, I> blank) {

    List<I> inOrder(List<P> parts, List<I> items) {
        return join(parts, items, (one, written) -> written);
    }

    /** The same, each item made into something else together with its part. */
    <R> List<R> join(List<P> parts, List<I> items, BiFunction<P, I, R> made) {
        Map<UUID, I> byPart =
                items.stream().collect(Collectors.toMap(item, Function.identity(), (first, again) -> first));
        return parts.stream()
                .map(one -> {
                    UUID id = part.apply(one);
                    I written = byPart.get(id);
                    return made.apply(one, written == null ? blank.apply(id) : written);
                })
                .toList();
    }
}

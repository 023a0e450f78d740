package org.schoolcollab.inbox.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.Stage;
import org.schoolcollab.inbox.InboxFilter;
import org.schoolcollab.inbox.InboxFilter.Sort;
import org.schoolcollab.inbox.InboxFilter.View;

/** What the address of the screen says: view, filters, order and the task that is selected. What makes no sense is left out. */
record TaskAddress(InboxFilter filter, @Nullable String task) {

    static TaskAddress read(QueryParameters query) {
        InboxFilter filter = new InboxFilter(
                constant(View.class, query, "view").orElse(View.MINE),
                constant(Stage.class, query, "stage").orElse(null),
                query.getSingleParameter("area").orElse(null),
                id(query, "round"),
                id(query, "collaboration"),
                query.getSingleParameter("overdue").isPresent(),
                query.getSingleParameter("q").orElse(""),
                constant(Sort.class, query, "sort").orElse(Sort.DUE));
        return new TaskAddress(filter, query.getSingleParameter("task").orElse(null));
    }

    QueryParameters query() {
        Map<String, String> query = new HashMap<>();
        query.put("view", filter.view().name().toLowerCase(Locale.ROOT));
        put(
                query,
                "stage",
                filter.stage() == null ? null : filter.stage().name().toLowerCase(Locale.ROOT));
        put(query, "area", filter.area());
        put(query, "round", filter.round() == null ? null : filter.round().toString());
        put(
                query,
                "collaboration",
                filter.collaboration() == null ? null : filter.collaboration().toString());
        put(query, "overdue", filter.overdue() ? "yes" : null);
        put(query, "q", filter.text().isBlank() ? null : filter.text());
        put(
                query,
                "sort",
                filter.sort() == Sort.DUE ? null : filter.sort().name().toLowerCase(Locale.ROOT));
        put(query, "task", task);
        return QueryParameters.simple(query);
    }

    TaskAddress select(@Nullable String taskId) {
        return new TaskAddress(filter, taskId);
    }

    TaskAddress filter(InboxFilter other) {
        return new TaskAddress(other, null);
    }

    /** The same filters in another view. */
    TaskAddress view(View view) {
        return new TaskAddress(
                new InboxFilter(
                        view,
                        filter.stage(),
                        filter.area(),
                        filter.round(),
                        filter.collaboration(),
                        filter.overdue() && view != View.DONE,
                        filter.text(),
                        filter.sort()),
                null);
    }

    private static void put(Map<String, String> query, String name, @Nullable String value) {
        if (value != null) {
            query.put(name, value);
        }
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, QueryParameters query, String name) {
        return query.getSingleParameter(name).flatMap(value -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equalsIgnoreCase(value)) {
                    return Optional.of(constant);
                }
            }
            return Optional.empty();
        });
    }

    private static @Nullable UUID id(QueryParameters query, String name) {
        try {
            return query.getSingleParameter(name).map(UUID::fromString).orElse(null);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}

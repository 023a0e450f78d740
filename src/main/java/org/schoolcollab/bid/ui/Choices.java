package org.schoolcollab.bid.ui;

import com.vaadin.flow.data.provider.ListDataProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.schoolcollab.bid.PlanField;

/** What may be chosen in fields of several, by id or code and in order: others who write the plan may change it meanwhile. */
final class Choices {

    private final Predicate<String> stays;
    private final Map<String, String> words = new LinkedHashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final ListDataProvider<String> items = new ListDataProvider<>(ids);

    /**
     * @param stays whether an id that cannot be chosen stays where it was chosen: it may be of a line whose words somebody types anew at
     *     this moment, or of a school that joined since
     */
    Choices(Map<String, String> words, Predicate<String> stays) {
        this.stays = stays;
        become(words);
    }

    /** Whether that is anything else than before. */
    boolean become(Map<String, String> now) {
        if (List.copyOf(now.entrySet()).equals(List.copyOf(words.entrySet()))) {
            return false;
        }
        words.clear();
        words.putAll(now);
        ids.clear();
        ids.addAll(now.keySet());
        items.refreshAll();
        return true;
    }

    ListDataProvider<String> items() {
        return items;
    }

    String words(String id) {
        return words.getOrDefault(id, id);
    }

    /** Those of a stored text that may still be chosen. */
    Set<String> chosen(String stored) {
        return PlanField.several(stored).stream()
                .filter(words::containsKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those of a stored text that cannot be chosen and stay nevertheless. */
    List<String> unseen(String stored) {
        return PlanField.several(stored).stream()
                .filter(id -> !words.containsKey(id) && stays.test(id))
                .toList();
    }

    /** What is stored of a choice: in the order of the choices, so that choosing the same again is no change. */
    String stored(Set<String> chosen, List<String> unseen) {
        return Stream.concat(ids.stream().filter(chosen::contains), unseen.stream())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}

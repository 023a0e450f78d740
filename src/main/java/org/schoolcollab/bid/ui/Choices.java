package org.schoolcollab.bid.ui;

import com.vaadin.flow.data.provider.ListDataProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.schoolcollab.bid.PlanField;

/** What may be chosen in fields of several, by id or code and in order: others who write the plan may change it meanwhile. */
final class Choices {

    private final Map<String, String> words = new LinkedHashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final ListDataProvider<String> items = new ListDataProvider<>(ids);

    Choices(Map<String, String> words) {
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

    /** What is stored of a choice: in the order of the choices, so that choosing the same again is no change. */
    String stored(Set<String> chosen) {
        return ids.stream().filter(chosen::contains).collect(Collectors.joining(" "));
    }
}

package org.schoolcollab.programme.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.collaboration.Continuing;
import org.schoolcollab.establishment.Area;
import org.schoolcollab.programme.CollaborationFilter;

/** What collaborations to look for. */
class CollaborationFilters extends Div {

    private record Choice(String key, String label) {}

    private final TextField text = new TextField(getTranslation("programme.collaborations.text"));
    private final Select<Choice> area = new Select<>();
    private final Select<Choice> district = new Select<>();
    private final Select<Choice> continuing = new Select<>();

    CollaborationFilters(Runnable changed) {
        addClassName("chips");
        getElement()
                .setAttribute("role", "search")
                .setAttribute("aria-label", getTranslation("programme.collaborations.filters"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        List<Choice> areas = new ArrayList<>(Arrays.stream(Area.values())
                .map(each -> new Choice(each.name(), each.displayName()))
                .toList());
        areas.add(new Choice(CollaborationFilter.NO_AREA, getTranslation("programme.collaborations.noArea")));
        choice(area, "programme.collaborations.area", areas);
        choice(
                district,
                "programme.collaborations.district",
                Arrays.stream(Area.values())
                        .flatMap(each -> each.districts().stream())
                        .map(each -> new Choice(each.code(), each.name()))
                        .toList());
        choice(
                continuing,
                "programme.collaborations.continuing",
                Arrays.stream(Continuing.values())
                        .map(each -> new Choice(each.name(), getTranslation("enum.Continuing." + each.name())))
                        .toList());
        add(text, area, district, continuing);
        text.addValueChangeListener(e -> tell(e.isFromClient(), changed));
        List.of(area, district, continuing)
                .forEach(select -> select.addValueChangeListener(e -> tell(e.isFromClient(), changed)));
    }

    private void choice(Select<Choice> select, String labelKey, List<Choice> items) {
        select.setLabel(getTranslation(labelKey));
        select.setItems(items);
        select.setEmptySelectionAllowed(true);
        String all = getTranslation("programme.collaborations.every");
        select.setEmptySelectionCaption(all);
        select.setItemLabelGenerator(item -> item == null ? all : item.label());
    }

    private static void tell(boolean byPerson, Runnable changed) {
        if (byPerson) {
            changed.run();
        }
    }

    /** Takes what the address asks for; what it names wrongly counts as all. */
    void read(QueryParameters address) {
        text.setValue(address.getSingleParameter("q").orElse(""));
        select(area, address.getSingleParameter("area").orElse(""));
        select(district, address.getSingleParameter("district").orElse(""));
        select(continuing, address.getSingleParameter("continuing").orElse(""));
    }

    private static void select(Select<Choice> select, String key) {
        select.setValue(select.getListDataView()
                .getItems()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElse(null));
    }

    CollaborationFilter value() {
        String words = text.getValue().strip();
        String status = key(continuing);
        return new CollaborationFilter(
                words.isEmpty() ? null : words,
                key(area),
                key(district),
                status == null ? null : Continuing.valueOf(status));
    }

    private static @Nullable String key(Select<Choice> select) {
        return select.getValue() == null ? null : select.getValue().key();
    }

    /** The filters and these other parameters as an address. */
    QueryParameters and(Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "q", text.getValue().strip());
        put(all, "area", key(area));
        put(all, "district", key(district));
        put(all, "continuing", key(continuing));
        all.putAll(others);
        return QueryParameters.simple(all);
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            all.put(name, value);
        }
    }
}

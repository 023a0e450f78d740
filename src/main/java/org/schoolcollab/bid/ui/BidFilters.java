package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidFilter;
import org.schoolcollab.bid.BidQueries.Area;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.programme.Round;

/** What bids to look for. */
class BidFilters extends Div {

    private final TextField text = new TextField(getTranslation("bid.list.text"));
    private final Select<Round> round = new Select<>();
    private final Select<Area> area = new Select<>();
    private final Select<BidStatus> status = new Select<>();

    BidFilters(List<Round> rounds, List<Area> areas, Runnable changed) {
        addClassName("chips");
        getElement().setAttribute("role", "search").setAttribute("aria-label", getTranslation("bid.list.filters"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        choice(round, "bid.list.round", rounds, Round::name);
        choice(area, "bid.list.area", areas, Area::name);
        choice(
                status,
                "bid.list.status",
                List.of(BidStatus.values()),
                item -> getTranslation("enum.BidStatus." + item.name()));
        add(text, round, area, status);
        text.addValueChangeListener(e -> tell(e.isFromClient(), changed));
        List.of(round, area, status)
                .forEach(select -> select.addValueChangeListener(e -> tell(e.isFromClient(), changed)));
    }

    private <T> void choice(Select<T> select, String labelKey, List<T> items, Function<T, String> label) {
        select.setLabel(getTranslation(labelKey));
        select.setItems(items);
        select.setEmptySelectionAllowed(true);
        String all = getTranslation("bid.list.all");
        select.setEmptySelectionCaption(all);
        select.setItemLabelGenerator(item -> item == null ? all : label.apply(item));
    }

    private static void tell(boolean byPerson, Runnable changed) {
        if (byPerson) {
            changed.run();
        }
    }

    /** Takes what the address asks for; what it names wrongly counts as all. */
    void read(QueryParameters address) {
        text.setValue(address.getSingleParameter("q").orElse(""));
        select(round, address.getSingleParameter("round").orElse(""), Round::name);
        select(area, address.getSingleParameter("area").orElse(""), Area::code);
        select(status, address.getSingleParameter("status").orElse(""), BidStatus::name);
    }

    private static <T> void select(Select<T> select, String key, Function<T, String> name) {
        select.setValue(select.getListDataView()
                .getItems()
                .filter(item -> name.apply(item).equals(key))
                .findFirst()
                .orElse(null));
    }

    BidFilter value() {
        Round inRound = round.getValue();
        Area inArea = area.getValue();
        String words = text.getValue().strip();
        return new BidFilter(
                inRound == null ? null : inRound.id(),
                inArea == null ? null : inArea.code(),
                status.getValue(),
                words.isEmpty() ? null : words);
    }

    /** The filters and these other parameters as an address. */
    QueryParameters and(Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "q", text.getValue().strip());
        put(all, "round", round.getValue() == null ? null : round.getValue().name());
        put(all, "area", area.getValue() == null ? null : area.getValue().code());
        put(all, "status", status.getValue() == null ? null : status.getValue().name());
        all.putAll(others);
        return QueryParameters.simple(all);
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            all.put(name, value);
        }
    }
}

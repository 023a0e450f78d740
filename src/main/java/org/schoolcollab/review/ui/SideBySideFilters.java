package org.schoolcollab.review.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.schoolcollab.bid.BidFilter;
import org.schoolcollab.bid.BidQueries.Area;
import org.schoolcollab.bid.BidQueries.District;
import org.schoolcollab.bid.BidSort;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.programme.Round;

/** Which bids to compare and in which order; stands in the address. */
class SideBySideFilters extends Div {

    private static final String EVERY = "all";

    private final TextField text = new TextField(getTranslation("review.side.text"));
    private final Select<Round> round = new Select<>();
    private final Select<Area> area = new Select<>();
    private final Select<District> district = new Select<>();
    private final Select<BidStatus> status = new Select<>();
    private final Select<BidSort> sort = new Select<>();
    private final List<Round> rounds;

    SideBySideFilters(List<Round> rounds, List<Area> areas, List<District> districts, Runnable changed) {
        this.rounds = rounds;
        addClassName("chips");
        getElement().setAttribute("role", "search").setAttribute("aria-label", getTranslation("review.side.filters"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        choice(round, "review.side.round", rounds, Round::name, changed);
        choice(area, "review.side.area", areas, Area::name, changed);
        choice(district, "review.side.district", districts, District::name, changed);
        choice(
                status,
                "review.side.status",
                List.of(BidStatus.values()),
                item -> getTranslation("enum.BidStatus." + item.name()),
                changed);
        sort.setLabel(getTranslation("review.side.sort"));
        sort.setItems(BidSort.COLLABORATION, BidSort.REQUESTED, BidSort.RECOMMENDED, BidSort.AGREED, BidSort.STATUS);
        sort.setItemLabelGenerator(item -> getTranslation("enum.BidSort." + item.name()));
        sort.addValueChangeListener(event -> tell(event.isFromClient(), changed));
        text.addValueChangeListener(event -> tell(event.isFromClient(), changed));
        add(text, round, area, district, status, sort);
    }

    private <T> void choice(
            Select<T> select, String labelKey, List<T> items, Function<T, String> label, Runnable changed) {
        String all = getTranslation("review.side.all");
        select.setLabel(getTranslation(labelKey));
        select.setItems(items);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(all);
        select.setItemLabelGenerator(item -> item == null ? all : label.apply(item));
        select.addValueChangeListener(event -> tell(event.isFromClient(), changed));
    }

    private static void tell(boolean byPerson, Runnable changed) {
        if (byPerson) {
            changed.run();
        }
    }

    /** Takes what the address asks for; without a round, the one that is open. */
    void read(QueryParameters address) {
        text.setValue(address.getSingleParameter("q").orElse(""));
        Optional<String> asked = address.getSingleParameter("round");
        round.setValue(rounds.stream()
                .filter(one -> asked.map(one.name()::equals).orElse(one.status() == Round.Status.OPEN))
                .findFirst()
                .orElse(null));
        area.setValue(find(area, address, "area", Area::code));
        district.setValue(find(district, address, "district", District::code));
        status.setValue(find(status, address, "status", BidStatus::name));
        BidSort asking = find(sort, address, "sort", BidSort::name);
        sort.setValue(asking == null ? BidSort.COLLABORATION : asking);
    }

    private static <T> @org.jspecify.annotations.Nullable T find(
            Select<T> select, QueryParameters address, String key, Function<T, String> name) {
        String asked = address.getSingleParameter(key).orElse("");
        return select.getListDataView()
                .getItems()
                .filter(item -> name.apply(item).equals(asked))
                .findFirst()
                .orElse(null);
    }

    BidFilter value() {
        String words = text.getValue().strip();
        return new BidFilter(
                round.getValue() == null ? null : round.getValue().id(),
                area.getValue() == null ? null : area.getValue().code(),
                district.getValue() == null ? null : district.getValue().code(),
                status.getValue(),
                words.isEmpty() ? null : words);
    }

    BidSort sort() {
        return sort.getValue();
    }

    /** Amounts and statuses are compared from the largest down, names from A. */
    boolean descending() {
        return sort.getValue() != BidSort.COLLABORATION && sort.getValue() != BidSort.STATUS;
    }

    QueryParameters parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("round", round.getValue() == null ? EVERY : round.getValue().name());
        if (!text.getValue().isBlank()) {
            all.put("q", text.getValue().strip());
        }
        if (area.getValue() != null) {
            all.put("area", area.getValue().code());
        }
        if (district.getValue() != null) {
            all.put("district", district.getValue().code());
        }
        if (status.getValue() != null) {
            all.put("status", status.getValue().name());
        }
        if (sort.getValue() != BidSort.COLLABORATION) {
            all.put("sort", sort.getValue().name());
        }
        return QueryParameters.simple(all);
    }
}

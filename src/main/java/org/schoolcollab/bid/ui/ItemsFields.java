package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.PlanCatalogue.Entry;
import org.schoolcollab.bid.PlanDraft.Item;

/** Priorities or activities: ticked in the catalogue, then in own words. */
class ItemsFields extends Div {

    private final String field;
    private final List<Entry> entries;
    private final CheckboxGroup<Entry> choice = new CheckboxGroup<>();
    private final LineList<OwnWords> own;
    private final Map<String, UUID> idByCode = new HashMap<>();

    /** @param field {@code priorities} or {@code activities} */
    ItemsFields(String field, List<Entry> entries) {
        this.field = field;
        this.entries = entries;
        addClassName("form");
        choice.setLabel(getTranslation("bid.plan." + field + ".catalogue"));
        choice.setHelperText(getTranslation("bid.plan." + field + ".hint"));
        choice.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        choice.setItemLabelGenerator(Entry::label);
        choice.setItems(entries);
        own = new LineList<>("bid.plan." + field + ".own", () -> new OwnWords(null), false, () -> {});
        add(choice, own);
    }

    private final class OwnWords extends LineRow {

        private @Nullable UUID id;
        private final TextField words = new TextField(getTranslation("bid.plan." + field + ".own.label"));

        OwnWords(@Nullable UUID id) {
            this.id = id;
            words.setWidthFull();
            add(words);
        }

        @Override
        Focusable<?> first() {
            return words;
        }

        @Override
        boolean isBlank() {
            return words.getValue().isBlank();
        }
    }

    void show(List<Item> items) {
        Map<String, Entry> byCode = entries.stream().collect(Collectors.toMap(Entry::code, entry -> entry));
        Set<Entry> ticked = new LinkedHashSet<>();
        List<OwnWords> rows = new ArrayList<>();
        for (Item item : items) {
            Entry entry = item.code() == null ? null : byCode.get(item.code());
            if (entry == null) {
                OwnWords row = new OwnWords(item.id());
                row.words.setValue(item.words());
                rows.add(row);
            } else {
                ticked.add(entry);
            }
        }
        choice.setValue(ticked);
        own.show(rows);
        keepIds(items);
    }

    void dropBlank() {
        own.dropBlank();
    }

    List<Item> read(FieldNames names) {
        names.name(field, choice);
        List<Item> items = new ArrayList<>();
        for (Entry entry : entries) {
            if (choice.getValue().contains(entry)) {
                items.add(new Item(idByCode.get(entry.code()), entry.code(), ""));
            }
        }
        for (OwnWords row : own.rows()) {
            names.name(field + "[" + items.size() + "]", row.words);
            items.add(new Item(row.id, null, row.words.getValue()));
        }
        return items;
    }

    /** Takes over the ids that the lines got when they were saved. */
    void keepIds(List<Item> saved) {
        idByCode.clear();
        List<UUID> ofOwn = new ArrayList<>();
        for (Item item : saved) {
            UUID id = item.id();
            if (id != null && item.code() != null) {
                idByCode.put(item.code(), id);
            } else if (id != null) {
                ofOwn.add(id);
            }
        }
        List<OwnWords> rows = own.rows();
        for (int i = 0; i < Math.min(rows.size(), ofOwn.size()); i++) {
            rows.get(i).id = ofOwn.get(i);
        }
    }
}

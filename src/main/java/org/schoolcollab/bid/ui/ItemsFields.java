package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.PlanCatalogue.Entry;
import org.schoolcollab.bid.PlanEdit;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanSection;

/** Priorities or activities: ticked in the catalogue, then in own words. */
class ItemsFields extends SectionFields {

    private static final String CODE = "code";

    private final String field;
    private final transient List<Entry> entries;
    private final transient PlanWriting writing;
    private final CheckboxGroup<Entry> choice = new CheckboxGroup<>();
    private final LineList own;
    /** The codes that the page shows as ticked: a click adds to or takes from these, whatever others did meanwhile. */
    private transient Set<String> onPage = Set.of();

    private boolean quiet;

    ItemsFields(PlanSection section, List<Entry> entries, PlanWriting writing) {
        super(section);
        this.field = section.problemName();
        this.entries = entries;
        this.writing = writing;
        choice.setLabel(getTranslation("bid.plan." + field + ".catalogue"));
        choice.setHelperText(getTranslation("bid.plan." + field + ".hint"));
        choice.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        choice.setItemLabelGenerator(Entry::label);
        choice.setItems(entries);
        choice.addValueChangeListener(e -> ticked(codes(e.getValue())));
        own = new LineList("bid.plan." + field + ".own", OwnWords::new, writing, LineList.Kind.ANY, () -> {});
        add(choice, own);
        onPage = stored(writing.known()).keySet();
        tick(onPage);
    }

    private final class OwnWords extends LineRow {

        OwnWords(@Nullable Line line) {
            super(ItemsFields.this.section(), line);
            TextField words = new TextField(ItemsFields.this.getTranslation("bid.plan." + field + ".own.label"));
            words.setWidthFull();
            add(input(PlanInput.text(place("words"), this, words, writing), line));
        }
    }

    private static Set<String> codes(Set<Entry> ticked) {
        return ticked.stream().map(Entry::code).collect(Collectors.toSet());
    }

    /** The lines from the catalogue by their codes. */
    private Map<String, Line> stored(PlanFields plan) {
        return plan.lines(section()).stream()
                .filter(line -> !line.field(CODE).isEmpty())
                .collect(Collectors.toMap(line -> line.field(CODE), line -> line, (one, two) -> one));
    }

    private void ticked(Set<String> now) {
        if (quiet) {
            return;
        }
        Map<String, Line> stored = stored(writing.known());
        List<PlanEdit> edits = new ArrayList<>();
        now.stream()
                .filter(code -> !onPage.contains(code))
                .forEach(code -> edits.add(new PlanEdit.Add(
                        section(), UUID.randomUUID().toString(), writing.last(section()), Map.of(CODE, code))));
        onPage.stream()
                .filter(code -> !now.contains(code) && stored.containsKey(code))
                .map(stored::get)
                .forEach(line -> edits.add(new PlanEdit.Remove(section(), line.id(), line.fields())));
        onPage = now;
        writing.change(edits);
    }

    @Override
    void merge(PlanFields plan) {
        own.merge(plan.lines(section()).stream()
                .filter(line -> line.field(CODE).isEmpty())
                .toList());
        Set<String> codes = Set.copyOf(stored(plan).keySet());
        if (writing.hasLinesToSave() || codes(choice.getValue()).equals(codes)) {
            return;
        }
        tick(codes);
        getElement().executeJs("return true").then(Boolean.class, there -> onPage = codes);
    }

    private void tick(Set<String> codes) {
        quiet = true;
        choice.setValue(
                entries.stream().filter(entry -> codes.contains(entry.code())).collect(Collectors.toSet()));
        quiet = false;
    }

    @Override
    void name(List<Line> saved, FieldNames names) {
        names.name(field, choice);
        for (int i = 0; i < saved.size(); i++) {
            if (!saved.get(i).field(CODE).isEmpty()) {
                names.name(field + "[" + i + "]", choice);
            }
        }
        nameLines(saved, own, names);
    }
}

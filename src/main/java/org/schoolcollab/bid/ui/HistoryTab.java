package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditQueries.Entry;
import org.schoolcollab.audit.BidHistory;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.CaseTab;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.domain.ConsecutiveSaves;
import org.schoolcollab.shell.Dates;

/** What happened to a bid, as sentences: who did what and when, with what changed. The newest is on top. */
@org.springframework.stereotype.Component
class HistoryTab implements CaseTab {

    private static final int ORDER = 60;
    private static final String BEFORE = "before.";
    private static final String AFTER = "after.";

    private final BidHistory history;
    private final SavedFields saved;

    HistoryTab(BidHistory history, PlanCatalogue catalogue) {
        this.history = history;
        this.saved = new SavedFields(catalogue);
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String key() {
        return "history";
    }

    @Override
    public String titleKey() {
        return "bid.tab.history";
    }

    @Override
    public Component content(BidSummary bid) {
        Div box = new Div();
        List<Entry> entries = history.of(bid.id().value()).reversed();
        OrderedList list = new OrderedList();
        list.addClassName("timeline");
        list.getElement().setAttribute("aria-label", box.getTranslation("bid.tab.history"));
        ConsecutiveSaves.of(entries)
                .forEach(saves -> list.add(saves.size() == 1 ? item(box, saves.getFirst()) : several(box, saves)));
        box.add(list);
        return box;
    }

    /** Saves of one person in one go, which open to the single ones. */
    private ListItem several(Component owner, List<Entry> saves) {
        Entry last = saves.getFirst();
        Entry first = saves.getLast();
        OrderedList single = new OrderedList();
        single.addClassName("timeline");
        saves.forEach(entry -> single.add(item(owner, entry)));
        NativeDetails details = new NativeDetails(owner.getTranslation("bid.history.single", saves.size()), single);
        ListItem item = new ListItem(new Span(owner.getTranslation(
                "bid.history.several", last.personName(), translated(owner, last.action()), saves.size())));
        Element time = new Element("time");
        time.setAttribute("datetime", last.at().toString());
        String from = Dates.moment(first.at());
        time.setText(
                from.equals(Dates.moment(last.at()))
                        ? from
                        : owner.getTranslation("bid.history.fromTo", from, end(first, last)));
        item.getElement().appendChild(time);
        item.add(details);
        return item;
    }

    /** The time of the last one, with its day where that is another. */
    private static String end(Entry first, Entry last) {
        return Dates.day(first.at()).equals(Dates.day(last.at())) ? Dates.time(last.at()) : Dates.moment(last.at());
    }

    private ListItem item(Component owner, Entry entry) {
        ListItem item = new ListItem(new Span(
                owner.getTranslation("bid.history.sentence", entry.personName(), translated(owner, entry.action()))));
        Element time = new Element("time");
        time.setAttribute("datetime", entry.at().toString());
        time.setText(Dates.moment(entry.at()));
        item.getElement().appendChild(time);
        entry.details().forEach((name, value) -> {
            String line = line(owner, entry.details(), name, value);
            if (!line.isEmpty()) {
                Paragraph detail = new Paragraph(line);
                detail.addClassNames("hint", "own-words");
                item.add(detail);
            }
        });
        return item;
    }

    private static String translated(Component owner, String action) {
        String sentence = owner.getTranslation("audit." + action);
        return isMissing(sentence) ? action : sentence;
    }

    /** One named value; a value before it is told together with the one after. */
    private String line(Component owner, Map<String, String> details, String name, String value) {
        if (name.startsWith(Act.SEAL)) {
            return "";
        }
        if (name.startsWith(BEFORE)) {
            String field = name.substring(BEFORE.length());
            return details.containsKey(AFTER + field)
                    ? ""
                    : owner.getTranslation("bid.history.removed", label(owner, field), shown(owner, field, value));
        }
        if (name.startsWith(AFTER)) {
            String field = name.substring(AFTER.length());
            String before = details.get(BEFORE + field);
            if (before != null && value.isEmpty()) {
                return owner.getTranslation("bid.history.removed", label(owner, field), shown(owner, field, before));
            }
            return before == null || before.isEmpty()
                    ? owner.getTranslation("bid.history.value", label(owner, field), shown(owner, field, value))
                    : owner.getTranslation(
                            "bid.history.changed",
                            label(owner, field),
                            shown(owner, field, before),
                            shown(owner, field, value));
        }
        return owner.getTranslation("bid.history.value", label(owner, name), shown(owner, name, value));
    }

    private String label(Component owner, String field) {
        String label = owner.getTranslation("audit.field." + field);
        if (!isMissing(label)) {
            return label;
        }
        Optional<String> ofPlan = saved.label(field);
        if (ofPlan.isPresent()) {
            return ofPlan.get();
        }
        String words = field.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private String shown(Component owner, String field, String value) {
        if (!field.equals("status")) {
            return saved.shown(field, value);
        }
        String status = owner.getTranslation("enum.BidStatus." + value);
        return isMissing(status) ? value : status;
    }

    private static boolean isMissing(String translation) {
        return translation.startsWith("!");
    }
}

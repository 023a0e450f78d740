package org.schoolcollab.audit.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.TreeSet;
import org.schoolcollab.audit.AuditQueries.Entry;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Facts;

/** One record: a sentence that opens to what was before and after, and to its place in the chain. */
class AuditRecord extends NativeDetails {

    private static final String BEFORE = "before.";
    private static final String AFTER = "after.";

    AuditRecord(Entry entry, Sentences sentences) {
        addClassName("audit-record");
        Span moment = new Span(Dates.moment(entry.at()));
        moment.addClassName("row-meta");
        Span person = new Span(entry.personName());
        person.addClassName("row-title");
        setSummary(moment, new Text(" "), person, new Text(" "), new Span(sentences.of(entry.action())));
        // Filled when it is opened for the first time: a page of records stays light.
        addToggleListener(e -> {
            if (e.isOpened() && getContent() == null) {
                setContent(content(entry));
            }
        });
    }

    private Div content(Entry entry) {
        Facts facts = new Facts()
                .fact(getTranslation("audit.view.action"), entry.action())
                .fact(getTranslation("audit.view.subject"), entry.subjectType() + " " + entry.subjectId());
        if (!entry.role().isEmpty()) {
            facts.fact(getTranslation("audit.view.role"), getTranslation("enum.Role." + entry.role()));
        }
        entry.details().entrySet().stream()
                .filter(detail ->
                        !detail.getKey().startsWith(BEFORE) && !detail.getKey().startsWith(AFTER))
                .forEach(detail -> facts.fact(words(detail.getKey()), detail.getValue()));
        facts.fact(
                        getTranslation("audit.view.chain"),
                        getTranslation("audit.view.link", entry.stream(), Long.toString(entry.position())))
                .fact(getTranslation("audit.view.hash"), entry.hash());
        Div content = new Div(facts);
        content.addClassName("stack");
        changes(entry.details(), content);
        return content;
    }

    private void changes(Map<String, String> details, Div content) {
        TreeSet<String> changed = new TreeSet<>();
        details.keySet().forEach(key -> {
            if (key.startsWith(BEFORE)) {
                changed.add(key.substring(BEFORE.length()));
            } else if (key.startsWith(AFTER)) {
                changed.add(key.substring(AFTER.length()));
            }
        });
        if (changed.isEmpty()) {
            return;
        }
        DataTable table = new DataTable(
                getTranslation("audit.view.changes"),
                DataTable.Column.text(getTranslation("audit.view.what")),
                DataTable.Column.text(getTranslation("audit.view.before")),
                DataTable.Column.text(getTranslation("audit.view.after")));
        String nothing = getTranslation("audit.view.nothing");
        changed.forEach(name -> table.row(
                words(name),
                details.getOrDefault(BEFORE + name, nothing),
                details.getOrDefault(AFTER + name, nothing)));
        content.add(table);
    }

    /** "matchedFunding" reads "Matched funding". */
    private static String words(String name) {
        String spaced =
                name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('.', ' ').toLowerCase(java.util.Locale.ROOT);
        return spaced.isEmpty() ? name : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}

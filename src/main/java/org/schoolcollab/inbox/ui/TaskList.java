package org.schoolcollab.inbox.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.listbox.ListBox;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.inbox.InboxFilter;
import org.schoolcollab.inbox.InboxFilter.View;
import org.schoolcollab.inbox.InboxPage;
import org.schoolcollab.inbox.InboxQueries;
import org.schoolcollab.inbox.WorkItem;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.PortalClock;

/** The tasks of a view, page by page. Arrow keys go through them, Enter opens the one selected, C claims it or gives it back. */
class TaskList extends Div {

    private static final int PAGE = 50;

    /**
     * Moving the focus with the arrow keys also selects, as in a mail program, and so does the key that claims. Where a person has
     * switched shortcuts of a single key off, that one does nothing.
     */
    private static final String KEYS = """
            const select = () => {
              const at = this.items.indexOf(document.activeElement);
              if (at >= 0) this.selected = at;
            };
            this.addEventListener('keydown', event => {
              if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                setTimeout(select);
              } else if (event.key === 'c' && window.portalKeys?.off()) {
                event.stopPropagation();
              } else if (event.key === 'c') {
                select();
              }
            }, true);""";

    private final transient InboxQueries queries;
    private final ListBox<WorkItem> box = new ListBox<>();
    private final Paragraph empty = new Paragraph();
    private final Button more = new Button();
    private final List<WorkItem> items = new ArrayList<>();
    private InboxFilter filter = InboxFilter.of(View.MINE);
    private transient InboxPage.@Nullable Cursor next;

    TaskList(
            InboxQueries queries,
            PersonId me,
            PortalClock clock,
            Consumer<@Nullable String> selected,
            Runnable open,
            Runnable claim) {
        this.queries = queries;
        addClassNames("card", "flush", "task-list");
        box.addClassName("rows");
        box.getElement().setAttribute("aria-label", getTranslation("inbox.tasks.list"));
        box.setRenderer(new ComponentRenderer<>(item -> new TaskRow(item, me, clock)));
        box.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                selected.accept(e.getValue().taskId());
            }
        });
        Shortcuts.addShortcutListener(box, open::run, Key.ENTER).listenOn(box);
        Shortcuts.addShortcutListener(box, claim::run, Key.KEY_C).listenOn(box);
        box.getElement().executeJs(KEYS);
        empty.addClassName("empty");
        more.setText(getTranslation("inbox.tasks.more"));
        more.addClassName("task-more");
        more.addClickListener(e -> append());
        add(box, empty, more);
    }

    void load(InboxFilter wanted) {
        filter = wanted;
        items.clear();
        next = null;
        append();
    }

    private void append() {
        WorkItem kept = box.getValue();
        InboxPage page = queries.page(filter, next, PAGE);
        items.addAll(page.items());
        next = page.next();
        box.setItems(List.copyOf(items));
        box.setValue(kept != null && items.contains(kept) ? kept : null);
        box.setVisible(!items.isEmpty());
        empty.setVisible(items.isEmpty());
        empty.setText(getTranslation(
                isFiltered()
                        ? "inbox.empty.filtered"
                        : "inbox.empty." + filter.view().name()));
        more.setVisible(next != null);
    }

    private boolean isFiltered() {
        InboxFilter plain = InboxFilter.of(filter.view());
        return !filter.equals(new InboxFilter(plain.view(), null, null, null, null, false, "", filter.sort()));
    }

    void select(@Nullable String taskId) {
        box.setValue(items.stream()
                .filter(item -> item.taskId().equals(taskId))
                .findFirst()
                .orElse(null));
    }
}

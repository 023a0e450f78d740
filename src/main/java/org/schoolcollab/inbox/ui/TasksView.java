package org.schoolcollab.inbox.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.BidHistory;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.inbox.DeputyQueries;
import org.schoolcollab.inbox.DeputyQueries.Waiting;
import org.schoolcollab.inbox.InboxChanges;
import org.schoolcollab.inbox.InboxCounts;
import org.schoolcollab.inbox.InboxFilter;
import org.schoolcollab.inbox.InboxFilter.View;
import org.schoolcollab.inbox.InboxQueries;
import org.schoolcollab.inbox.TaskDesk;
import org.schoolcollab.inbox.WorkItem;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shell.Page;
import org.schoolcollab.shell.Refusals;
import org.schoolcollab.shell.ViewTabs;

/** The queue of tasks: what is mine, what waits for my groups, what I did; list beside detail, all of it in the address. */
@Route("tasks")
@Menu(order = 10, title = "inbox.tasks.menu")
@RolesAllowed(Roles.PERSON)
public class TasksView extends Page implements AfterNavigationObserver {

    private final transient InboxQueries queries;
    private final transient DeputyQueries deputies;
    private final transient TaskDesk desk;
    private final transient BidQueries bids;
    private final transient BidHistory history;
    private final transient InboxChanges changes;
    private final transient CurrentUser currentUser;
    private final transient PortalClock clock;
    private final Tabs tabs = new ViewTabs(getTranslation("inbox.tasks.views"));
    private final Map<View, Tab> tabByView = new EnumMap<>(View.class);
    private final TaskFilters filters;
    private final TaskList list;
    private final Div detailBox = new Div();
    private final StandInNotice standIn = new StandInNotice();
    private transient List<Waiting> waiting = List.of();
    private TaskAddress address = new TaskAddress(InboxFilter.of(View.MINE), null);
    private boolean loaded;
    private @Nullable Registration listening;

    TasksView(
            InboxQueries queries,
            DeputyQueries deputies,
            TaskDesk desk,
            BidQueries bids,
            BidHistory history,
            Rounds rounds,
            InboxChanges changes,
            CurrentUser currentUser,
            PortalClock clock) {
        this.queries = queries;
        this.deputies = deputies;
        this.desk = desk;
        this.bids = bids;
        this.history = history;
        this.changes = changes;
        this.currentUser = currentUser;
        this.clock = clock;
        title(getTranslation("inbox.tasks.title"));
        for (View view : View.values()) {
            Tab tab = new Tab();
            tabByView.put(view, tab);
            tabs.add(tab);
        }
        tabs.addSelectedChangeListener(e -> {
            if (e.isFromClient()) {
                go(address.view(List.of(View.values()).get(tabs.getSelectedIndex())));
            }
        });
        filters = new TaskFilters(queries, rounds, filter -> go(address.filter(filter)));
        list = new TaskList(
                queries,
                currentUser.actor().id(),
                clock,
                taskId -> go(address.select(taskId)),
                this::openSelected,
                this::claimOrGiveBack);
        detailBox.addClassName("task-detail-box");
        Div split = new Div(list, detailBox);
        split.addClassNames("split", "task-split");
        add(standIn, tabs, filters, split);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        TaskAddress wanted = TaskAddress.read(event.getLocation().getQueryParameters());
        boolean sameList = loaded && wanted.filter().equals(address.filter());
        address = wanted;
        tabs.setSelectedTab(tabByView.get(address.filter().view()));
        showCounts();
        waiting = deputies.waiting();
        standIn.show(waiting);
        if (!sameList) {
            filters.fill(address.filter());
            list.load(address.filter());
            loaded = true;
        }
        list.select(address.task());
        showDetail();
    }

    private void go(TaskAddress to) {
        UI.getCurrent().navigate("tasks", to.query());
    }

    /** Reads everything again, after an act of this person. */
    private void reload(TaskAddress to) {
        loaded = false;
        go(to);
    }

    private void showCounts() {
        InboxCounts counts = queries.counts();
        tab(View.MINE).setLabel(getTranslation("inbox.tasks.mine", counts.mine()));
        tab(View.GROUP).setLabel(getTranslation("inbox.tasks.group", counts.group()));
        tab(View.DONE).setLabel(getTranslation("inbox.tasks.done"));
        subtitle(getTranslation(
                "inbox.tasks.subtitle", counts.mine() + counts.group(), counts.escalated(), counts.reminded()));
    }

    private Tab tab(View view) {
        return java.util.Objects.requireNonNull(tabByView.get(view));
    }

    private void showDetail() {
        detailBox.removeAll();
        String taskId = address.task();
        setClassName("task-chosen", taskId != null);
        detailBox.add(taskId == null ? nothingChosen() : detail(taskId));
    }

    private Component nothingChosen() {
        Paragraph hint = new Paragraph(getTranslation("inbox.detail.choose"));
        hint.addClassName("empty");
        return hint;
    }

    private Component detail(String taskId) {
        try {
            WorkItem item = queries.item(taskId);
            TaskDetail detail = new TaskDetail(
                    item, bids.summary(item.bid()), history, currentUser.actor().id(), clock);
            offerActs(detail, item);
            Button back = new Button(getTranslation("inbox.detail.back"), e -> go(address.select(null)));
            back.addClassName("task-back");
            return new Div(back, detail);
        } catch (BusinessRuleViolation refused) {
            Paragraph sentence = new Paragraph(Refusals.sentence(this, refused));
            sentence.addClassNames("notice", "notice-warn");
            return sentence;
        }
    }

    private void offerActs(TaskDetail detail, WorkItem item) {
        if (item.state() != WorkItem.State.OPEN) {
            return;
        }
        boolean mine = currentUser.actor().id().equals(item.claimedBy());
        if (mine || item.claimedBy() == null || standsInFor(item)) {
            detail.offer(getTranslation("task." + item.taskKey() + ".open"), () -> open(item));
        }
        if (item.claimedBy() == null) {
            detail.offer(getTranslation("inbox.detail.claim"), this::claimOrGiveBack);
        } else if (mine && !item.group().isPersonal()) {
            detail.offer(getTranslation("inbox.detail.giveBack"), this::claimOrGiveBack);
        }
        if (desk.mayReassign(item)) {
            detail.offer(getTranslation("inbox.detail.reassign"), () -> {
                showDetail();
                new ReassignDialog(desk, item, () -> reload(address)).open();
            });
        }
    }

    /** Whether the task is with somebody for whom this person stands in today. */
    private boolean standsInFor(WorkItem item) {
        return waiting.stream()
                .flatMap(one -> one.open().stream())
                .anyMatch(open -> open.taskId().equals(item.taskId()));
    }

    private static void open(WorkItem item) {
        UI.getCurrent().navigate("bids/" + item.bid() + "/" + item.form());
    }

    private void openSelected() {
        if (address.task() != null) {
            open(queries.item(address.task()));
        }
    }

    private void claimOrGiveBack() {
        String taskId = address.task();
        if (taskId == null) {
            return;
        }
        try {
            boolean mine = currentUser.actor().id().equals(queries.item(taskId).claimedBy());
            if (mine) {
                desk.giveBack(taskId);
            } else {
                desk.claim(taskId);
            }
            Refusals.done(getTranslation(mine ? "inbox.done.givenBack" : "inbox.done.claimed"));
            reload(address.view(mine ? View.GROUP : View.MINE).select(taskId));
            // The list is a new one, so the keyboard goes on from what can be done with the task.
            detailBox.getElement().executeJs("this.querySelector('vaadin-button:not(.task-back)')?.focus()");
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
            reload(address);
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        listening = changes.listen(new HashSet<>(queries.myGroups()), () -> {
            var unused = ui.access(this::showCounts);
        });
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (listening != null) {
            listening.remove();
        }
    }
}

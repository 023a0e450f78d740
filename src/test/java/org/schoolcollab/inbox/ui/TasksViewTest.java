package org.schoolcollab.inbox.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.listbox.ListBox;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.inbox.TaskDesk;
import org.schoolcollab.inbox.WorkItem;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.testing.Jobs;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class TasksViewTest extends SpringBrowserlessTest {

    private static final String COLLEAGUE = "adviser.colleague";

    @Autowired
    LogIn logIn;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    PortalClock clock;

    @Autowired
    People people;

    @Autowired
    TaskDesk desk;

    @Autowired
    Jobs jobs;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void showsWhatWaitsForTheGroupWithItsDeadlineInWords() {
        waiting();
        open(Map.of("view", "group"));

        assertThat(tabs()).containsExactly("Mine 0", "My group 1", "Done");
        assertThat(rows()).hasSize(1);
        assertThat(text()).contains("Review plan", "Deal Learning Alliance", "£21,000", "Due 30 June");
    }

    @Test
    void saysHowManyDaysATaskIsOverdue() {
        waiting();
        clock.advance(Duration.ofDays(13));
        open(Map.of("view", "group"));
        assertThat(text()).contains("Due tomorrow");
        clock.advance(Duration.ofDays(3));
        open(Map.of("view", "group", "overdue", "yes"));
        assertThat(text()).contains("2 days overdue");
    }

    @Test
    void saysWhenPeopleWereReminded() {
        String task = task(waiting());
        open(Map.of("view", "group", "task", task));
        assertThat(text()).contains("1 open for you and your groups, 0 overdue").doesNotContain("eminder");

        jobs.runUntil(Instant.parse("2014-06-26T09:00:00Z"));
        open(Map.of("view", "group"));
        open(Map.of("view", "group", "task", task));

        assertThat(text())
                .contains(
                        "1 open for you and your groups, 0 overdue, 1 reminder",
                        "Reminder 26 June 2014",
                        "sent to this queue on 26 June 2014");
    }

    @Test
    void aTaskIsClaimedAndGivenBack() {
        String task = task(waiting());
        open(Map.of("view", "group", "task", task));
        click("Claim");
        assertThat(tabs()).containsExactly("Mine 1", "My group 0", "Done");
        assertThat(text()).contains("Claimed by you 16 June 2014");
        click("Give back");
        assertThat(tabs()).containsExactly("Mine 0", "My group 1", "Done");
        assertThat(text()).contains("gave the task back to the group (2 times)").doesNotContain("claimed the task (");
        click("Claim");
        assertThat(text()).contains("claimed the task (2 times)");
    }

    @Test
    void theButtonLeadsToTheForm() {
        BidId bid = waiting();
        open(Map.of("view", "group", "task", task(bid)));
        click("Open review");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("bids/" + bid + "/review");
    }

    @Test
    void whoComesSecondIsToldWhoClaimedItAndWhen() {
        String task = task(waiting());
        colleague();
        open(Map.of("view", "group", "task", task));
        logIn.run(COLLEAGUE, () -> desk.claim(task));
        click("Claim");
        assertThat(notices()).anyMatch(words -> words.contains("Colleague of Dover claimed this on 16 June 2014"));
    }

    @Test
    void aTaskThatWasDoneMeanwhileSaysByWhom() {
        BidId bid = waiting();
        String task = task(bid);
        lifecycle.recommend(bid);
        open(Map.of("view", "group", "task", task));
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anyMatch(words -> words.contains("did this on 16 June 2014"));
        assertThat(find(Button.class).all())
                .noneMatch(button -> button.getText().equals("Claim"));
    }

    @Test
    void aTaskIsHandedToAColleagueWithAReason() {
        String task = task(waiting());
        colleague();
        open(Map.of("view", "group", "task", task));
        click("Reassign…");
        assertThat(find(Dialog.class).all()).hasSize(1);
        choosePerson("Colleague of Dover");
        test(find(TextArea.class).single()).setValue("On leave <b>until</b> July");
        click("Reassign");
        assertThat(notices()).anyMatch(words -> words.contains("Colleague of Dover has the task now"));
        assertThat(text()).contains("Claimed by Colleague of Dover");
    }

    @Test
    void anotherGroupsTaskInTheAddressIsRefused() {
        String task = task(waiting());
        logIn.as("adviser.north");
        navigateTo(Map.of("view", "group", "task", task));
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anyMatch(words -> words.contains("You may not do this here"));
        assertThat(rows()).isEmpty();
    }

    @Test
    void emptyListsSayWhy() {
        open(Map.of());
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anyMatch(words -> words.startsWith("You have claimed no task."));
        navigateTo(Map.of("view", "group", "q", "no such"));
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anyMatch(words -> words.startsWith("No task fits these filters."));
    }

    @Test
    void nonsenseInTheAddressIsLeftOut() {
        waiting();
        open(Map.of("view", "group", "stage", "lunch", "round", "x", "collaboration", "-", "sort", "?"));
        assertThat(rows()).hasSize(1);
    }

    private void open(Map<String, String> query) {
        logIn.as(Lifecycle.ADVISER);
        navigateTo(query);
    }

    private static void navigateTo(Map<String, String> query) {
        UI.getCurrent().navigate("tasks", QueryParameters.simple(query));
    }

    private void click(String text) {
        test(find(Button.class).all().stream()
                        .filter(button -> button.getText().equals(text) && button.isVisible())
                        .reduce((first, last) -> last)
                        .orElseThrow())
                .click();
    }

    @SuppressWarnings("unchecked")
    private void choosePerson(String name) {
        Select<People.Person> select = (Select<People.Person>) find(Select.class).all().stream()
                .filter(candidate -> "Who should do it?".equals(candidate.getLabel()))
                .findFirst()
                .orElseThrow();
        select.setValue(select.getListDataView()
                .getItems()
                .filter(person -> person.displayName().equals(name))
                .findFirst()
                .orElseThrow());
    }

    private List<String> tabs() {
        return find(Tabs.class).all().stream()
                .flatMap(Tabs::getChildren)
                .map(tab -> ((Tab) tab).getLabel())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<WorkItem> rows() {
        return find(ListBox.class).all().stream()
                .flatMap(box -> ((ListBox<WorkItem>) box).getListDataView().getItems())
                .toList();
    }

    private String text() {
        return find(TasksView.class).single().getElement().getTextRecursively();
    }

    private List<String> notices() {
        return find(Notification.class).all().stream()
                .map(notice -> notice.getElement().getProperty("text", ""))
                .toList();
    }

    private String task(BidId bid) {
        return lifecycle.openTask(bid).getId();
    }

    private void colleague() {
        transaction.executeWithoutResult(status -> people.add(
                COLLEAGUE,
                "Colleague of Dover",
                null,
                "-",
                true,
                List.of(new RoleGrant(Role.ADVISER, Scope.district("dover")))));
    }

    /** A review that its adviser has given back to the district. */
    private BidId waiting() {
        BidId bid = lifecycle.submitted();
        logIn.run(Lifecycle.ADVISER, () -> desk.giveBack(task(bid)));
        return bid;
    }
}

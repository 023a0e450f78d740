package org.schoolcollab.workflow.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.Definitions;
import org.schoolcollab.workflow.Lifecycle;
import org.schoolcollab.workflow.editing.Definition;
import org.schoolcollab.workflow.editing.Edit.AddStep;
import org.schoolcollab.workflow.editing.StepKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The screen of what runs: what failed, bids under way, pauses and steps moved by hand. */
@PortalTest
class RunningViewTest extends SpringBrowserlessTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService repository;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @Test
    void severalAreChosenAndTriedAgain() {
        lifecycle.submitted();
        fail();
        open("admin");
        assertThat(button("Try the chosen again").isEnabled()).isFalse();
        find(Checkbox.class).all().forEach(choose -> choose.setValue(true));
        test(button("Try the 2 chosen again")).click();
        assertThat(management.createJobQuery().count()).isEqualTo(2);
        assertThat(text()).contains("Nothing is stuck");
    }

    @Test
    void oneIsTriedAgainLaterAndHasANote() {
        lifecycle.submitted();
        fail();
        open("publisher");
        test(all("Note").getFirst()).click();
        words().setValue("The mail server was down");
        test(button("Keep the note")).click();
        assertThat(text()).contains("The mail server was down");
        test(all("Later").getFirst()).click();
        DateTimePicker when = find(DateTimePicker.class).single();
        test(button("Try it then")).click();
        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains("Choose a day and a time that is still to come.");
        when.setValue(LocalDateTime.of(2014, 6, 17, 8, 0));
        test(button("Try it then")).click();
        assertThat(management.createTimerJobQuery().list())
                .extracting(job -> job.getDuedate().toInstant().toString())
                .contains("2014-06-17T07:00:00Z");
    }

    @Test
    void whatTheEngineSaysIsText() {
        lifecycle.submitted();
        fail();
        jdbc.sql("update ACT_RU_DEADLETTER_JOB set EXCEPTION_MSG_ = ?, ELEMENT_NAME_ = ?")
                .params(HOSTILE, HOSTILE)
                .update();
        open("admin");
        assertThat(text()).contains(HOSTILE);
        assertThat(html(find(RunningView.class).single())).isFalse();
        assertThat(find(Checkbox.class).all())
                .allSatisfy(box -> assertThat(box.getLabel()).contains(HOSTILE));
    }

    /** Whether anything below has its text as markup. */
    private static boolean html(Component component) {
        return component.getElement().getProperty("innerHTML") != null
                || component.getChildren().anyMatch(RunningViewTest::html);
    }

    @Test
    void aBidIsPausedWithAReasonAndGoesOn() {
        BidId bid = lifecycle.submitted();
        open("admin");
        test(button("Pause")).click();
        test(inDialog("Pause")).click();
        assertThat(find(Dialog.class).single().isOpened()).isTrue();
        words().setValue("A complaint");
        test(inDialog("Pause")).click();
        assertThat(text()).contains("Paused").contains("Let it go on");
        assertThat(all("Put elsewhere")).isEmpty();
        assertThat(lifecycle.openItems(bid)).isEmpty();
        UI.getCurrent().navigate(BidPage.address(bid, "process"));
        assertThat(find(Paragraph.class).all())
                .anyMatch(sentence -> sentence.getText().contains("A complaint"));
        open("admin");
        test(button("Let it go on")).click();
        words().setValue("Settled");
        test(inDialog("Let it go on")).click();
        assertThat(lifecycle.openItems(bid)).hasSize(1);
    }

    @Test
    void aBidIsPutPastASignOffAndNowhereElse() {
        repository
                .createDeployment()
                .addBytes(
                        "life.bpmn",
                        Definition.read(Definitions.shipped("bid-lifecycle"))
                                .apply(new AddStep("userTask_DraftPlan", StepKind.TASK, "Second look", Map.of()))
                                .xml()
                                .getBytes(StandardCharsets.UTF_8))
                .deploy();
        BidId bid = lifecycle.submitted();
        open("admin");
        test(button("Put elsewhere")).click();
        test(button("Put it there")).click();
        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains("Choose the step to which it goes.");
        RadioButtonGroup<?> choice = find(RadioButtonGroup.class).single();
        choose(choice);
        words().setValue("The adviser has read it");
        test(button("Put it there")).click();
        assertThat(lifecycle.openTasks(bid)).containsExactly("userTask_ReviewPlan");
        lifecycle.recommend(bid);
        open("admin");
        test(button("Put elsewhere")).click();
        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains("another process is under way");
    }

    private static <T> void choose(RadioButtonGroup<T> choice) {
        choice.setValue(choice.getListDataView().getItem(0));
    }

    @Test
    void whoOnlyReadsHasNoButtons() {
        BidId bid = lifecycle.submitted();
        fail();
        open("auditor");
        assertThat(text()).contains("Deal Learning Alliance");
        for (String act : List.of("Try again", "Later", "Note", "Pause", "Put elsewhere")) {
            assertThat(all(act)).as(act).isEmpty();
        }
        assertThat(find(Checkbox.class).all()).isEmpty();
        assertThat(find(Anchor.class).all()).anyMatch(link -> link.getHref().equals(BidPage.address(bid, "process")));
    }

    @Test
    void whatDiffersIsPutRightOnTheListOfProcesses() {
        BidId bid = lifecycle.submitted();
        jdbc.sql("update inbox_work_item set due_at = '2020-01-01' where state = 'OPEN'")
                .update();
        logIn.as("admin");
        UI.getCurrent().navigate("processes");
        test(button("Put right")).click();
        assertThat(find(ProcessesView.class).single().getElement().getTextRecursively())
                .contains("Everything agrees");
        jdbc.sql("update bid_bid set status = 'RETURNED' where id = ?")
                .param(bid.toString())
                .update();
        test(button("Check again")).click();
        assertThat(find(Anchor.class).all()).anyMatch(link -> link.getText().equals("Look at the bid"));
    }

    private void fail() {
        management.createTimerJobQuery().list().forEach(timer -> management.moveJobToDeadLetterJob(timer.getId()));
    }

    private void open(String person) {
        logIn.as(person);
        UI.getCurrent().navigate("tasks");
        UI.getCurrent().navigate("processes/running/bidLifecycle");
    }

    private String text() {
        return find(RunningView.class).single().getElement().getTextRecursively();
    }

    private TextArea words() {
        return find(TextArea.class).single();
    }

    private List<Button> all(String text) {
        return find(Button.class).all().stream()
                .filter(button -> button.getText().equals(text))
                .toList();
    }

    private Button button(String text) {
        return all(text).stream().findFirst().orElseThrow();
    }

    private Button inDialog(String text) {
        return all(text).getLast();
    }
}

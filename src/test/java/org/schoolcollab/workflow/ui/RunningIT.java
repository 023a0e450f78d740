package org.schoolcollab.workflow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.testing.browser.BrowserJourney;
import org.schoolcollab.testing.browser.BrowserTest;
import org.schoolcollab.testing.browser.Keyboard;
import org.schoolcollab.workflow.Definitions;
import org.schoolcollab.workflow.Lifecycle;
import org.schoolcollab.workflow.editing.Definition;
import org.schoolcollab.workflow.editing.Edit.AddStep;
import org.schoolcollab.workflow.editing.StepKind;
import org.springframework.beans.factory.annotation.Autowired;

/** What runs, by keyboard alone: failed jobs tried again, later and with a note, a bid put past a sign-off, paused and let go on. */
@BrowserTest
class RunningIT {

    private static final String NAME = "Deal Learning Alliance";

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService repository;

    private BrowserJourney journey;
    private Page page;
    private Keyboard keyboard;
    private BidId bid;

    @BeforeEach
    void aBidBeforeASignOffWhoseTimersFailed(BrowserJourney given) {
        journey = given;
        repository
                .createDeployment()
                .addBytes(
                        "life.bpmn",
                        Definition.read(Definitions.shipped("bid-lifecycle"))
                                .apply(new AddStep("userTask_DraftPlan", StepKind.TASK, "Second look", Map.of()))
                                .xml()
                                .getBytes(StandardCharsets.UTF_8))
                .deploy();
        bid = lifecycle.submitted();
        management.createTimerJobQuery().list().forEach(timer -> management.moveJobToDeadLetterJob(timer.getId()));
        page = journey.open(journey.as("admin"), "processes/running/bidLifecycle");
        keyboard = new Keyboard(journey, page);
    }

    @Test
    void whatIsStuckIsPutRight() {
        Locator stuck = page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Stuck"));
        long failed = management.createDeadLetterJobQuery().count();
        assertThat(failed).isGreaterThan(1);
        journey.check(page, "Process, how it runs");

        keyboard.tabTo(named(stuck, "Note: "));
        keyboard.key("Enter");
        keyboard.write(reason(), "The mail server was down");
        keyboard.pressInDialog("Keep the note");
        assertThat(stuck).containsText("The mail server was down");

        keyboard.tabTo(named(stuck, "Later: "));
        keyboard.key("Enter");
        keyboard.pressInDialog("Try it then");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Choose a day and a time that is still to come.");
        journey.check(page, "Process, failed job to be tried later, with a gap");
        keyboard.key("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);

        for (int job = 0; job < failed; job++) {
            keyboard.tabTo(stuck.getByRole(AriaRole.CHECKBOX).nth(job));
            keyboard.key("Space");
        }
        keyboard.press("Try the " + failed + " chosen again");
        assertThat(page.getByText("Nothing is stuck")).isVisible();
        assertThat(management.createDeadLetterJobQuery().count()).isZero();
        journey.doneByKeyboard("Try failed steps of processes again, write a note on one");
    }

    @Test
    void aBidIsPausedGoesOnAndIsPutPastASignOff() {
        Locator bids =
                page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Bids under way on version 2"));
        keyboard.tabTo(named(bids, "Pause: Second look, " + NAME));
        keyboard.key("Enter");
        keyboard.write(reason(), "A complaint");
        keyboard.pressInDialog("Pause");
        assertThat(bids).containsText("Paused");
        assertThat(page.locator("h1")).isFocused();
        assertThat(lifecycle.openItems(bid)).isEmpty();
        keyboard.tabTo(named(bids, "Let it go on: "));
        keyboard.key("Enter");
        keyboard.write(reason(), "Settled");
        keyboard.pressInDialog("Let it go on");
        assertThat(bids).not().containsText("Paused");

        keyboard.tabTo(named(bids, "Put elsewhere: "));
        keyboard.key("Enter");
        keyboard.pressInDialog("Put it there");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Choose the step to which it goes.");
        journey.check(page, "Process, bid to be put elsewhere, with a gap");
        keyboard.tabBackTo(page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.RADIO));
        keyboard.key("Space");
        keyboard.write(reason(), "The adviser has read it");
        keyboard.pressInDialog("Put it there");
        assertThat(bids).containsText("Review plan");
        assertThat(lifecycle.openTasks(bid)).containsExactly("userTask_ReviewPlan");
        journey.doneByKeyboard("Pause a bid, let it go on and put it past a sign-off");
    }

    private Locator reason() {
        return page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX);
    }

    private static Locator named(Locator within, String start) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(start))
                .first();
    }
}

package org.schoolcollab.workflow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.browser.BrowserJourney;
import org.schoolcollab.testing.browser.BrowserTest;
import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.draft.ProcessDrafts;
import org.schoolcollab.workflow.editing.Definition;
import org.schoolcollab.workflow.editing.Step;
import org.springframework.beans.factory.annotation.Autowired;

/** A newcomer adds a chair's sign-off to the process and proposes it: with the mouse in the diagram, and by keyboard alone. */
@BrowserTest
class ProcessEditorIT {

    private static final String NAME = "Chair signs the decision off";
    private static final String REASON = "The chair sees each decision before money is committed.";
    private static final String COMMENT = "Why";
    private static final int AT_MOST = 80;

    @Autowired
    ProcessDrafts drafts;

    @Autowired
    LogIn logIn;

    @Test
    void aSignOffIsAddedInTheDiagramWithTheMouse(BrowserJourney journey) {
        Page page = journey.open(journey.as("editor"), "processes");
        choose(page, "Bid lifecycle");
        journey.press(page, "Edit");
        page.waitForURL("**/processes/edit/*");
        assertThat(element(page, "userTask_ReviewPlan")).isVisible();
        journey.check(page, "Processes, editing in the diagram");

        element(page, "serviceTask_CommitFunds").click();
        element(page, "callActivity_DecideBid").click();
        journey.settle(page);
        page.locator("button[data-tool=task]").click();
        Locator name = page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true));
        assertThat(name).hasValue("New step");
        name.fill(NAME);
        name.press("Enter");
        pick(page, "Who does it", "leads the decision");
        assertThat(page.locator(".problems")).containsText("Nothing keeps this draft from being published");
        assertThat(page.locator(".editor-saved")).containsText("Saved");

        page.getByText("Walk through", new Page.GetByTextOptions().setExact(true))
                .click();
        page.locator(".modeler-walk button").first().click();
        assertThat(page.locator(".walk-where")).containsText("Agree bid");
        journey.check(page, "Processes, walking through");
        page.getByText("Stop walking").click();

        proposes(journey, page);
    }

    @Test
    void aSignOffIsAddedFromTheListByKeyboardAlone(BrowserJourney journey) {
        Page page = journey.open(journey.as("editor"), "processes");
        choose(page, "Bid lifecycle");
        tabTo(page, button(page, "Edit"));
        page.keyboard().press("Enter");
        page.waitForURL("**/processes/edit/*");
        journey.settle(page);

        tabTo(page, page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Diagram")));
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        assertThat(page.locator(".step-list-box")).isVisible();
        journey.settle(page);
        tabTo(page, page.locator(".step-list-box vaadin-item").first());
        for (int i = 0; i < AT_MOST && !focused(page).contains("Decide bid"); i++) {
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Enter");
        journey.settle(page);
        assertThat(page.locator(".element-panel h2")).hasText("Decide bid");
        page.keyboard().press("Shift+Tab");
        tabBackTo(page, button(page, "Add after …"));
        page.keyboard().press("Enter");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).isVisible();
        tabTo(page, dialog.getByLabel("Name"));
        page.keyboard().type(NAME);
        tabTo(
                page,
                dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Add").setExact(true)));
        page.keyboard().press("Enter");
        assertThat(dialog).hasCount(0);
        journey.settle(page);
        assertThat(page.locator(".element-panel h2")).hasText(NAME);
        assertThat(page.locator(".editor-saved")).containsText("save 2");
        journey.check(page, "Processes, editing the list of steps");

        tabTo(page, page.locator("main .page-actions vaadin-button").first());
        page.keyboard().press("Enter");
        tabTo(page, dialog.getByLabel(COMMENT));
        page.keyboard().type(REASON);
        tabTo(
                page,
                dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Propose for publishing")));
        page.keyboard().press("Enter");
        page.waitForURL("**/processes/publish/*");
        isProposed();
        journey.doneByKeyboard("Add a step to a process from the list of steps and propose it for publishing");
    }

    @Test
    void theDiagramIsDrawnByKeyboardAlone(BrowserJourney journey) {
        logIn.as("editor");
        Draft draft = drafts.open("boardVote", 1);
        Page page = journey.open(journey.as("editor"), "processes/edit/" + draft.id());
        Locator canvas = page.locator("process-modeler svg[role=application]");
        tabTo(page, canvas);
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        journey.settle(page);
        String before = drafts.draft(draft.id()).xml();
        page.keyboard().press("Alt+ArrowDown");
        assertThat(page.locator(".editor-saved")).containsText("save 2");
        assertThat(drafts.draft(draft.id()).xml()).isNotEqualTo(before);
        page.keyboard().press("Control+z");
        assertThat(page.locator(".editor-saved")).containsText("save 3");
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                .isFocused();
        journey.doneByKeyboard("Go through a process diagram, move a step and undo it");
    }

    private void proposes(BrowserJourney journey, Page page) {
        journey.press(page, "Propose for publishing");
        page.getByRole(AriaRole.DIALOG).getByLabel(COMMENT).fill(REASON);
        journey.check(page, "Processes, proposing a draft");
        journey.pressInDialog(page, "Propose for publishing");
        page.waitForURL("**/processes/publish/*");
        isProposed();
    }

    private void isProposed() {
        logIn.as("editor");
        List<Draft> found = drafts.drafts();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().status()).isEqualTo(Draft.Status.PROPOSED);
        assertThat(Definition.read(found.getFirst().xml()).steps())
                .extracting(Step::label)
                .contains(NAME);
    }

    private static Locator element(Page page, String id) {
        return page.locator("process-modeler g.djs-element[data-element-id=" + id + "]")
                .first();
    }

    private static void choose(Page page, String process) {
        page.locator(".process-choice").click();
        page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText(process))
                .first()
                .click();
    }

    private static void pick(Page page, String label, String words) {
        page.getByLabel(label).click();
        page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.textContent"));
    }

    private static void tabTo(Page page, Locator target) {
        press(page, "Tab", target);
    }

    private static void tabBackTo(Page page, Locator target) {
        press(page, "Shift+Tab", target);
    }

    private static void press(Page page, String key, Locator target) {
        target.first().waitFor();
        for (int i = 0; i < AT_MOST; i++) {
            if (Boolean.TRUE.equals(target.first().evaluate("e => e.matches(':focus-within')"))) {
                return;
            }
            page.keyboard().press(key);
        }
        throw new AssertionError("never reached by the keyboard: " + target);
    }
}

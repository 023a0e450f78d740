package org.schoolcollab.workflow.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.browser.BrowserJourney;
import org.schoolcollab.testing.browser.BrowserTest;
import org.schoolcollab.testing.browser.Keyboard;
import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.draft.ProcessDrafts;
import org.springframework.beans.factory.annotation.Autowired;

/** What the editor of processes does beside the straight way: the diagram's own acts and keys, problems, conflicts, files. */
@BrowserTest
class ProcessEditorIT {

    private static final String REVIEW = "userTask_ReviewPlan";

    /** A few seconds; more beside other work. */
    private static final double DRY_RUN_MS = 120_000;

    @Autowired
    ProcessDrafts drafts;

    @Autowired
    LogIn logIn;

    private BrowserJourney journey;

    @BeforeEach
    void take(BrowserJourney given) {
        journey = given;
    }

    @Test
    void aStepIsAddedAfterTheChosenOneAndTheDiagramIsWalkedThrough() {
        Page page = edit(draft("bidLifecycle"));
        element(page, "callActivity_DecideBid").click();
        journey.settle(page);
        page.locator("button[data-tool=task]").click();
        assertThat(name(page)).hasValue("New step");
        assertThat(page.locator(".problems"))
                .containsText("Nothing keeps this draft from being published; no warnings.");

        page.getByText("Walk through", new Page.GetByTextOptions().setExact(true))
                .click();
        page.locator(".modeler-walk button").first().click();
        assertThat(page.locator(".walk-where")).containsText("Agree bid");
        journey.check(page, "Process, walking through");
        page.getByText("Stop walking").click();
        assertThat(page.locator(".modeler-walk")).isHidden();
    }

    @Test
    void theDiagramIsDrawnByKeyboardAlone() {
        Draft draft = draft("boardVote");
        Page page = edit(draft);
        Keyboard keyboard = new Keyboard(journey, page);
        keyboard.tabTo(page.locator("process-modeler svg[role=application]"));
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        journey.settle(page);
        page.keyboard().press("Alt+ArrowDown");
        assertThat(saved(page)).containsText("save 2");
        assertThat(xml(draft)).isNotEqualTo(draft.xml());
        page.keyboard().press("Control+z");
        assertThat(saved(page)).containsText("save 3");
        page.keyboard().press("Enter");
        assertThat(name(page)).isFocused();
        journey.doneByKeyboard("Go through a process diagram, move a step and undo it");
    }

    @Test
    void aDraftIsTriedByKeyboardAloneAndAStepOfAPathLeadsToTheDiagram() {
        Page page = edit(draft("marchReport"));
        Keyboard keyboard = new Keyboard(journey, page);
        keyboard.press("Try it");
        assertThat(page.locator("#dry-run-title")).isFocused();
        Locator panel = page.locator(".dry-run");
        assertThat(panel.getByRole(AriaRole.STATUS))
                .containsText("all to a good end", new LocatorAssertions.ContainsTextOptions().setTimeout(DRY_RUN_MS));
        journey.check(page, "Process, dry run");

        keyboard.tabTo(panel.getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName("Path 2").setExact(true)));
        keyboard.key("Enter");
        assertThat(panel.getByRole(AriaRole.HEADING)).containsText(new String[] {"Dry run", "Path 2, otherwise: "});
        keyboard.press("Accept March report");
        assertThat(page.locator(".element-panel h2")).hasText("Accept March report");
        assertThat(page.locator("process-modeler")).isInViewport();

        keyboard.choose("Show paths by how they end", "Withdrawn");
        assertThat(panel.getByRole(AriaRole.TABLE).first().getByRole(AriaRole.ROW))
                .containsText(new String[] {"Path", "Withdrawn"});
        journey.doneByKeyboard("Try a draft of a process and go to a step of one of its paths");
    }

    @Test
    void aProblemLeadsToItsPlaceAndSomebodyElsesSaveIsAskedAbout() {
        Draft draft = draft("bidLifecycle");
        Page page = edit(draft);
        element(page, REVIEW).click();
        journey.settle(page);
        page.locator("button[data-tool=remove]").click();
        Locator problem = page.locator(".problem-error-list button");
        assertThat(problem).containsText("without an adviser's recommendation");
        assertThat(page.locator(".problem-badge-error")).hasCount(1);
        problem.click();
        assertThat(page.locator(".element-panel h2")).hasText("Decide bid");
        assertThat(saved(page)).containsText("save 2");
        journey.check(page, "Process, with a problem");
        journey.press(page, "Undo");
        assertThat(problem).hasCount(0);
        assertThat(saved(page)).containsText("save 3");

        Page other = journey.open(page.context().newPage(), "processes/edit/" + draft.id());
        rename(other, "Review the plan");
        assertThat(saved(other)).containsText("save 4");
        other.close();
        rename(page, "Look at the plan");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Process editor (demo) saved it");
        journey.pressInDialog(page, "Compare");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Renames “Review the plan” to “Look at the plan”.");
        journey.check(page, "Process, saved by somebody else meanwhile");
        journey.pressInDialog(page, "Save mine as a new draft");
        page.waitForURL(url -> !url.endsWith(draft.id().toString()));
        journey.settle(page);
        assertThat(xml(draft)).contains("Review the plan").doesNotContain("Look at the plan");
        assertThat(drafts.drafts()).hasSize(2);
    }

    @Test
    void aFileThatIsRefusedSaysWhyAndTheDrawingLibraryIsFetchedByTheEditorAlone() {
        List<String> fetched = new CopyOnWriteArrayList<>();
        Page page = journey.as("editor");
        page.onResponse(response -> fetched.add(response.url()));
        journey.open(page, "tasks");
        assertThat(fetched).noneMatch(url -> url.contains("modeler") || url.contains("bpmn"));
        journey.open(page, "processes");
        String file = draft("boardVote").xml().replace("name=\"Cast vote\"", "name=\"${environment.x}\"");
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("vote.bpmn", "application/xml", file.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(".refusal")).containsText("userTask_CastVote");
        journey.check(page, "Process, a file that is refused");
        assertThat(fetched).noneMatch(url -> url.contains("modeler-"));
    }

    private Draft draft(String key) {
        logIn.as("editor");
        return drafts.open(key, 1);
    }

    private Page edit(Draft draft) {
        Page page = journey.open(journey.as("editor"), "processes/edit/" + draft.id());
        assertThat(page.locator("process-modeler .djs-shape").first()).isVisible();
        return page;
    }

    private String xml(Draft draft) {
        logIn.as("editor");
        return drafts.draft(draft.id()).xml();
    }

    private void rename(Page page, String words) {
        element(page, REVIEW).click();
        journey.settle(page);
        name(page).fill(words);
        name(page).press("Enter");
    }

    private static Locator saved(Page page) {
        return page.locator(".editor-saved");
    }

    private static Locator name(Page page) {
        return page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator element(Page page, String id) {
        return page.locator("process-modeler g.djs-element[data-element-id=" + id + "]")
                .first();
    }
}

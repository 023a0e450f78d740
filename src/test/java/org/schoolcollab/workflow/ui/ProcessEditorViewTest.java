package org.schoolcollab.workflow.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.listbox.ListBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.shell.NotFoundView;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.draft.ProcessDrafts;
import org.schoolcollab.workflow.editing.Choice;
import org.schoolcollab.workflow.editing.Definition;
import org.schoolcollab.workflow.editing.Edit;
import org.schoolcollab.workflow.editing.Step;
import org.schoolcollab.workflow.editing.StepKind;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class ProcessEditorViewTest extends SpringBrowserlessTest {

    private static final String REVIEW = "userTask_ReviewPlan";

    @Autowired
    LogIn logIn;

    @Autowired
    ProcessDrafts drafts;

    private Draft draft;

    @BeforeEach
    void openDraft() {
        logIn.as("editor");
        draft = drafts.open("bidLifecycle", 1);
        open(draft);
    }

    @Test
    void aStepIsAddedFromTheListAndUndoneAndDoneAgain() {
        addSignOff();
        assertThat(names()).containsSubsequence("Review plan", "Sign off the review", "Is the plan recommended?");
        assertThat(text())
                .contains("Nothing keeps this draft from being published")
                .contains("Changed");

        press("Undo");
        assertThat(names()).doesNotContain("Sign off the review");
        press("Redo");
        assertThat(names()).contains("Sign off the review");

        find(DraftSaving.class).single().autosave();
        assertThat(text()).contains("save 2");
        assertThat(Definition.read(drafts.draft(draft.id()).xml()).steps())
                .extracting(Step::label)
                .contains("Sign off the review");
    }

    @Test
    void anAddedStepNeedsAName() {
        choose(REVIEW);
        press("Add after …");
        pressInDialog("Add");
        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains("Write a name.");
        assertThat(names()).hasSameSizeAs(Definition.read(draft.xml()).steps());
    }

    @Test
    void aStepIsRemovedAndTheProblemItMakesLeadsToItsElement() {
        choose(REVIEW);
        press("Remove");
        assertThat(names()).doesNotContain("Review plan");
        List<NativeButton> problems =
                find(NativeButton.class, find(ProblemsPanel.class).single()).all();
        assertThat(text()).doesNotContain("Nothing keeps this draft from being published");
        assertThat(problems).isNotEmpty();
        test(problems.getFirst()).click();
        String shown =
                find(H2.class, find(ElementPanel.class).single()).single().getText();
        assertThat(problems.getFirst().getText()).contains(shown);
    }

    @Test
    void aStepIsMovedAndConnectedFromTheList() {
        addSignOff();
        press("Move …");
        pick("To", "after Accept award");
        pressInDialog("Move");
        assertThat(names()).containsSubsequence("Accept award", "Sign off the review");

        choose("gateway_IsPlanRecommended");
        press("Connect to …");
        pick("To the step", "Accept award");
        pressInDialog("Connect");
        // A question with an answer taken otherwise needs a condition for another one.
        assertThat(find(Dialog.class).all()).isNotEmpty();
    }

    @Test
    void propertiesAreSetByChoiceAndNamesByTyping() {
        choose(REVIEW);
        pick("Due after", "15");
        assertThat(step(REVIEW).properties().toString()).contains("15");
        test(find(TextField.class, find(ElementPanel.class).single())
                        .withCaption("Name")
                        .single())
                .setValue("Look at the plan");
        assertThat(names()).contains("Look at the plan").doesNotContain("Review plan");
    }

    @Test
    void whatIsDrawnIsTheSameHistory() {
        addSignOff();
        String renamed = desk().xml().replace("Draft plan", "Write the plan");
        view().drawn(1, renamed);
        assertThat(names()).contains("Write the plan", "Sign off the review");
        press("Undo");
        assertThat(names()).contains("Draft plan", "Sign off the review");
        press("Undo");
        assertThat(names()).contains("Draft plan").doesNotContain("Sign off the review");
    }

    @Test
    void whatCannotBeReadIsRefusedAndNothingIsLost() {
        addSignOff();
        view().drawn(1, "<definitions/>");
        assertThat(names()).contains("Sign off the review");
    }

    @Test
    void aStepAddedInTheDiagramStandsBehindTheChosenOne() {
        view().addBehind("task", REVIEW);
        assertThat(names()).containsSubsequence("Review plan", "New step", "Is the plan recommended?");
    }

    @Test
    void aConflictLosesNothing() {
        addSignOff();
        drafts.save(draft.id(), 1, another());
        find(DraftSaving.class).single().autosave();
        pressInDialog("Compare");
        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains("Sign off the review");
        pressInDialog("Save mine as a new draft");
        assertThat(drafts.drafts()).hasSize(2);
        assertThat(drafts.draft(draft.id()).xml()).isEqualTo(another());
    }

    @Test
    void aConflictIsOverwritten() {
        addSignOff();
        drafts.save(draft.id(), 1, another());
        find(DraftSaving.class).single().autosave();
        pressInDialog("Overwrite theirs");
        assertThat(drafts.draft(draft.id()).version()).isEqualTo(3);
        assertThat(drafts.draft(draft.id()).xml()).contains("Sign off the review");
    }

    @Test
    void aConflictIsDiscarded() {
        addSignOff();
        drafts.save(draft.id(), 1, another());
        find(DraftSaving.class).single().autosave();
        pressInDialog("Discard mine");
        assertThat(names()).contains("Write the plan").doesNotContain("Sign off the review");
        assertThat(drafts.draft(draft.id()).version()).isEqualTo(2);
    }

    @Test
    void aDraftIsProposedWithAReason() {
        addSignOff();
        press("Propose for publishing");
        test(find(TextArea.class).single()).setValue("A second pair of eyes on each review");
        pressInDialog("Propose for publishing");
        assertThat(drafts.draft(draft.id()).status()).isEqualTo(Draft.Status.PROPOSED);

        open(draft);
        assertThat(text()).contains("waits for somebody else to publish it");
    }

    @Test
    void theCatalogueOpensDraftsAndListsThem() {
        UI.getCurrent().navigate("processes");
        assertThat(text()).contains("being edited");
        press("Edit");
        assertThat(view()).isNotNull();
        assertThat(drafts.drafts()).hasSize(2);
    }

    @Test
    void anAddressOfNoDraftIsNotFound() {
        UI.getCurrent().navigate("processes/edit/none");
        assertThat(getCurrentView()).isInstanceOf(NotFoundView.class);
    }

    @Test
    void theListIsTheOtherWay() {
        test(find(Tabs.class).single()).select("List of steps");
        assertThat(find(StepListEditor.class).single().isVisible()).isTrue();
        assertThat(find(ProcessModeler.class).all()).isEmpty();
    }

    private void addSignOff() {
        choose(REVIEW);
        press("Add after …");
        test(find(TextField.class, find(Dialog.class).single())
                        .withCaption("Name")
                        .single())
                .setValue("Sign off the review");
        pressInDialog("Add");
    }

    private String another() {
        return Definition.read(draft.xml())
                .apply(new Edit.Rename("userTask_DraftPlan", "Write the plan"))
                .xml();
    }

    private void open(Draft opened) {
        UI.getCurrent().navigate("processes/edit/" + opened.id());
    }

    private ProcessEditorView view() {
        return find(ProcessEditorView.class).single();
    }

    private Definition desk() {
        return view().definition();
    }

    private Step step(String id) {
        return desk().step(id);
    }

    private List<String> names() {
        return desk().steps().stream().map(Step::label).toList();
    }

    private void choose(String id) {
        test(find(Tabs.class).single()).select("List of steps");
        @SuppressWarnings("unchecked")
        ListBox<Step> list = find(ListBox.class).single();
        list.setValue(step(id));
        assertThat(step(id).kind()).isNotEqualTo(StepKind.END);
    }

    /** Picks what is worded so, of the field with this label. */
    @SuppressWarnings("unchecked")
    private void pick(String label, String words) {
        Select<Object> select = find(Select.class).withCaption(label).single();
        Object item = select.getListDataView()
                .getItems()
                .filter(found -> found instanceof Choice choice
                        ? choice.value().equals(words)
                        : select.getItemLabelGenerator().apply(found).equals(words))
                .findFirst()
                .orElseThrow();
        test(select).selectItem(select.getItemLabelGenerator().apply(item));
    }

    private void press(String button) {
        test(find(Button.class).withText(button).all().getFirst()).click();
    }

    private void pressInDialog(String button) {
        test(find(Button.class, find(Dialog.class).single()).withText(button).single())
                .click();
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}

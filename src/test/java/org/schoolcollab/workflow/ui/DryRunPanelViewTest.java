package org.schoolcollab.workflow.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.draft.ProcessDrafts;
import org.schoolcollab.workflow.dryrun.Path;
import org.schoolcollab.workflow.editing.Definition;
import org.schoolcollab.workflow.editing.Edit;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class DryRunPanelViewTest extends SpringBrowserlessTest {

    @Autowired
    LogIn logIn;

    @Autowired
    ProcessDrafts drafts;

    private Draft draft;

    @BeforeEach
    void openDraft() {
        logIn.as("editor");
        draft = drafts.open("marchReport", 1);
    }

    @Test
    void theEditorTriesTheDraftAndIsLedToAStep() {
        UI.getCurrent().navigate("processes/edit/" + draft.id());
        press("Try it");
        assertThat(text())
                .contains("all to a good end")
                .contains("Nothing: all is agreed")
                .contains("Every step and every way of the draft was reached.")
                .contains("Path 1, otherwise: Nothing: all is agreed")
                .contains("Advisers of the district")
                .contains("accepted")
                .contains("Soon due: 12 March 2015");
        pressLink("Path 2");
        assertThat(text()).contains("Path 2, otherwise: ").contains("as path 1 from");
        pressLink("Accept March report");
        assertThat(find(ElementPanel.class).single().getElement().getTextRecursively())
                .contains("Accept March report");
        @SuppressWarnings("unchecked")
        Select<Path.End> filter = (Select<Path.End>) find(Select.class).all().stream()
                .filter(select -> "Show paths by how they end".equals(select.getLabel()))
                .findFirst()
                .orElseThrow();
        test(filter).selectItem("Withdrawn");
        assertThat(text()).contains("Path 5").contains("the bid is withdrawn");
    }

    @Test
    void aDraftThatIsNotRightIsNotTried() {
        Definition broken = Definition.read(draft.xml()).apply(new Edit.RemoveStep("userTask_AcceptMarchReport"));
        draft = drafts.save(draft.id(), draft.version(), broken.xml());
        UI.getCurrent().navigate("processes/edit/" + draft.id());
        press("Try it");
        assertThat(text()).contains("The draft was not tried").doesNotContain("Path 1");
    }

    @Test
    void whoPublishesCanTryItToo() {
        logIn.as("publisher");
        UI.getCurrent().navigate("processes/publish/" + draft.id());
        assertThat(find(Button.class).all()).extracting(Button::getText).contains("Try it");
        logIn.as("auditor");
        UI.getCurrent().navigate("processes/publish/" + draft.id());
        assertThat(find(Button.class).all()).extracting(Button::getText).doesNotContain("Try it");
    }

    private void press(String button) {
        test(find(Button.class).withText(button).single()).click();
    }

    private void pressLink(String words) {
        test(find(NativeButton.class).all().stream()
                        .filter(link -> link.getText().equals(words))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}

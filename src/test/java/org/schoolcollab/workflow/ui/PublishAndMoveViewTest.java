package org.schoolcollab.workflow.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.Definitions;
import org.schoolcollab.workflow.DeployedDefinitions;
import org.schoolcollab.workflow.Lifecycle;
import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.draft.ProcessDrafts;
import org.springframework.beans.factory.annotation.Autowired;

/** A draft goes from proposal to publication, bids are moved to it, and somebody goes back, all by the screens. */
@PortalTest
class PublishAndMoveViewTest extends SpringBrowserlessTest {

    @Autowired
    ProcessDrafts drafts;

    @Autowired
    DeployedDefinitions definitions;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    LogIn logIn;

    private Draft draft;

    @BeforeEach
    void aDraftWithASignOffAndABidBeforeIt() {
        lifecycle.recommended();
        logIn.as("editor");
        draft = drafts.save(drafts.open("boardVote", 1).id(), 1, Definitions.voteWithSignOff());
    }

    @Test
    void fromTheDraftToTheMoveAndBack() {
        UI.getCurrent().navigate("processes/publish/" + draft.id());
        assertThat(text(PublishView.class))
                .contains("Adds “Chair's sign-off” after “Is the bid decided?”")
                .contains("1 bid under way stands before it.");
        comment("Propose for publishing", "The chairs asked for it");

        logIn.as("publisher");
        UI.getCurrent().navigate("processes/publish/" + draft.id());
        test(button("Publish as version 2")).click();
        test(last("Publish as version 2")).click();
        assertThat(definitions.versions("boardVote")).hasSize(2);
        assertThat(text(ProcessVersionsView.class))
                .contains("Version 2, in use")
                .contains("The chairs asked for it")
                .contains("Move 1 bid to the version in use");

        UI.getCurrent().navigate("processes/move/boardVote/1/2");
        test(button("Try it without changing anything")).click();
        assertThat(text(MoveBidsView.class)).contains("can be moved: 1");
        comment("Move 1 bid", "As agreed");
        assertThat(text(MoveReportView.class)).contains("moved: 1").contains("Done");

        logIn.as("editor");
        UI.getCurrent().navigate("processes/versions/boardVote");
        comment("Go back to version 1", "Once is enough");
        assertThat(text(PublishView.class)).contains("Takes “Chair's sign-off” away");
    }

    @Test
    void whatThePublisherMayNotDoIsNotOffered() {
        logIn.as("auditor");
        UI.getCurrent().navigate("processes/publish/" + draft.id());
        assertThat(find(Button.class).all())
                .noneMatch(button -> button.getText().startsWith("Publish"));
        UI.getCurrent().navigate("processes/versions/boardVote");
        assertThat(text(ProcessVersionsView.class)).doesNotContain("Edit version");
    }

    @Test
    void aRefusalStaysInTheDialogWithWhatWasTyped() {
        UI.getCurrent().navigate("processes/publish/" + draft.id());
        test(button("Propose for publishing")).click();
        test(last("Propose for publishing")).click();
        assertThat(find(CommentDialog.class).single().isOpened()).isTrue();
    }

    private void comment(String verb, String words) {
        test(button(verb)).click();
        find(TextArea.class).all().getLast().setValue(words);
        test(last(verb)).click();
    }

    private Button button(String text) {
        return find(Button.class).all().stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private Button last(String text) {
        return find(Button.class).all().stream()
                .filter(button -> button.getText().equals(text))
                .reduce((one, two) -> two)
                .orElseThrow();
    }

    private String text(Class<? extends com.vaadin.flow.component.Component> view) {
        return find(view).single().getElement().getTextRecursively();
    }
}

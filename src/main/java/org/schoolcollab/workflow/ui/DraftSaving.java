package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.html.Paragraph;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Refusals;
import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.draft.DraftConflict;
import org.schoolcollab.workflow.publish.Difference;
import org.schoolcollab.workflow.publish.ProcessVersions;

/** Saves a draft by itself and says when; asks where somebody else saved it meanwhile. */
class DraftSaving extends Paragraph {

    /** Saved this long after the last change, and at once when the page is hidden. */
    private static final int SAVE_AFTER_MS = 1500;

    private static final String SAVE_LATER = """
            clearTimeout(this.saving);
            this.saving = setTimeout(() => this.$server.autosave(), $0);
            this.saveWhenHidden ??= (document.addEventListener('visibilitychange',
              () => document.hidden && this.isConnected && this.$server.autosave()), true);""";

    private final transient DraftDesk desk;
    private final transient ProcessVersions versions;
    private final transient Runnable replaced;
    private boolean asking;

    /** @param replaced runs when the desk holds another definition than before */
    DraftSaving(DraftDesk desk, ProcessVersions versions, Runnable replaced) {
        this.desk = desk;
        this.versions = versions;
        this.replaced = replaced;
        addClassNames("hint", "editor-saved");
        getElement().setAttribute("role", "status");
        say();
    }

    /** After a change. */
    void later() {
        say();
        getElement().executeJs(SAVE_LATER, SAVE_AFTER_MS);
    }

    /** Called by the page some time after a change, and when it is hidden. */
    @ClientCallable
    public void autosave() {
        now();
    }

    /** Saves what is not saved yet, and says whether all is saved now; where not, why is shown. */
    boolean now() {
        try {
            desk.save();
            say();
            return true;
        } catch (DraftConflict conflict) {
            ask(conflict.theirs());
        } catch (BusinessRuleViolation refusal) {
            setText(getTranslation("workflow.editor.notSaved", Refusals.sentence(this, refusal)));
        }
        return false;
    }

    private void say() {
        setText(
                desk.isSaved()
                        ? getTranslation(
                                "workflow.editor.saved",
                                Dates.moment(desk.saved().savedAt()),
                                desk.saved().version())
                        : getTranslation("workflow.editor.unsaved"));
    }

    private void ask(Draft theirs) {
        setText(getTranslation("workflow.editor.conflict"));
        if (asking) {
            return;
        }
        asking = true;
        ConflictDialog dialog = new ConflictDialog(theirs, new Answers());
        dialog.addOpenedChangeListener(e -> asking = e.isOpened());
        dialog.open();
    }

    private final class Answers implements ConflictDialog.Ways {

        @Override
        public void discard(Draft theirs) {
            desk.take(theirs);
            say();
            replaced.run();
        }

        @Override
        public void overwrite(Draft theirs) {
            try {
                desk.overwrite(theirs);
                say();
            } catch (DraftConflict again) {
                asking = false;
                ask(again.theirs());
            } catch (BusinessRuleViolation refusal) {
                Refusals.show(DraftSaving.this, refusal);
            }
        }

        @Override
        public void saveAsNew() {
            try {
                Draft own = desk.keepAsNew();
                desk.take(own);
                getUI().ifPresent(ui -> ui.navigate("processes/edit/" + own.id()));
            } catch (BusinessRuleViolation refusal) {
                Refusals.show(DraftSaving.this, refusal);
            }
        }

        @Override
        public Difference compare(Draft theirs) {
            return versions.between(theirs.xml(), desk.definition().xml());
        }
    }
}

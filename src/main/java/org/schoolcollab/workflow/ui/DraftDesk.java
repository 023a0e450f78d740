package org.schoolcollab.workflow.ui;

import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.draft.ProcessDrafts;
import org.schoolcollab.workflow.editing.Definition;
import org.schoolcollab.workflow.editing.Edit;
import org.schoolcollab.workflow.editing.Editing;

/** One person's work on one draft: what it holds now, what can be undone, and what of it is saved. */
final class DraftDesk {

    private final ProcessDrafts drafts;
    private Draft saved;
    private Editing editing;
    private String savedXml;

    DraftDesk(ProcessDrafts drafts, Draft draft) {
        this.drafts = drafts;
        saved = draft;
        editing = new Editing(Definition.read(draft.xml()));
        savedXml = editing.current().xml();
    }

    Definition definition() {
        return editing.current();
    }

    /** The draft as it was saved last. */
    Draft saved() {
        return saved;
    }

    boolean isSaved() {
        return savedXml.equals(definition().xml());
    }

    /**
     * Does it.
     *
     * @return whether anything changed
     * @throws org.schoolcollab.workflow.editing.EditRefused if it makes no sense
     */
    boolean edit(Edit edit) {
        String before = definition().xml();
        return !editing.apply(edit).xml().equals(before);
    }

    void undo() {
        editing.undo();
    }

    void redo() {
        editing.redo();
    }

    boolean canUndo() {
        return editing.canUndo();
    }

    boolean canRedo() {
        return editing.canRedo();
    }

    /**
     * Saves what is not saved yet.
     *
     * @throws org.schoolcollab.workflow.draft.DraftConflict if somebody else saved meanwhile
     */
    void save() {
        if (!isSaved()) {
            save(saved.version());
        }
    }

    /** Saves one's own over what the other person saved. */
    void overwrite(Draft theirs) {
        save(theirs.version());
    }

    private void save(int onVersion) {
        String xml = definition().xml();
        saved = drafts.save(saved.id(), onVersion, xml);
        savedXml = xml;
    }

    /** Gives one's own up for what the other person saved. */
    void take(Draft theirs) {
        saved = theirs;
        editing = new Editing(Definition.read(theirs.xml()));
        savedXml = definition().xml();
    }

    /** Keeps one's own as another draft. */
    Draft keepAsNew() {
        return drafts.saveAsNew(saved.id(), definition().xml());
    }
}

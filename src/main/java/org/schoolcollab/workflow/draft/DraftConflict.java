package org.schoolcollab.workflow.draft;

import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.Dates;

/** Somebody else saved the draft meanwhile. Carries theirs, to discard one's own for, to overwrite, or to compare with. */
public final class DraftConflict extends BusinessRuleViolation {

    private final transient Draft theirs;

    DraftConflict(Draft theirs) {
        super("error.workflow.draftConflict", theirs.savedByName(), Dates.moment(theirs.savedAt()));
        this.theirs = theirs;
    }

    /** The draft as it was saved by the other person; saving on its version overwrites it. */
    public Draft theirs() {
        return theirs;
    }
}

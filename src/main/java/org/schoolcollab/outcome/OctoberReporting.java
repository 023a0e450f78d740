package org.schoolcollab.outcome;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.outcome.domain.OctoberStore;
import org.schoolcollab.outcome.domain.ReportWriting;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.transaction.annotation.Transactional;

/** The lead reports in October what the year's results were, by measure beside the targets (§14 to §16). */
@UseCase
public class OctoberReporting {

    private final OctoberStore reports;
    private final ReportWriting writing;

    OctoberReporting(OctoberStore reports, ReportWriting writing) {
        this.reports = reports;
        this.writing = writing;
    }

    /** The report, for its lead to write on. */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    @Transactional(readOnly = true)
    public OctoberReport open(BidId id) {
        return writing.open(reports, id);
    }

    /** Every gap of what is typed; empty where it can be submitted. */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    @Transactional(readOnly = true)
    public List<Problem> gaps(BidId id, OctoberDraft typed) {
        return writing.gaps(reports, id, typed);
    }

    /**
     * Saves the draft, valid or not.
     *
     * @return the report as saved
     * @throws ValidationFailed if a text is longer than fits
     * @throws org.schoolcollab.shared.ChangedMeanwhile if somebody has saved since this draft was read
     * @throws ReportNotOpen before the window opens or once it was submitted
     */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public OctoberReport save(BidId id, OctoberDraft typed) {
        return writing.save(reports, id, typed);
    }

    /**
     * Submits what is typed to the adviser.
     *
     * @throws ValidationFailed naming every gap at its field
     * @throws ReportNotOpen before the window opens or once it was submitted
     */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public void submit(BidId id, OctoberDraft typed) {
        writing.submit(reports, id, typed);
    }
}

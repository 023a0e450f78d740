package org.schoolcollab.outcome;

import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.outcome.OutcomeProcess.Kind;
import org.schoolcollab.outcome.domain.MarchStore;
import org.schoolcollab.outcome.domain.OctoberStore;
import org.schoolcollab.outcome.domain.ReportStates;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** Reads reports, for whoever may see the bid. What is still being written is for its lead only. */
@UseCase
@Transactional(readOnly = true)
public class ReportQueries {

    private final BidQueries bids;
    private final MarchStore march;
    private final OctoberStore october;
    private final ReportStates states;
    private final CurrentUser currentUser;

    ReportQueries(
            BidQueries bids, MarchStore march, OctoberStore october, ReportStates states, CurrentUser currentUser) {
        this.bids = bids;
        this.march = march;
        this.october = october;
        this.states = states;
        this.currentUser = currentUser;
    }

    /** Where the report stands. */
    @RolesAllowed(Roles.PERSON)
    public ReportState state(BidId id, Kind kind) {
        bids.summary(id);
        return states.of(id, kind);
    }

    /** The March report, once submitted; before that and while it is returned for its lead only. */
    @RolesAllowed(Roles.PERSON)
    public Optional<MarchReport> march(BidId id) {
        BidSummary bid = bids.summary(id);
        return mayRead(bid, Kind.MARCH) ? Optional.of(march.load(bid)) : Optional.empty();
    }

    /** The October report, once submitted; before that and while it is returned for its lead only. */
    @RolesAllowed(Roles.PERSON)
    public Optional<OctoberReport> october(BidId id) {
        BidSummary bid = bids.summary(id);
        return mayRead(bid, Kind.OCTOBER) ? Optional.of(october.load(bid)) : Optional.empty();
    }

    private boolean mayRead(BidSummary bid, Kind kind) {
        return !states.of(bid.id(), kind).status().isWithLead()
                || currentUser.actor().has(Role.COLLABORATION_LEAD, bid.places());
    }
}

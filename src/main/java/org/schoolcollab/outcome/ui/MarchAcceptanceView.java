package org.schoolcollab.outcome.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.outcome.OutcomeProcess.Kind;
import org.schoolcollab.outcome.ReportAcceptance;
import org.schoolcollab.outcome.ReportQueries;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Roles;

/** The adviser reads the March report and accepts or returns it. */
@Route("bids/:bidId/march-acceptance")
@RolesAllowed(Roles.ADVISER)
public class MarchAcceptanceView extends AcceptancePage {

    MarchAcceptanceView(BidQueries bids, ReportQueries reports, ReportAcceptance acceptance, CurrentUser currentUser) {
        super(bids, reports, acceptance, currentUser, Kind.MARCH);
    }

    @Override
    Optional<Component> report(ReportQueries queries, BidId id) {
        return queries.march(id).map(report -> ReportOnScreen.march(this, report));
    }
}

package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.PlanCatalogue;
import org.schoolcollab.bid.PlanDrafting;
import org.schoolcollab.bid.PlanParts;
import org.schoolcollab.bid.PlanParts.Parts;
import org.schoolcollab.bid.PlanPresence;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.Refusals;

/**
 * How the parts of a plan belong together: which priorities an activity and a target serve, from when to when, what it costs, where a
 * baseline is from, which activity a budget line pays for, and what is commissioned from whom.
 */
@Route("bids/:bidId/parts")
@RolesAllowed(Roles.COLLABORATION_LEAD)
public class PartsView extends PlanPartPage {

    PartsView(
            PlanDrafting drafting,
            PlanPresence presence,
            PlanParts parts,
            PlanCatalogue catalogue,
            PlanNotices notices) {
        super(drafting, presence, parts, catalogue, notices);
    }

    @Override
    PlanPageForm form(Parts known, PlanWriting writing) {
        return new PartsForm(known, writing);
    }

    @Override
    List<Problem> gaps(PlanParts of, BidId bid) {
        return of.gaps(bid);
    }

    @Override
    Optional<Component> button() {
        Button check = new Button(getTranslation("bid.parts.check"), e -> {
            if (check()) {
                Refusals.done(getTranslation("bid.parts.complete"));
            }
        });
        check.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return Optional.of(check);
    }

    @Override
    String heading() {
        return getTranslation("bid.parts.title");
    }

    @Override
    String intro() {
        return getTranslation("bid.parts.intro");
    }
}

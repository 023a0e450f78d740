package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
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

/** The skills audit: each school's strengths and needs by theme, and who inside the collaboration can help whom (§27). */
@Route("bids/:bidId/skills")
@RolesAllowed(Roles.COLLABORATION_LEAD)
public class SkillsView extends PlanPartPage {

    SkillsView(
            PlanDrafting drafting,
            PlanPresence presence,
            PlanParts parts,
            PlanCatalogue catalogue,
            PlanNotices notices) {
        super(drafting, presence, parts, catalogue, notices);
    }

    @Override
    PlanPageForm form(Parts known, PlanWriting writing) {
        return new SkillsForm(known, writing);
    }

    /** No rule asks anything of a school's strengths and needs. */
    @Override
    List<Problem> gaps(PlanParts of, BidId bid) {
        return List.of();
    }

    @Override
    Optional<Component> button() {
        return Optional.empty();
    }

    @Override
    String heading() {
        return getTranslation("bid.skills.title");
    }

    @Override
    String intro() {
        return getTranslation("bid.skills.intro");
    }
}

package org.schoolcollab.bid;

import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.schoolcollab.bid.PlanCatalogue.Kind;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.domain.Bid;
import org.schoolcollab.bid.domain.Consents;
import org.schoolcollab.bid.domain.LeadsBid;
import org.schoolcollab.bid.domain.NamedSchools;
import org.schoolcollab.bid.domain.PartRules;
import org.schoolcollab.bid.domain.PlanStore;
import org.schoolcollab.programme.Measures;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.transaction.annotation.Transactional;

/** What the pages show that have fields of the plan beside its own page: links, dates and costs, and the skills audit. */
@UseCase
public class PlanParts {

    /**
     * What does not change while the plan is written.
     *
     * @param themes labels of the catalogue's priorities by code, in the order of the report
     * @param activityLabels labels of the catalogue's activities by code
     * @param measures labels of the round's list
     * @param formerSchools names of those that targets name and that are no members any more, by id
     */
    public record Parts(
            BidSummary bid,
            Round round,
            Map<String, String> themes,
            Map<String, String> activityLabels,
            List<String> measures,
            List<MemberSchool> schools,
            Map<String, String> formerSchools) {

        /** Words of each priority of a plan by the id of its line, in the order of the plan. */
        public Map<String, String> priorities(PlanFields plan) {
            return PlanOutline.words(plan, PlanSection.PRIORITIES, themes);
        }

        /** Words of each activity likewise. */
        public Map<String, String> activities(PlanFields plan) {
            return PlanOutline.words(plan, PlanSection.ACTIVITIES, activityLabels);
        }

        /** Words of one activity; empty where nothing is typed. */
        public String activity(Line line) {
            return PlanOutline.word(line, activityLabels);
        }

        /** Names of the member schools by id. */
        public Map<String, String> schoolNames() {
            Map<String, String> names = new LinkedHashMap<>();
            schools.forEach(school -> names.put(school.id().toString(), school.name()));
            return names;
        }
    }

    private final LeadsBid leadsBid;
    private final BidRegister register;
    private final PlanStore plans;
    private final PlanCatalogue catalogue;
    private final Consents consents;
    private final Rounds rounds;
    private final Measures measures;
    private final NamedSchools schoolNames;

    PlanParts(
            LeadsBid leadsBid,
            BidRegister register,
            PlanStore plans,
            PlanCatalogue catalogue,
            Consents consents,
            Rounds rounds,
            Measures measures,
            NamedSchools schoolNames) {
        this.leadsBid = leadsBid;
        this.register = register;
        this.plans = plans;
        this.catalogue = catalogue;
        this.consents = consents;
        this.rounds = rounds;
        this.measures = measures;
        this.schoolNames = schoolNames;
    }

    /** What the lead of a bid chooses from. */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    @Transactional(readOnly = true)
    public Parts open(BidId id) {
        Bid bid = leadsBid.read(id);
        Map<String, String> themes = new LinkedHashMap<>();
        catalogue.entries(Kind.PRIORITY).forEach(entry -> themes.put(entry.code(), entry.label()));
        MemberSchools members = consents.of(id);
        return new Parts(
                register.get(id),
                rounds.get(bid.roundId()),
                themes,
                catalogue.labels(Kind.ACTIVITY),
                measures.of(bid.roundId()).stream().map(Measures.Measure::label).toList(),
                members.schools(),
                schoolNames.former(plans.read(id).fields(), members.ids()));
    }

    /** What the rules about the parts still ask of the saved plan. */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    @Transactional(readOnly = true)
    public List<Problem> gaps(BidId id) {
        Bid bid = leadsBid.read(id);
        return PartRules.gaps(
                plans.read(id).fields(),
                new PartRules.Terms(
                        rounds.get(bid.roundId()),
                        measures.of(bid.roundId()),
                        consents.of(id).ids(),
                        catalogue.labels(Kind.PRIORITY)));
    }
}

package org.schoolcollab.bid;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.PlanCatalogue.Kind;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.domain.Bid;
import org.schoolcollab.bid.domain.ChangedFields;
import org.schoolcollab.bid.domain.Consents;
import org.schoolcollab.bid.domain.LeadsBid;
import org.schoolcollab.bid.domain.PartRules;
import org.schoolcollab.bid.domain.PlanStore;
import org.schoolcollab.bid.domain.PlanTexts;
import org.schoolcollab.programme.Measures;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.ChangedMeanwhile;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.transaction.annotation.Transactional;

/** The lead says how the parts of a plan belong together, what is bought from whom, and what each school is strong in and needs. */
@UseCase
public class PlanParts {

    /**
     * What the screens show.
     *
     * @param priorities words of each priority by the id of its line, in the order of the plan
     * @param activities words of each activity likewise
     * @param measures labels of the round's list
     * @param themes labels of the catalogue's priorities by code, in the order of the report
     */
    public record Parts(
            BidSummary bid,
            PlanFields plan,
            Round round,
            Map<String, String> priorities,
            Map<String, String> activities,
            Map<String, String> themes,
            List<String> measures,
            List<MemberSchool> schools) {}

    /**
     * A field as typed.
     *
     * @param seen what stood there when the person began to type
     */
    public record Typed(PlanSection section, String line, String field, String seen, String typed) {}

    private final LeadsBid leadsBid;
    private final BidRegister register;
    private final PlanStore plans;
    private final PlanTexts texts;
    private final PlanCatalogue catalogue;
    private final Consents consents;
    private final Rounds rounds;
    private final Measures measures;
    private final AuditTrail audit;
    private final PortalClock clock;

    PlanParts(
            LeadsBid leadsBid,
            BidRegister register,
            PlanStore plans,
            PlanTexts texts,
            PlanCatalogue catalogue,
            Consents consents,
            Rounds rounds,
            Measures measures,
            AuditTrail audit,
            PortalClock clock) {
        this.leadsBid = leadsBid;
        this.register = register;
        this.plans = plans;
        this.texts = texts;
        this.catalogue = catalogue;
        this.consents = consents;
        this.rounds = rounds;
        this.measures = measures;
        this.audit = audit;
        this.clock = clock;
    }

    /** The parts, for the lead to work on. */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    @Transactional(readOnly = true)
    public Parts open(BidId id) {
        Bid bid = leadsBid.read(id);
        PlanFields plan = plans.read(id).fields();
        Map<String, String> themes = new LinkedHashMap<>();
        catalogue.entries(Kind.PRIORITY).forEach(entry -> themes.put(entry.code(), entry.label()));
        return new Parts(
                register.get(id),
                plan,
                rounds.get(bid.roundId()),
                words(plan, PlanSection.PRIORITIES, themes),
                words(plan, PlanSection.ACTIVITIES, catalogue.labels(Kind.ACTIVITY)),
                themes,
                measures.of(bid.roundId()).stream().map(Measures.Measure::label).toList(),
                consents.of(id).schools());
    }

    /** The words of each line of a section by its id; those in which nothing is typed are left out. */
    static Map<String, String> words(PlanFields plan, PlanSection section, Map<String, String> labels) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Line line : plan.lines(section)) {
            String text = line.field("code").isEmpty()
                    ? line.field("words")
                    : labels.getOrDefault(line.field("code"), line.field("code"));
            if (!text.isBlank()) {
                words.put(line.id(), text);
            }
        }
        return words;
    }

    /** What the rules about the parts still ask of the saved plan. */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    @Transactional(readOnly = true)
    public List<Problem> gaps(BidId id) {
        Bid bid = leadsBid.read(id);
        return PartRules.gaps(
                plans.read(id).fields(), new PartRules.Terms(rounds.get(bid.roundId()), measures.of(bid.roundId())));
    }

    /**
     * Stores what was typed; a line of support or skills that is not there yet is added. All of it or nothing.
     *
     * @throws ChangedMeanwhile if a field holds something that its editor has not seen, or its line is gone
     * @throws org.schoolcollab.shared.ValidationFailed if a text cannot be kept
     * @throws BidNotInStage if the plan is not with its lead
     */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public void save(BidId id, List<Typed> typed) {
        Bid bid = leadsBid.lock(id);
        if (!bid.status().isWithLead()) {
            throw new BidNotInStage(bid.status());
        }
        PlanStore.Stored stored = plans.read(id);
        List<Line> lines = new ArrayList<>(stored.fields().lines());
        typed.forEach(one -> put(lines, one));
        PlanFields fields = texts.cleaned(new PlanFields(lines));
        List<PlanChange> changes = PlanChange.between(stored.fields(), fields);
        if (changes.isEmpty()) {
            return;
        }
        PersonId by = leadsBid.actor().id();
        plans.replace(id, fields, stored.traces().after(changes, by, clock.instant()), by, clock.instant());
        leadsBid.flush();
        audit.record(ChangedFields.of(
                Act.onBid(id.value(), "bid.partsSaved", Roles.COLLABORATION_LEAD), stored.fields(), fields, changes));
    }

    private static void put(List<Line> lines, Typed one) {
        int at = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).section() == one.section() && lines.get(i).id().equals(one.line())) {
                at = i;
            }
        }
        boolean mayCome = one.section() == PlanSection.SUPPORT || one.section() == PlanSection.SKILLS;
        if (at < 0 && !mayCome) {
            throw new ChangedMeanwhile();
        }
        Map<String, String> fields =
                new LinkedHashMap<>(at < 0 ? Map.of() : lines.get(at).fields());
        String now = fields.getOrDefault(one.field(), "");
        if (!now.equals(one.seen()) && !now.equals(one.typed())) {
            throw new ChangedMeanwhile();
        }
        fields.put(one.field(), one.typed());
        Line line = new Line(one.section(), one.line(), fields);
        if (at < 0) {
            lines.add(line);
        } else {
            lines.set(at, line);
        }
    }
}

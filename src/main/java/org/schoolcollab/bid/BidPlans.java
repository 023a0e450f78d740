package org.schoolcollab.bid;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.schoolcollab.bid.PlanCatalogue.Kind;
import org.schoolcollab.bid.domain.Consents;
import org.schoolcollab.bid.domain.NamedSchools;
import org.schoolcollab.bid.domain.PlanStore;
import org.schoolcollab.bid.domain.TypedNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans for use cases and process steps of other modules, which check themselves who may see what. */
@Component
@Transactional(readOnly = true)
public class BidPlans {

    private final PlanStore store;
    private final PlanCatalogue catalogue;
    private final Consents consents;
    private final NamedSchools schools;

    BidPlans(PlanStore store, PlanCatalogue catalogue, Consents consents, NamedSchools schools) {
        this.store = store;
        this.catalogue = catalogue;
        this.consents = consents;
        this.schools = schools;
    }

    /** The plan as its lead has typed it so far, valid or not. */
    public PlanDraft draft(BidId bid) {
        return store.load(bid);
    }

    /** The same by section, line and field, with what {@link PlanDraft} does not hold. */
    public PlanFields fields(BidId bid) {
        return store.read(bid).fields();
    }

    /** The plan with what its lines are called, and the schools of the bid. */
    public PlanOutline outline(BidId bid) {
        return outline(bid, fields(bid));
    }

    /** The same of what was kept of it earlier. */
    PlanOutline outline(BidId bid, PlanFields plan) {
        Map<String, String> themes = new LinkedHashMap<>();
        catalogue.entries(Kind.PRIORITY).forEach(entry -> themes.put(entry.code(), entry.label()));
        Map<String, String> names = new LinkedHashMap<>(PlanOutline.words(plan, PlanSection.PRIORITIES, themes));
        names.putAll(PlanOutline.words(plan, PlanSection.ACTIVITIES, catalogue.labels(Kind.ACTIVITY)));
        List<MemberSchool> members = consents.of(bid).schools();
        names.putAll(schools.of(plan));
        return new PlanOutline(plan, names, themes, members);
    }

    /** The plan with its values, as submitted; of a plan still being written, lines with a value missing are left out. */
    public Plan plan(BidId bid) {
        PlanFields fields = fields(bid);
        PlanDraft draft = fields.draft(0);
        Map<String, String> names = schools.of(fields);
        return new Plan(
                bid,
                items(draft.priorities(), catalogue.labels(Kind.PRIORITY)),
                items(draft.activities(), catalogue.labels(Kind.ACTIVITY)),
                draft.targets().stream()
                        .flatMap(target -> target(target, about(target, fields, names)))
                        .toList(),
                draft.budget().stream().flatMap(BidPlans::line).toList(),
                draft.skillsAuditDone(),
                draft.support(),
                draft.variance(),
                draft.matched(),
                draft.matchedBy());
    }

    private static List<Plan.Item> items(List<PlanDraft.Item> items, Map<String, String> labels) {
        return items.stream()
                .map(item -> new Plan.Item(stored(item.id()), words(item, labels)))
                .toList();
    }

    /** The words of a priority or activity as shown to people. */
    static String words(PlanDraft.Item item, Map<String, String> labels) {
        return item.code() == null ? item.words() : Objects.requireNonNull(labels.get(item.code()));
    }

    /** Whom a target is about, with the schools that it names. */
    private static String about(PlanDraft.Target target, PlanFields plan, Map<String, String> names) {
        return Stream.concat(
                        Stream.of(target.about()),
                        plan
                                .find(PlanSection.TARGETS, stored(target.id()).toString())
                                .filter(TargetGroup::isOfNamedSchools)
                                .stream()
                                .flatMap(line -> PlanField.several(line.field("schools")).stream())
                                .flatMap(id -> Stream.ofNullable(names.get(id))))
                .collect(Collectors.joining(", "));
    }

    private static Stream<Plan.Target> target(PlanDraft.Target target, String about) {
        LocalDate by = target.by();
        if (by == null) {
            return Stream.empty();
        }
        return TypedNumber.read(target.baseline())
                .flatMap(baseline -> TypedNumber.read(target.value())
                        .map(value ->
                                new Plan.Target(stored(target.id()), target.measure(), about, baseline, value, by)))
                .stream();
    }

    private static Stream<Plan.BudgetLine> line(PlanDraft.BudgetLine line) {
        BudgetCategory category = line.category();
        if (category == null) {
            return Stream.empty();
        }
        return line
                .money()
                .map(money -> new Plan.BudgetLine(stored(line.id()), category, line.description(), money))
                .stream();
    }

    private static UUID stored(@org.jspecify.annotations.Nullable UUID id) {
        return Objects.requireNonNull(id, "a stored line has an id");
    }
}

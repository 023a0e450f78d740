package org.schoolcollab.bid;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.domain.Bid;
import org.schoolcollab.bid.domain.CopyForward;
import org.schoolcollab.bid.domain.LeadsBid;
import org.schoolcollab.bid.domain.PlanStore;
import org.schoolcollab.bid.domain.RevisionStore;
import org.schoolcollab.paper.Wording;
import org.schoolcollab.programme.Measures;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.annotation.Transactional;

/** What a collaboration planned, was given and reached in an earlier round, to read beside its new plan and to copy from. */
@UseCase
public class LastRound {

    /**
     * An earlier bid.
     *
     * @param plan as it was submitted last, with the schools of that time
     * @param conditions of the award, empty where there were none
     * @param released what the schools have of the award, null where there was none
     * @param returned what was given or asked back, null likewise
     * @param results by the id of the plan's line
     */
    public record Earlier(
            BidSummary bid,
            PlanOutline plan,
            String conditions,
            @Nullable Money released,
            @Nullable Money returned,
            Map<String, ReportedResults.Result> results) {}

    /**
     * An earlier bid beside the plan of now.
     *
     * @param now the plan as it is saved
     * @param earlier every earlier bid that this person may read, the latest first
     * @param shown the one that was asked for; null where there is none
     * @param there which of its lines are in the draft already
     * @param mayBeCopied what of it can be in the new plan: not what is about schools that are no members any more
     * @param removed which of its lines were copied and taken out since
     */
    public record Beside(
            BidSummary bid,
            PlanOutline now,
            List<BidSummary> earlier,
            @Nullable Earlier shown,
            Set<LinePlace> mayBeCopied,
            Set<LinePlace> there,
            Set<LinePlace> removed) {}

    /**
     * What became of the lines that were chosen.
     *
     * @param copied how many are new in the draft
     * @param there how many were in it before and stay as they are
     * @param full how many did not fit any more
     * @param first section of the first new one, null where none is
     */
    public record Copied(
            int copied, int there, int full, @Nullable PlanSection first) {}

    private final BidQueries bids;
    private final BidPlans plans;
    private final LeadsBid leadsBid;
    private final PlanDrafting drafting;
    private final PlanStore store;
    private final RevisionStore revisions;
    private final ReportedResults results;
    private final ReleasedMoney money;
    private final ObjectProvider<ConditionsOfAward> conditions;
    private final Measures measures;
    private final Wording words;
    private final AuditTrail audit;

    LastRound(
            BidQueries bids,
            BidPlans plans,
            LeadsBid leadsBid,
            PlanDrafting drafting,
            PlanStore store,
            RevisionStore revisions,
            ReportedResults results,
            ReleasedMoney money,
            ObjectProvider<ConditionsOfAward> conditions,
            Measures measures,
            Wording words,
            AuditTrail audit) {
        this.bids = bids;
        this.plans = plans;
        this.leadsBid = leadsBid;
        this.drafting = drafting;
        this.store = store;
        this.revisions = revisions;
        this.results = results;
        this.money = money;
        this.conditions = conditions;
        this.measures = measures;
        this.words = words;
        this.audit = audit;
    }

    /** Whether there is anything to read. */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public boolean exists(BidId bid) {
        return !bids.earlier(bid).isEmpty();
    }

    /**
     * An earlier bid beside this one's plan.
     *
     * @param earlier which one; null for the latest
     * @throws NotFound if the collaboration has no such earlier bid that this person may read
     * @throws org.schoolcollab.security.AccessRefused like {@link BidQueries#summary}
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public Beside open(BidId id, @Nullable BidId earlier) {
        List<BidSummary> before = bids.earlier(id);
        PlanOutline now = bids.outline(id);
        if (before.isEmpty() && earlier == null) {
            return new Beside(bids.summary(id), now, before, null, Set.of(), Set.of(), Set.of());
        }
        Earlier shown = read(among(before, earlier == null ? before.getFirst().id() : earlier));
        CopyForward copy = copy(id, now.plan(), shown);
        Set<String> schools = schools(now);
        Set<LinePlace> mayBeCopied = new HashSet<>(copy.places());
        mayBeCopied.removeIf(place -> place.section().linesAreSchools() && !schools.contains(place.id()));
        Set<LinePlace> there = new HashSet<>();
        Set<LinePlace> removed = new HashSet<>();
        PlanStore.Stored stored = store.read(id);
        for (LinePlace place : copy.places()) {
            if (copy.inDraft(place).isPresent()) {
                there.add(place);
            } else if (isRemoved(stored, copy, place)) {
                removed.add(place);
            }
        }
        return new Beside(
                bids.summary(id), now, before, shown, Set.copyOf(mayBeCopied), Set.copyOf(there), Set.copyOf(removed));
    }

    /**
     * Adds lines of an earlier plan to the draft, behind what stands there, and fills in what it said once and of each school where the
     * draft says nothing. What is in it already stays as it is.
     *
     * @param earlier whose plan they are from
     * @param fromResults whether targets start from what was reached last, where that is known
     * @throws ValidationFailed if none is chosen
     * @throws NotFound if the collaboration has no such earlier bid
     * @throws BidNotInStage if the plan is not with its lead
     */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public Copied copy(BidId id, BidId earlier, Set<LinePlace> chosen, boolean fromResults) {
        Bid bid = leadsBid.lock(id);
        if (!bid.status().isWithLead()) {
            throw new BidNotInStage(bid.status());
        }
        if (chosen.isEmpty()) {
            throw new ValidationFailed(List.of(Problem.of("lines", "error.bid.lastRound.nothingChosen")));
        }
        Earlier from = read(among(bids.earlier(id), earlier));
        PlanStore.Stored before = store.read(id);
        CopyForward copy = copy(id, before.fields(), from);
        List<PlanEdit> edits = copy.edits(
                chosen,
                place -> isRemoved(before, copy, place),
                fromResults ? baselines(from) : Map.of(),
                new CopyForward.Terms(
                        measures.of(bid.roundId()).stream()
                                .map(Measures.Measure::label)
                                .collect(Collectors.toSet()),
                        schools(plans.outline(id))));
        PlanFields after = edits.isEmpty()
                ? before.fields()
                : drafting.change(id, UUID.randomUUID(), edits).fields();
        List<LinePlace> lines = edits.stream()
                .map(edit -> new LinePlace(edit.section(), edit.line()))
                .distinct()
                .toList();
        List<LinePlace> stored = lines.stream()
                .filter(line -> after.find(line.section(), line.id()).isPresent())
                .toList();
        if (!stored.isEmpty()) {
            audit.record(Act.onBid(id.value(), "bid.copiedForward", Roles.COLLABORATION_LEAD)
                    .with("round", from.bid().roundName())
                    .with("lines", stored.size()));
        }
        return new Copied(
                stored.size(),
                (int) chosen.stream()
                        .filter(place -> copy.inDraft(place).isPresent())
                        .count(),
                lines.size() - stored.size(),
                stored.isEmpty() ? null : stored.getFirst().section());
    }

    private static Set<String> schools(PlanOutline plan) {
        return plan.schools().stream().map(school -> school.id().toString()).collect(Collectors.toSet());
    }

    private static BidSummary among(List<BidSummary> earlier, BidId id) {
        return earlier.stream().filter(bid -> bid.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    }

    private static CopyForward copy(BidId id, PlanFields draft, Earlier from) {
        return new CopyForward(id, draft, from.bid().id(), from.plan().plan());
    }

    private static boolean isRemoved(PlanStore.Stored stored, CopyForward copy, LinePlace place) {
        return stored.traces().removed(place.section(), copy.idOfCopy(place)).isPresent();
    }

    private Earlier read(BidSummary bid) {
        Map<String, ReportedResults.Result> reached = new HashMap<>();
        results.of(bid).forEach(result -> reached.put(result.line(), result));
        return new Earlier(
                bid,
                plans.outline(bid.id(), asSubmitted(bid.id())),
                bid.agreed() == null
                        ? ""
                        : conditions
                                .orderedStream()
                                .flatMap(source -> source.conditionsOf(bid.id()).stream())
                                .findFirst()
                                .orElse(""),
                money.releasedOf(bid.id()).orElse(null),
                money.returnedOf(bid.id()).orElse(null),
                Map.copyOf(reached));
    }

    /** As it was submitted last; of a bid from before submissions were kept, as it came back or as it stands. */
    private PlanFields asSubmitted(BidId id) {
        List<PlanRevision> kept = new ArrayList<>(revisions.of(id));
        kept.removeIf(revision -> revision.kind() == PlanRevision.Kind.REPLACED);
        Optional<PlanRevision> last = kept.stream()
                .filter(revision -> revision.kind() == PlanRevision.Kind.SUBMITTED)
                .findFirst()
                .or(() -> kept.stream().findFirst());
        return last.map(revision -> revisions.content(id, revision.number()))
                .orElseGet(() -> store.read(id).fields());
    }

    private Map<String, CopyForward.Baseline> baselines(Earlier from) {
        Map<String, CopyForward.Baseline> baselines = new HashMap<>();
        from.results().values().stream()
                .filter(result -> !result.figure().isEmpty())
                .forEach(result -> baselines.put(
                        result.line(),
                        new CopyForward.Baseline(result.figure(), source(from.bid(), result), result.on())));
        return baselines;
    }

    private String source(BidSummary bid, ReportedResults.Result result) {
        return words.getTranslation(
                result.accepted() ? "bid.lastRound.source" : "bid.lastRound.source.open", bid.roundName());
    }
}

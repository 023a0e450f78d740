package org.schoolcollab.bid;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.domain.Bid;
import org.schoolcollab.bid.domain.ChangedFields;
import org.schoolcollab.bid.domain.GuideAmount;
import org.schoolcollab.bid.domain.LeadsBid;
import org.schoolcollab.bid.domain.PlanMerge;
import org.schoolcollab.bid.domain.PlanStore;
import org.schoolcollab.bid.domain.PlanStore.Stored;
import org.schoolcollab.bid.domain.PlanTexts;
import org.schoolcollab.bid.domain.PlanTraces;
import org.schoolcollab.bid.domain.RevisionStore;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.ChangedMeanwhile;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** The lead writes the plan. A draft may have gaps; only what could not be kept at all is refused. */
@UseCase
public class PlanDrafting {

    /**
     * What the form shows beside the draft: the round, and the guide amount from the members of the day.
     *
     * @param fields the draft by section, line and field
     * @param savedBy who saved the draft last, and when
     */
    public record Drafting(
            BidSummary bid,
            PlanDraft draft,
            PlanFields fields,
            Round round,
            Money guide,
            int members,
            String savedBy,
            Instant savedAt) {}

    private final LeadsBid leadsBid;
    private final BidRegister register;
    private final PlanStore plans;
    private final RevisionStore revisions;
    private final PlanTexts texts;
    private final GuideAmount guideAmount;
    private final Rounds rounds;
    private final AuditTrail audit;
    private final PortalClock clock;

    PlanDrafting(
            LeadsBid leadsBid,
            BidRegister register,
            PlanStore plans,
            RevisionStore revisions,
            PlanTexts texts,
            GuideAmount guideAmount,
            Rounds rounds,
            AuditTrail audit,
            PortalClock clock) {
        this.leadsBid = leadsBid;
        this.register = register;
        this.plans = plans;
        this.revisions = revisions;
        this.texts = texts;
        this.guideAmount = guideAmount;
        this.rounds = rounds;
        this.audit = audit;
        this.clock = clock;
    }

    /** The plan, for its lead to work on. */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    @Transactional(readOnly = true)
    public Drafting open(BidId id) {
        Bid bid = leadsBid.read(id);
        Round round = rounds.get(bid.roundId());
        var guide = guideAmount.on(clock.today(), bid.collaborationId(), round);
        Stored stored = plans.read(id);
        String savedBy = stored.last().by();
        return new Drafting(
                register.get(id),
                stored.fields().draft(stored.version()),
                stored.fields(),
                round,
                guide.amount(),
                guide.members(),
                plans.names(Set.of(savedBy)).getOrDefault(savedBy, ""),
                stored.last().at());
    }

    /**
     * Puts an earlier revision in the place of the draft, which is kept as a revision itself.
     *
     * @param number of the revision
     * @param version of the draft that it takes the place of
     * @return the draft as saved
     * @throws org.schoolcollab.shared.NotFound if there is no such revision
     * @throws org.schoolcollab.shared.ChangedMeanwhile if somebody has saved since this draft was read
     * @throws BidNotInStage if the plan is not with its lead
     */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public PlanDraft restore(BidId id, int number, int version) {
        Bid bid = leadsBid.lock(id);
        PlanFields earlier = revisions.content(id, number);
        if (!bid.status().isWithLead()) {
            throw new BidNotInStage(bid.status());
        }
        revisions.keep(id, bid.revision(), PlanRevision.Kind.REPLACED);
        return replace(
                bid,
                plans.read(id),
                earlier,
                version,
                Act.onBid(id.value(), "bid.planRestored", Roles.COLLABORATION_LEAD)
                        .with("number", number));
    }

    /**
     * Stores what can be stored of a batch of edits; see {@link PlanSaved} for the rest.
     *
     * @param batch id that the editor made for it: sent again because the answer was lost, the same batch changes nothing
     * @throws BidNotInStage if the plan is not with its lead
     */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public PlanSaved change(BidId id, UUID batch, List<PlanEdit> edits) {
        Bid bid = leadsBid.lock(id);
        if (!bid.status().isWithLead()) {
            throw new BidNotInStage(bid.status());
        }
        Stored stored = plans.read(id);
        PlanMerge merge = new PlanMerge(
                stored.fields(), stored.traces(), texts, stored.traces().knows(batch));
        edits.forEach(merge::apply);
        PlanFields merged = merge.result();
        Instant at = stored.last().at();
        boolean changed = !merged.equals(stored.fields());
        if (changed) {
            List<PlanChange> changes = PlanChange.between(stored.fields(), merged);
            at = keep(bid, stored, merged, changes, stored.traces().with(batch));
            audit.record(ChangedFields.of(
                    sums(
                            Act.onBid(id.value(), "bid.planSaved", Roles.COLLABORATION_LEAD),
                            stored.fields().draft(0),
                            merged.draft(0)),
                    stored.fields(),
                    merged,
                    changes));
            leadsBid.flush();
        }
        return merge.saved(changed, stored.version() + (changed ? 1 : 0), at, stored.last(), plans::names);
    }

    private Instant keep(Bid bid, Stored before, PlanFields fields, List<PlanChange> changes, PlanTraces traces) {
        Round round = rounds.get(bid.roundId());
        var guide = guideAmount.on(clock.today(), bid.collaborationId(), round);
        PlanDraft draft = fields.draft(before.version() + 1);
        bid.keepSums(draft.requested(), draft.matched(), guide.amount(), guide.members());
        Instant now = clock.instant();
        PersonId by = leadsBid.actor().id();
        plans.replace(bid.id(), fields, traces.after(changes, by, now), by, now);
        return now;
    }

    private static Act sums(Act act, PlanDraft before, PlanDraft after) {
        return act.changed("requested", before.requested(), after.requested())
                .changed("matched", before.matched(), after.matched());
    }

    private PlanDraft replace(Bid bid, Stored stored, PlanFields typed, int version, Act act) {
        PlanFields fields = texts.cleaned(typed);
        if (!bid.status().isWithLead()) {
            throw new BidNotInStage(bid.status());
        }
        if (stored.version() != version) {
            throw new ChangedMeanwhile();
        }
        keep(bid, stored, fields, PlanChange.between(stored.fields(), fields), stored.traces());
        PlanDraft before = stored.fields().draft(stored.version());
        PlanDraft saved = fields.draft(stored.version() + 1);
        audit.record(sums(act, before, saved)
                .changed(
                        "priorities",
                        before.priorities().size(),
                        saved.priorities().size())
                .changed(
                        "activities",
                        before.activities().size(),
                        saved.activities().size())
                .changed("targets", before.targets().size(), saved.targets().size())
                .changed("budgetLines", before.budget().size(), saved.budget().size()));
        leadsBid.flush();
        return saved;
    }
}

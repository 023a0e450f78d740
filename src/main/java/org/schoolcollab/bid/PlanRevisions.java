package org.schoolcollab.bid;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import org.schoolcollab.bid.domain.MemberStore;
import org.schoolcollab.bid.domain.PlanStore;
import org.schoolcollab.bid.domain.RevisionStore;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was kept of a plan and compares it, for whoever may see the bid. */
@UseCase
public class PlanRevisions {

    /** Number of the plan as it is saved now. */
    public static final int NOW = 0;

    private final BidQueries bids;
    private final RevisionStore revisions;
    private final PlanStore plans;
    private final BidPlans outlines;
    private final MemberStore members;

    PlanRevisions(BidQueries bids, RevisionStore revisions, PlanStore plans, BidPlans outlines, MemberStore members) {
        this.bids = bids;
        this.revisions = revisions;
        this.plans = plans;
        this.outlines = outlines;
        this.members = members;
    }

    /**
     * All that was kept of a bid's plan, the latest first.
     *
     * @throws org.schoolcollab.security.AccessRefused like {@link BidQueries#summary}
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public List<PlanRevision> of(BidId bid) {
        bids.summary(bid);
        return revisions.of(bid);
    }

    /**
     * What differs between two of them, with what the lines of both are called, and how the shares of the schools differ.
     *
     * @param earlier number, or {@link #NOW}
     * @param later number, or {@link #NOW}
     * @throws org.schoolcollab.shared.NotFound if nothing was kept under a number
     * @throws org.schoolcollab.security.AccessRefused like {@link BidQueries#summary}
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public PlanDifference difference(BidId bid, int earlier, int later) {
        BidSummary summary = bids.summary(bid);
        PlanOutline before = outlines.outline(bid, content(bid, earlier));
        PlanOutline after = outlines.outline(bid, content(bid, later));
        return new PlanDifference(
                PlanChange.between(before.plan(), after.plan()),
                before,
                after,
                PlanDifference.shares(shares(summary, earlier), shares(summary, later)));
    }

    /** What each school was to get and to put in; empty of a draft that was replaced, whose shares nobody had agreed to. */
    private Map<String, PlanDifference.Amounts> shares(BidSummary bid, int number) {
        if (number == NOW) {
            return PlanDifference.amounts(
                    members.load(bid, plans.load(bid.id())).schools());
        }
        return revisions.of(bid.id()).stream()
                .filter(revision -> revision.number() == number && revision.kind() != PlanRevision.Kind.REPLACED)
                .findFirst()
                .map(revision -> members.agreedUntil(bid.id(), revision.at()))
                .orElseGet(Map::of);
    }

    private PlanFields content(BidId bid, int number) {
        return number == NOW ? plans.read(bid).fields() : revisions.content(bid, number);
    }
}

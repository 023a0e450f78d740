package org.schoolcollab.bid;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import org.schoolcollab.bid.attachment.RevisionFiles;
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
    private final RevisionFiles files;

    PlanRevisions(
            BidQueries bids,
            RevisionStore revisions,
            PlanStore plans,
            BidPlans outlines,
            MemberStore members,
            RevisionFiles files) {
        this.bids = bids;
        this.revisions = revisions;
        this.plans = plans;
        this.outlines = outlines;
        this.members = members;
        this.files = files;
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
     * What differs between two of them, with what the lines of both are called, how the shares of the schools differ, and which
     * files.
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
        Map<Integer, List<PlanFile>> kept = files.kept(bid);
        return new PlanDifference(
                PlanChange.between(before.plan(), after.plan()),
                before,
                after,
                PlanDifference.shares(schools(summary, earlier), schools(summary, later)),
                PlanDifference.files(files(bid, earlier, kept), files(bid, later, kept)));
    }

    /**
     * The files that the plan had at each revision, by its number, the oldest first; revisions without one are left out.
     *
     * @throws org.schoolcollab.security.AccessRefused like {@link BidQueries#summary}
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public Map<Integer, List<PlanFile>> files(BidId bid) {
        bids.summary(bid);
        return files.kept(bid);
    }

    private List<PlanFile> files(BidId bid, int number, Map<Integer, List<PlanFile>> kept) {
        return number == NOW ? files.now(bid) : kept.getOrDefault(number, List.of());
    }

    private List<SchoolAmounts> schools(BidSummary bid, int number) {
        return number == NOW
                ? members.load(bid, plans.load(bid.id())).schools().stream()
                        .map(MemberSchool::amounts)
                        .toList()
                : revisions.schools(bid.id(), number);
    }

    private PlanFields content(BidId bid, int number) {
        return number == NOW ? plans.read(bid).fields() : revisions.content(bid, number);
    }
}

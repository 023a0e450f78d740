package org.schoolcollab.bid;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
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

    PlanRevisions(BidQueries bids, RevisionStore revisions, PlanStore plans) {
        this.bids = bids;
        this.revisions = revisions;
        this.plans = plans;
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
     * What differs between two of them.
     *
     * @param earlier number, or {@link #NOW}
     * @param later number, or {@link #NOW}
     * @throws org.schoolcollab.shared.NotFound if nothing was kept under a number
     * @throws org.schoolcollab.security.AccessRefused like {@link BidQueries#summary}
     */
    @RolesAllowed(Roles.PERSON)
    @Transactional(readOnly = true)
    public List<PlanChange> compare(BidId bid, int earlier, int later) {
        bids.summary(bid);
        return PlanChange.between(content(bid, earlier), content(bid, later));
    }

    private PlanFields content(BidId bid, int number) {
        return number == NOW ? plans.read(bid).fields() : revisions.content(bid, number);
    }
}

package org.schoolcollab.bid;

import jakarta.annotation.security.RolesAllowed;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.domain.Bid;
import org.schoolcollab.bid.domain.Consents;
import org.schoolcollab.bid.domain.LeadsBid;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.springframework.context.ApplicationEventPublisher;

/** The lead withdraws a bid, at any stage before its first money is released. */
@UseCase
public class BidWithdrawal {

    private final LeadsBid leadsBid;
    private final BidRegister register;
    private final Consents consents;
    private final BidProcess process;
    private final AuditTrail audit;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    BidWithdrawal(
            LeadsBid leadsBid,
            BidRegister register,
            Consents consents,
            BidProcess process,
            AuditTrail audit,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.leadsBid = leadsBid;
        this.register = register;
        this.consents = consents;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Withdraws the bid for good.
     *
     * @param reason for the record, at most {@link PlanDraft#LONG_TEXT} characters
     * @throws BidNotInStage if money was released or the bid has ended
     */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public void withdraw(BidId id, String reason) {
        Bid bid = leadsBid.lock(id);
        String why = Texts.reason(PlanDraft.LONG_TEXT, reason);
        BidStatus before = bid.status();
        bid.withdraw(clock.instant());
        leadsBid.flush();
        consents.stopAsking(id);
        audit.record(Act.onBid(id.value(), "bid.withdrawn", Roles.COLLABORATION_LEAD)
                .with("reason", why)
                .changed("status", before, bid.status()));
        BidSummary withdrawn = register.get(id);
        events.publishEvent(new BidWithdrawn(withdrawn));
        process.withdrawn(withdrawn);
    }
}

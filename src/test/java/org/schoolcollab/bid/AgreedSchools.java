package org.schoolcollab.bid;

import java.util.List;
import java.util.stream.IntStream;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.domain.Consents;
import org.schoolcollab.bid.domain.MemberStore;
import org.schoolcollab.bid.domain.SplitByGuide;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets all schools of a bid agree at a stroke: the rows that their answers leave, in a handful of statements and without their tasks. */
@Component
class AgreedSchools {

    private final Consents consents;
    private final MemberStore members;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    AgreedSchools(
            Consents consents, MemberStore members, AuditTrail audit, CurrentUser currentUser, PortalClock clock) {
        this.consents = consents;
        this.members = members;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** Splits what the plan asks for now by guide amounts; schools whose consent is missing give it. The lead is logged in. */
    @Transactional
    public void all(BidId bid) {
        consents.stopAsking(bid);
        MemberSchools now = consents.of(bid);
        List<Money> guides = now.schools().stream().map(MemberSchool::guide).toList();
        List<Money> shares = SplitByGuide.split(now.requested(), guides);
        List<Money> pledges = SplitByGuide.split(now.matched(), guides);
        List<MemberStore.Amounts> missing = IntStream.range(0, guides.size())
                .filter(i -> {
                    MemberSchool school = now.schools().get(i);
                    return !school.stands()
                            || !school.share().equals(shares.get(i))
                            || !school.pledge().equals(pledges.get(i));
                })
                .mapToObj(i -> new MemberStore.Amounts(now.schools().get(i).id(), shares.get(i), pledges.get(i)))
                .toList();
        if (!missing.isEmpty()) {
            members.amounts(bid, missing, currentUser.actor().id(), clock.instant());
            members.answered(
                    bid,
                    missing,
                    ConsentAnswer.Kind.GIVEN,
                    "",
                    currentUser.actor().id(),
                    clock.instant());
            audit.record(Act.onBid(bid.value(), "bid.consentGiven", ""));
        }
    }
}

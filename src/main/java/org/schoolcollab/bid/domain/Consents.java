package org.schoolcollab.bid.domain;

import java.util.List;
import java.util.Optional;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.ConsentAnswer;
import org.schoolcollab.bid.ConsentProcess;
import org.schoolcollab.bid.ConsentRefused;
import org.schoolcollab.bid.ConsentState;
import org.schoolcollab.bid.MemberSchool;
import org.schoolcollab.bid.MemberSchools;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.shared.PortalClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who of a bid's schools has the question: asks them, takes the question back, and after every change asks those anew whose consent was
 * for other amounts. The caller has locked the bid and records the act afterwards.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Consents {

    private final MemberStore store;
    private final PlanStore plans;
    private final BidRegister register;
    private final GuideAmount guide;
    private final Rounds rounds;
    private final ConsentProcess process;
    private final PortalClock clock;

    Consents(
            MemberStore store,
            PlanStore plans,
            BidRegister register,
            GuideAmount guide,
            Rounds rounds,
            ConsentProcess process,
            PortalClock clock) {
        this.store = store;
        this.plans = plans;
        this.register = register;
        this.guide = guide;
        this.rounds = rounds;
        this.process = process;
        this.clock = clock;
    }

    /** The schools of the bid: while it is with its lead as they are now, after that those by whom it was submitted. */
    public MemberSchools of(BidId bid) {
        return store.load(register.get(bid), plans.load(bid));
    }

    /** The schools of the bid that are members today. */
    public MemberSchools today(BidId bid) {
        return store.loadToday(register.get(bid), plans.load(bid));
    }

    /** @throws ConsentRefused if the school is no member of the bid */
    public MemberSchool member(BidId bid, EstablishmentId school) {
        return of(bid).schools().stream()
                .filter(member -> member.id().equals(school))
                .findFirst()
                .orElseThrow(ConsentRefused::noMember);
    }

    /** The school gets the question. */
    public void ask(BidId bid, EstablishmentId school) {
        store.asked(bid, school, clock.instant());
        process.asked(bid, school);
    }

    /** The school is not asked any more, if it was. */
    public void stopAsking(BidId bid, EstablishmentId school) {
        store.asked(bid, school, null);
        process.ended(bid, school);
    }

    /** Nobody is asked any more. */
    public void stopAsking(BidId bid) {
        store.askedNow(bid).forEach(school -> stopAsking(bid, school));
    }

    /**
     * After amounts have changed: a school that had agreed to others is asked anew, one that is asked for what it has agreed to is not
     * asked any more.
     *
     * @return those asked anew
     */
    public List<MemberSchool> followAmounts(BidId bid) {
        List<MemberSchool> schools = of(bid).schools();
        schools.stream()
                .filter(school -> school.consent() == ConsentState.ASKED && hasAgreed(school))
                .forEach(school -> stopAsking(bid, school.id()));
        List<MemberSchool> again = schools.stream()
                .filter(school -> school.consent() == ConsentState.VOID)
                .toList();
        again.forEach(school -> ask(bid, school.id()));
        return again;
    }

    private static boolean hasAgreed(MemberSchool school) {
        return Optional.ofNullable(school.answer())
                .filter(answer -> answer.agreesTo(school.share(), school.pledge()))
                .isPresent();
    }

    /**
     * After schools have come or gone: guide and number of members follow. Whoever is no member is not asked any more, and nothing that
     * stood against it is there if it comes back.
     *
     * @return the schools whose question was taken back
     */
    public List<EstablishmentId> followMembers(Bid bid) {
        Round round = rounds.get(bid.roundId());
        List<EstablishmentId> members = guide.membersOn(clock.today(), bid.collaborationId(), bid.roundId()).stream()
                .map(member -> member.school())
                .toList();
        GuideAmount.Guide now = guide.on(clock.today(), bid.collaborationId(), round);
        bid.keepGuide(now.amount(), now.members());
        List<EstablishmentId> noMore = store.askedNow(bid.id()).stream()
                .filter(school -> !members.contains(school))
                .toList();
        noMore.forEach(school -> stopAsking(bid.id(), school));
        store.keepOnly(bid.id(), members);
        return noMore;
    }

    /** The headteacher has answered: that settles the question. A consent is withdrawn without having been asked. */
    public void answered(BidId bid, EstablishmentId school, ConsentAnswer.Kind kind) {
        if (kind != ConsentAnswer.Kind.WITHDRAWN) {
            store.asked(bid, school, null);
            process.answered(bid, school);
        }
    }
}

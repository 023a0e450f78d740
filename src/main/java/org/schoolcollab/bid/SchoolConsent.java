package org.schoolcollab.bid;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.domain.Consents;
import org.schoolcollab.bid.domain.MemberStore;
import org.schoolcollab.bid.domain.MemberStore.Amounts;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** The headteacher of a member school agrees that it takes part, to its share and to its pledge; or declines, or withdraws. */
@UseCase
public class SchoolConsent {

    /**
     * What a headteacher is asked.
     *
     * @param own the schools of the bid that this person answers for
     */
    public record Question(BidSummary bid, PlanDraft plan, List<MemberSchool> own) {}

    private final BidQueries bids;
    private final BidPlans plans;
    private final BidProgress progress;
    private final Consents consents;
    private final MemberStore store;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    SchoolConsent(
            BidQueries bids,
            BidPlans plans,
            BidProgress progress,
            Consents consents,
            MemberStore store,
            AuditTrail audit,
            CurrentUser currentUser,
            PortalClock clock) {
        this.bids = bids;
        this.plans = plans;
        this.progress = progress;
        this.consents = consents;
        this.store = store;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * The plan and the amounts of the schools that this person answers for.
     *
     * @throws AccessRefused if this person heads no member school of the collaboration
     */
    @RolesAllowed(Roles.HEADTEACHER)
    @Transactional(readOnly = true)
    public Question open(BidId id) {
        BidSummary bid = bids.summary(id);
        Actor actor = currentUser.actor();
        MemberSchools schools = consents.of(id);
        List<MemberSchool> own = schools.schools().stream()
                .filter(school -> heads(actor, school.id()))
                .toList();
        if (own.isEmpty() && schools.takenOut().stream().noneMatch(school -> heads(actor, school.id()))) {
            throw new AccessRefused("consent " + id);
        }
        return new Question(bid, plans.draft(id), own);
    }

    /**
     * Agrees that the school takes part, to its share and its pledge.
     *
     * @param share as the headteacher saw it
     * @param pledge as the headteacher saw it
     * @throws ConsentRefused if the amounts are others by now, or the school is not asked
     * @throws BidNotInStage if the plan is not with its lead
     */
    @RolesAllowed(Roles.HEADTEACHER)
    public void agree(BidId id, EstablishmentId school, Money share, Money pledge) {
        MemberSchool member = lock(id, school);
        if (member.consent() != ConsentState.ASKED) {
            throw ConsentRefused.notAsked();
        }
        if (!member.share().equals(share) || !member.pledge().equals(pledge)) {
            throw ConsentRefused.amountsChanged(
                    member.share().format(), member.pledge().format());
        }
        answer(id, member, ConsentAnswer.Kind.GIVEN, "", "bid.consentGiven");
    }

    /**
     * Declines; the lead is told why.
     *
     * @param reason at most {@link SchoolShares#REASON_LIMIT} characters
     * @throws ConsentRefused if the school is not asked
     * @throws BidNotInStage if the plan is not with its lead
     */
    @RolesAllowed(Roles.HEADTEACHER)
    public void decline(BidId id, EstablishmentId school, String reason) {
        MemberSchool member = lock(id, school);
        String why = Texts.reason(SchoolShares.REASON_LIMIT, reason);
        if (member.consent() != ConsentState.ASKED) {
            throw ConsentRefused.notAsked();
        }
        answer(id, member, ConsentAnswer.Kind.DECLINED, why, "bid.consentDeclined");
    }

    /**
     * Withdraws a consent before the plan is submitted; it counts no more from this moment.
     *
     * @param reason at most {@link SchoolShares#REASON_LIMIT} characters
     * @throws ConsentRefused if there is none that counts
     * @throws BidNotInStage if the plan is not with its lead
     */
    @RolesAllowed(Roles.HEADTEACHER)
    public void withdraw(BidId id, EstablishmentId school, String reason) {
        MemberSchool member = lock(id, school);
        String why = Texts.reason(SchoolShares.REASON_LIMIT, reason);
        if (!member.stands()) {
            throw ConsentRefused.nothingGiven();
        }
        answer(id, member, ConsentAnswer.Kind.WITHDRAWN, why, "bid.consentWithdrawn");
    }

    private MemberSchool lock(BidId id, EstablishmentId school) {
        currentUser.actor().require(Role.HEADTEACHER, List.of(Scope.establishment(school.value())));
        BidStatus status = progress.lock(id).status();
        if (!status.isWithLead()) {
            throw new BidNotInStage(status);
        }
        return consents.member(id, school);
    }

    private void answer(BidId id, MemberSchool member, ConsentAnswer.Kind kind, String reason, String action) {
        store.answered(
                id,
                List.of(new Amounts(member.id(), member.share(), member.pledge())),
                kind,
                reason,
                currentUser.actor().id(),
                clock.instant());
        audit.record(Act.onBid(id.value(), action, Roles.HEADTEACHER)
                .with("school", member.name())
                .with("share", member.share())
                .with("pledge", member.pledge())
                .with("reason", reason.isEmpty() ? null : reason));
        consents.answered(id, member.id(), kind);
    }

    private static boolean heads(Actor actor, EstablishmentId school) {
        return actor.has(Role.HEADTEACHER, Scope.establishment(school.value()));
    }
}

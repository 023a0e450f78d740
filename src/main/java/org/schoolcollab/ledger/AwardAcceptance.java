package org.schoolcollab.ledger;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Collectors;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.BidWithdrawal;
import org.schoolcollab.bid.ConditionsOfAward;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.ledger.domain.Acceptances;
import org.schoolcollab.ledger.domain.Award;
import org.schoolcollab.ledger.domain.AwardShares;
import org.schoolcollab.ledger.domain.MatchLedger;
import org.schoolcollab.ledger.domain.MoneyRows;
import org.schoolcollab.ledger.domain.Releases;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lead of a collaboration accepts what its board agreed, with the conditions and with the shares of the schools, or declines it.
 * Nothing is released before.
 */
@UseCase
public class AwardAcceptance {

    /** Characters that fit a reason. */
    public static final int REASON = 2_000;

    private final BidRegister bids;
    private final BidProgress progress;
    private final BidWithdrawal withdrawal;
    private final Releases releases;
    private final MoneyRows rows;
    private final Acceptances acceptances;
    private final AwardShares shares;
    private final MatchLedger match;
    private final CollaborationDirectory collaborations;
    private final Rounds rounds;
    private final ObjectProvider<ConditionsOfAward> conditions;
    private final AcceptanceProcess process;
    private final CurrentUser currentUser;
    private final AuditTrail audit;
    private final PortalClock clock;

    AwardAcceptance(
            BidRegister bids,
            BidProgress progress,
            BidWithdrawal withdrawal,
            Releases releases,
            MoneyRows rows,
            Acceptances acceptances,
            AwardShares shares,
            MatchLedger match,
            CollaborationDirectory collaborations,
            Rounds rounds,
            ObjectProvider<ConditionsOfAward> conditions,
            AcceptanceProcess process,
            CurrentUser currentUser,
            AuditTrail audit,
            PortalClock clock) {
        this.bids = bids;
        this.progress = progress;
        this.withdrawal = withdrawal;
        this.releases = releases;
        this.rows = rows;
        this.acceptances = acceptances;
        this.shares = shares;
        this.match = match;
        this.collaborations = collaborations;
        this.rounds = rounds;
        this.conditions = conditions;
        this.process = process;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The award to be read.
     *
     * @throws NotFound if nothing was agreed for this bid
     * @throws AccessRefused if the person does not lead its collaboration
     */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    @Transactional(readOnly = true)
    public AwardOffer open(BidId id) {
        return offer(leads(id));
    }

    /**
     * Accepts the award with its conditions.
     *
     * @throws ValidationFailed if the shares do not add up to the award, or the pledges to what the round asks for
     * @throws AcceptanceRefused if it was accepted before
     * @throws BidNotInStage if the bid is not awarded, or ended
     */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public void accept(BidId id, AcceptedShares answer) {
        BidSummary bid = lock(id);
        AwardOffer offer = offer(bid);
        offer.check(answer);
        match.pledge(bid, answer.pledges());
        Award award = releases.locked(id);
        shares.set(award, bid.collaborationId(), answer.shares());
        acceptances.add(award, me(), offer.conditions());
        audit.record(Act.onBid(id.value(), "ledger.accepted", Roles.COLLABORATION_LEAD)
                .with("amount", offer.amount())
                .with("conditions", offer.conditions().isEmpty() ? null : offer.conditions())
                .with("shares", named(offer, answer.shares()))
                .with("matched", answer.pledges().isEmpty() ? null : named(offer, answer.pledges())));
        process.accepted(bid);
    }

    /**
     * Declines the award: the money goes back to the envelope and the bid ends as withdrawn.
     *
     * @param reason for the record, at most {@link #REASON} characters
     * @throws AcceptanceRefused if it was accepted before; then the bid can still be withdrawn
     */
    @RolesAllowed(Roles.COLLABORATION_LEAD)
    public void decline(BidId id, String reason) {
        String why = Texts.reason(REASON, reason);
        BidSummary bid = lock(id);
        audit.record(Act.onBid(id.value(), "ledger.declined", Roles.COLLABORATION_LEAD)
                .with("amount", bid.agreed())
                .with("reason", why));
        withdrawal.withdraw(id, why);
    }

    private BidSummary leads(BidId id) {
        BidSummary bid = bids.get(id);
        currentUser
                .actor()
                .require(
                        Role.COLLABORATION_LEAD,
                        List.of(Scope.collaboration(bid.collaborationId().value())));
        return bid;
    }

    private BidSummary lock(BidId id) {
        leads(id);
        BidSummary bid = progress.locked(id);
        acceptances.refuseAccepted(id);
        if (bid.status() != BidStatus.AWARDED) {
            throw new BidNotInStage(bid.status());
        }
        return bid;
    }

    private AwardOffer offer(BidSummary bid) {
        AwardView award = rows.award(bid.id()).orElseThrow(NotFound::new);
        int percent = rounds.get(bid.roundId()).matchedFundingPercent();
        return new AwardOffer(
                bid,
                award,
                conditions
                        .orderedStream()
                        .flatMap(source -> source.conditionsOf(bid.id()).stream())
                        .findFirst()
                        .orElse(""),
                collaborations.membersAt(bid.collaborationId(), clock.today()).stream()
                        .map(member -> new AwardOffer.School(member.school(), member.name(), member.lead()))
                        .toList(),
                percent == 0 ? Money.ZERO : award.outstanding().percent(percent),
                acceptances.of(bid.id()).orElse(null));
    }

    private static String named(AwardOffer offer, List<AcceptedShares.Part> parts) {
        return parts.stream()
                .map(part -> offer.schools().stream()
                                .filter(school -> school.id().equals(part.school()))
                                .findFirst()
                                .orElseThrow()
                                .name()
                        + " " + part.amount())
                .collect(Collectors.joining(", "));
    }

    private PersonId me() {
        return currentUser.actor().id();
    }
}

package org.schoolcollab.ledger.domain;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.bid.InstalmentsOfAward;
import org.schoolcollab.ledger.AwardStatus;
import org.schoolcollab.ledger.EntryKind;
import org.schoolcollab.ledger.EnvelopeExceeded;
import org.schoolcollab.ledger.FundsCommitment;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.ProcessStep;

/** Commits the money of approved bids and gives back that of withdrawn ones. Repeating either changes nothing. */
@ProcessStep
public class Awards implements FundsCommitment {

    private final AwardRepository awards;
    private final EnvelopeAccounts envelopes;
    private final Journal journal;
    private final AwardShares shares;
    private final BidRegister bids;
    private final Rounds rounds;
    private final InstalmentsOfAward boards;
    private final AuditTrail audit;
    private final PortalClock clock;
    private final EntityManager entities;

    Awards(
            AwardRepository awards,
            EnvelopeAccounts envelopes,
            Journal journal,
            AwardShares shares,
            BidRegister bids,
            Rounds rounds,
            InstalmentsOfAward boards,
            AuditTrail audit,
            PortalClock clock,
            EntityManager entities) {
        this.awards = awards;
        this.envelopes = envelopes;
        this.journal = journal;
        this.shares = shares;
        this.bids = bids;
        this.rounds = rounds;
        this.boards = boards;
        this.audit = audit;
        this.clock = clock;
        this.entities = entities;
    }

    /** {@inheritDoc} Refuses with {@link EnvelopeExceeded} what the envelope no longer holds (rule 2). */
    @Override
    public void commitFunds(BidId bidId) {
        BidSummary bid = bids.get(bidId);
        Money agreed = bid.agreed();
        if (agreed == null) {
            throw new IllegalStateException("no amount is agreed for bid " + bidId);
        }
        Envelope envelope = envelopes
                .lock(bid.roundId(), bid.areaCode())
                .orElseThrow(() -> new EnvelopeExceeded(agreed, Money.ZERO));
        if (awards.idByBidId(bidId.value()).isPresent()) {
            return;
        }
        Round round = rounds.get(bid.roundId());
        int firstPercent = boards.firstPercentOf(bidId).orElse(round.firstInstalmentPercent());
        Award award = awards.saveAndFlush(new Award(
                bidId, envelope.id(), agreed, InstalmentPlan.of(agreed, firstPercent, round), clock.instant()));
        journal.post(
                envelope,
                JournalEntry.move(
                        EntryKind.COMMITTED,
                        bidId,
                        "commit:" + award.id(),
                        AccountRef.AVAILABLE,
                        AccountRef.committed(award.id()),
                        agreed));
        shares.toLeadSchool(award, bid.collaborationId());
        audit.record(Act.onBid(bidId.value(), "ledger.committed", "")
                .with("amount", agreed)
                .with("instalments", award.instalments().size())
                .changed("available", envelope.available().plus(agreed), envelope.available()));
    }

    @Override
    public int instalments(BidId bid) {
        return awards.findByBidId(bid.value())
                .orElseThrow(NotFound::new)
                .instalments()
                .size();
    }

    @Override
    public void returnFunds(BidId bidId) {
        BidSummary bid = bids.get(bidId);
        if (awards.idByBidId(bidId.value()).isEmpty()) {
            return;
        }
        Envelope envelope = envelopes.lock(bid.roundId(), bid.areaCode()).orElseThrow(NotFound::new);
        Award award = locked(bidId);
        if (award.status() == AwardStatus.RETURNED) {
            return;
        }
        Money returned = award.giveBack();
        entities.flush();
        journal.post(
                envelope,
                JournalEntry.move(
                                EntryKind.RETURNED,
                                bidId,
                                "return:" + award.id(),
                                AccountRef.committed(award.id()),
                                AccountRef.AVAILABLE,
                                returned)
                        .reversing(journal.commitmentOf(bidId)));
        audit.record(Act.onBid(bidId.value(), "ledger.returned", "")
                .with("amount", returned)
                .changed("available", envelope.available().minus(returned), envelope.available()));
    }

    private Award locked(BidId bid) {
        return awards.idByBidId(bid.value())
                .map(id -> entities.find(Award.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(NotFound::new);
    }
}

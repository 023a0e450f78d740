package org.schoolcollab.ledger.domain;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.ledger.EntryKind;
import org.schoolcollab.ledger.LedgerActRefused;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes what an award still pays: holds, cancels, reduces, moves shares. The caller has locked the bid and checked who may. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Virements {

    /**
     * What a reduction did.
     *
     * @param repeated it was done before under this key, nothing moved now
     * @param cancelled numbers of the instalments of which nothing is left
     */
    public record Reduction(boolean repeated, List<Integer> cancelled) {}

    private final Releases releases;
    private final EnvelopeAccounts envelopes;
    private final AwardShares shares;
    private final Journal journal;
    private final EntityManager entities;
    private final PortalClock clock;

    Virements(
            Releases releases,
            EnvelopeAccounts envelopes,
            AwardShares shares,
            Journal journal,
            EntityManager entities,
            PortalClock clock) {
        this.releases = releases;
        this.envelopes = envelopes;
        this.shares = shares;
        this.journal = journal;
        this.entities = entities;
        this.clock = clock;
    }

    public void hold(BidId bid, int number, String reason, PersonId by) {
        releases.locked(bid).instalment(number).hold(reason, by, clock.instant());
        entities.flush();
    }

    public void endHold(BidId bid, int number) {
        releases.locked(bid).instalment(number).endHold();
        entities.flush();
    }

    /** @return what went back to the envelope */
    public Money cancel(BidSummary bid, int number, String reason) {
        Envelope envelope = envelope(bid);
        Award award = releases.locked(bid.id());
        Money returned = award.cancel(number, reason);
        shares.reduce(award, award.instalment(number), returned);
        entities.flush();
        giveBack(bid, envelope, award, returned, "cancel:" + award.id() + ":" + number, reason);
        return returned;
    }

    public Reduction reduce(BidSummary bid, Money amount, String reason, UUID key) {
        Envelope envelope = envelope(bid);
        Award award = releases.locked(bid.id());
        if (journal.repeats(envelope, EntryKind.REDUCED, "reduce:" + key, amount)) {
            return new Reduction(true, List.of());
        }
        Money most = award.instalments().stream().map(Virements::reducible).reduce(Money.ZERO, Money::plus);
        if (amount.isMoreThan(most)) {
            throw LedgerActRefused.atMost(amount, most);
        }
        List<Integer> cancelled = new ArrayList<>();
        Money left = amount;
        for (Instalment instalment : award.instalments().reversed()) {
            Money part = Money.min(left, reducible(instalment));
            if (part.isZero()) {
                continue;
            }
            left = left.minus(part);
            shares.reduce(award, instalment, part);
            if (part.equals(instalment.open())) {
                award.cancel(instalment.number(), reason);
                cancelled.add(instalment.number());
            } else {
                award.reduce(instalment.number(), part);
            }
        }
        entities.flush();
        giveBack(bid, envelope, award, amount, "reduce:" + key, reason);
        return new Reduction(false, cancelled);
    }

    /** A penny of the first instalment stays as long as nothing of it is out. */
    private static Money reducible(Instalment instalment) {
        Money open = instalment.reducible();
        return instalment.number() == 1 && instalment.approvals() == 0 && open.isPositive()
                ? open.minus(Money.ofPence(1))
                : open;
    }

    private void giveBack(BidSummary bid, Envelope envelope, Award award, Money amount, String key, String reason) {
        journal.post(
                envelope,
                JournalEntry.move(
                                EntryKind.REDUCED,
                                bid.id(),
                                key,
                                AccountRef.committed(award.id()),
                                AccountRef.AVAILABLE,
                                amount)
                        .because(reason));
    }

    /** @return false if this was done before under this key, nothing moved now */
    public boolean moveShare(
            BidSummary bid, EstablishmentId from, EstablishmentId to, Money amount, UUID key, PersonId by) {
        if (from.equals(to)) {
            throw LedgerActRefused.noSuchSchool();
        }
        Award award = releases.locked(bid.id());
        if (shares.hasMoved(award, from, to, amount, key)) {
            return false;
        }
        shares.move(award, bid.collaborationId(), from, to, amount);
        shares.keepMove(award, from, to, amount, key, by);
        return true;
    }

    private Envelope envelope(BidSummary bid) {
        return envelopes.lock(bid.roundId(), bid.areaCode()).orElseThrow(NotFound::new);
    }
}

package org.schoolcollab.ledger;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.ledger.domain.AccountRef;
import org.schoolcollab.ledger.domain.CorrectionRegister;
import org.schoolcollab.ledger.domain.Envelope;
import org.schoolcollab.ledger.domain.EnvelopeAccounts;
import org.schoolcollab.ledger.domain.Journal;
import org.schoolcollab.ledger.domain.JournalEntry;
import org.schoolcollab.ledger.domain.Posting;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.programme.RoundRegister;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.UseCase;

/** The year end: what boards did not use lapses, and the money of the round moves no more. */
@UseCase
public class RoundClosing {

    private final Rounds rounds;
    private final RoundRegister register;
    private final BidRegister bids;
    private final EnvelopeAccounts envelopes;
    private final Journal journal;
    private final CorrectionRegister corrections;
    private final AuditTrail audit;

    RoundClosing(
            Rounds rounds,
            RoundRegister register,
            BidRegister bids,
            EnvelopeAccounts envelopes,
            Journal journal,
            CorrectionRegister corrections,
            AuditTrail audit) {
        this.rounds = rounds;
        this.register = register;
        this.bids = bids;
        this.envelopes = envelopes;
        this.journal = journal;
        this.corrections = corrections;
        this.audit = audit;
    }

    /**
     * Closes every envelope of the round: what is available or held back lapses.
     *
     * @return what lapsed in all
     * @throws LedgerActRefused while money is committed and not released, a bid is before its board, or a payment is to be put
     *     right
     * @throws EnvelopeClosed if the round is closed already
     */
    @RolesAllowed(Roles.FINANCE_APPROVER)
    public Money close(RoundId round) {
        rounds.get(round);
        List<Envelope> locked = lockAll(round);
        Money committed = locked.stream()
                .map(envelope -> envelope.balance(Account.COMMITTED))
                .reduce(Money.ZERO, Money::plus);
        long beforeBoard = bids.all().stream()
                .filter(bid -> bid.roundId().equals(round) && bid.status() == BidStatus.BEFORE_BOARD)
                .count();
        if (committed.isPositive() || beforeBoard > 0) {
            throw LedgerActRefused.roundHasOpen(committed, beforeBoard);
        }
        long toPutRight = corrections.toPutRight(round);
        if (toPutRight > 0) {
            throw LedgerActRefused.roundHasCorrections(toPutRight);
        }
        Money lapsed = Money.ZERO;
        for (Envelope envelope : locked) {
            lapsed = lapsed.plus(close(envelope));
        }
        register.close(round);
        audit.record(Act.on("round", round.toString(), "ledger.roundClosed", Roles.FINANCE_APPROVER)
                .with("lapsed", lapsed));
        return lapsed;
    }

    private List<Envelope> lockAll(RoundId round) {
        Map<UUID, String> ids = new TreeMap<>();
        rounds.envelopes(round)
                .forEach(given ->
                        envelopes.idOf(round, given.areaCode()).ifPresent(id -> ids.put(id, given.areaCode())));
        envelopes.find(round, Envelope.ALL).ifPresent(id -> ids.put(id, Envelope.ALL));
        List<Envelope> locked = new ArrayList<>();
        ids.keySet().forEach(id -> locked.add(envelopes.lock(id)));
        if (!locked.isEmpty() && locked.stream().allMatch(Envelope::isClosed)) {
            throw new EnvelopeClosed();
        }
        return locked;
    }

    private Money close(Envelope envelope) {
        if (envelope.isClosed()) {
            return Money.ZERO;
        }
        Money available = envelope.available();
        Money held = envelope.balance(Account.HELD);
        List<Posting> postings = new ArrayList<>();
        if (available.isPositive()) {
            postings.add(new Posting(AccountRef.AVAILABLE, AccountRef.LAPSED, available));
        }
        if (held.isPositive()) {
            postings.add(new Posting(AccountRef.HELD, AccountRef.LAPSED, held));
        }
        if (postings.isEmpty()) {
            journal.closeEmpty(envelope);
        } else {
            journal.post(envelope, JournalEntry.of(EntryKind.CLOSED, null, "close:" + envelope.id(), postings));
        }
        return available.plus(held);
    }
}

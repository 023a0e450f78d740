package org.schoolcollab.ledger;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.ledger.domain.AccountRef;
import org.schoolcollab.ledger.domain.Envelope;
import org.schoolcollab.ledger.domain.EnvelopeAccounts;
import org.schoolcollab.ledger.domain.FinanceDesk;
import org.schoolcollab.ledger.domain.Journal;
import org.schoolcollab.ledger.domain.JournalEntry;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;

/**
 * What an area may allocate in a round: the administrator adds to it, its chair keeps some back and frees it again. Each act has a key
 * made by whoever asks, the same when it is asked again; a repetition answers false and moves nothing.
 */
@UseCase
public class EnvelopeControl {

    /** Characters that fit a reason. */
    public static final int REASON = 2_000;

    /** The area code of the money that the authority spends itself. */
    public static final String ALL = Envelope.ALL;

    private final EnvelopeAccounts envelopes;
    private final Journal journal;
    private final CurrentUser currentUser;
    private final AuditTrail audit;

    EnvelopeControl(EnvelopeAccounts envelopes, Journal journal, CurrentUser currentUser, AuditTrail audit) {
        this.envelopes = envelopes;
        this.journal = journal;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    /**
     * Gives more to an area, or to area {@link #ALL}.
     *
     * @throws EnvelopeClosed once the round is closed for it
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public boolean add(RoundId round, String area, Money amount, String reason, UUID key) {
        return move(
                round,
                area,
                new Step(EntryKind.ADDED, "add:", AccountRef.GRANT, AccountRef.AVAILABLE, Roles.ADMINISTRATOR),
                amount,
                reason,
                key);
    }

    /**
     * Keeps a part of what is available back.
     *
     * @throws EnvelopeExceeded if less is available
     */
    @RolesAllowed(Roles.BOARD_CHAIR)
    public boolean holdBack(RoundId round, String area, Money amount, String reason, UUID key) {
        requireChair(area);
        return move(
                round,
                area,
                new Step(EntryKind.HELD_BACK, "hold:", AccountRef.AVAILABLE, AccountRef.HELD, Roles.BOARD_CHAIR),
                amount,
                reason,
                key);
    }

    /**
     * Frees a part of what was kept back.
     *
     * @throws EnvelopeExceeded if less is kept back
     */
    @RolesAllowed(Roles.BOARD_CHAIR)
    public boolean endHold(RoundId round, String area, Money amount, String reason, UUID key) {
        requireChair(area);
        return move(
                round,
                area,
                new Step(EntryKind.HOLD_ENDED, "free:", AccountRef.HELD, AccountRef.AVAILABLE, Roles.BOARD_CHAIR),
                amount,
                reason,
                key);
    }

    private record Step(EntryKind kind, String keyStart, AccountRef from, AccountRef to, String role) {}

    private boolean move(RoundId round, String area, Step step, Money amount, String reason, UUID key) {
        String why = Texts.reason(REASON, reason);
        FinanceDesk.requireAmount(amount);
        Envelope envelope = envelopes.lock(round, area).orElseThrow(NotFound::new);
        // The key names the envelope, so that the chain of one that nothing was given to at first says whose it is.
        String act = step.keyStart() + round + ":" + area + ":" + key;
        if (journal.repeats(envelope, step.kind(), act, amount)) {
            return false;
        }
        Money available = envelope.available();
        journal.post(
                envelope,
                JournalEntry.move(step.kind(), null, act, step.from(), step.to(), amount)
                        .because(why));
        audit.record(Act.on(
                        "envelope",
                        envelope.id().toString(),
                        "ledger.envelope." + step.kind().name(),
                        step.role())
                .with("area", area)
                .with("amount", amount)
                .with("reason", why)
                .changed("available", available, envelope.available()));
        return true;
    }

    private void requireChair(String area) {
        currentUser.actor().require(Role.BOARD_CHAIR, List.of(Scope.area(area)));
    }
}

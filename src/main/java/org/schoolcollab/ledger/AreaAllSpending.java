package org.schoolcollab.ledger;

import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
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
import org.schoolcollab.ledger.domain.SpendingRegister;
import org.schoolcollab.ledger.domain.SpendingRegister.Spent;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.transaction.annotation.Transactional;

/** The money of a round that the authority spends itself (area All): line by line, never more than was given. */
@UseCase
public class AreaAllSpending {

    /** Characters that fit a purpose. */
    public static final int PURPOSE = 200;

    /** Characters that fit a reason. */
    public static final int REASON = 2_000;

    private final EnvelopeAccounts envelopes;
    private final Journal journal;
    private final SpendingRegister register;
    private final CurrentUser currentUser;
    private final AuditTrail audit;
    private final PortalClock clock;

    AreaAllSpending(
            EnvelopeAccounts envelopes,
            Journal journal,
            SpendingRegister register,
            CurrentUser currentUser,
            AuditTrail audit,
            PortalClock clock) {
        this.envelopes = envelopes;
        this.journal = journal;
        this.register = register;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records what was spent.
     *
     * @param key made by whoever asks, the same when it is asked again
     * @return false if this was done before under this key
     * @param on the day on which it was spent, not after today
     * @throws EnvelopeExceeded if less is available
     * @throws ValidationFailed naming {@code on} if that day is still to come
     */
    @RolesAllowed(Roles.FINANCE_OFFICER)
    public boolean spend(RoundId round, String purpose, Money amount, LocalDate on, UUID key) {
        String what = Texts.required(PURPOSE, "purpose", purpose);
        FinanceDesk.requireAmount(amount);
        if (on.isAfter(clock.today())) {
            throw new ValidationFailed(List.of(Problem.of("on", "error.ledger.spentLater")));
        }
        Envelope envelope = envelopes.lock(round, Envelope.ALL).orElseThrow(NotFound::new);
        if (journal.repeats(envelope, EntryKind.SPENT, "spend:" + key, amount)) {
            return false;
        }
        JournalEntry entry = JournalEntry.move(
                        EntryKind.SPENT, null, "spend:" + key, AccountRef.AVAILABLE, AccountRef.SPENT, amount)
                .because(what);
        journal.post(envelope, entry);
        register.add(entry.id(), what, amount, on);
        audit.record(
                act(envelope, "ledger.spent", Roles.FINANCE_OFFICER, amount).with("purpose", what));
        return true;
    }

    /**
     * Takes a line back that was recorded by mistake: by another person than the one who recorded it.
     *
     * @throws LedgerActRefused if it is taken back already, or the person recorded it
     */
    @RolesAllowed(Roles.FINANCE_APPROVER)
    public void correct(RoundId round, UUID line, String reason) {
        String why = Texts.reason(REASON, reason);
        Envelope envelope = envelopes.lock(round, Envelope.ALL).orElseThrow(NotFound::new);
        Spent spent = register.find(envelope.id(), line).orElseThrow(NotFound::new);
        if (spent.corrected()) {
            throw LedgerActRefused.decided();
        }
        if (currentUser.actor().id().equals(spent.by())) {
            throw LedgerActRefused.samePerson();
        }
        journal.post(
                envelope,
                JournalEntry.move(
                                EntryKind.REVERSED,
                                null,
                                "unspend:" + line,
                                AccountRef.SPENT,
                                AccountRef.AVAILABLE,
                                spent.amount())
                        .reversing(line)
                        .because(why));
        audit.record(act(envelope, "ledger.spendingCorrected", Roles.FINANCE_APPROVER, spent.amount())
                .with("reason", why));
    }

    /** The lines of a round, newest first. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<SpendingLine> of(RoundId round) {
        return register.of(round);
    }

    /** What was given to area All in a round, moved into it and moved out of it, newest first. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<FundingLine> funding(RoundId round) {
        return register.funding(round);
    }

    private static Act act(Envelope envelope, String action, String role, Money amount) {
        return Act.on("envelope", envelope.id().toString(), action, role).with("amount", amount);
    }
}

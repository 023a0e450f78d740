package org.schoolcollab.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.ledger.CorrectionView.Status;
import org.schoolcollab.ledger.domain.AccountRef;
import org.schoolcollab.ledger.domain.Award;
import org.schoolcollab.ledger.domain.Balances;
import org.schoolcollab.ledger.domain.Correction;
import org.schoolcollab.ledger.domain.CorrectionRegister;
import org.schoolcollab.ledger.domain.CorrectionRegister.Payment;
import org.schoolcollab.ledger.domain.Envelope;
import org.schoolcollab.ledger.domain.EnvelopeAccounts;
import org.schoolcollab.ledger.domain.FinanceDesk;
import org.schoolcollab.ledger.domain.Journal;
import org.schoolcollab.ledger.domain.JournalEntry;
import org.schoolcollab.ledger.domain.Releases;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/**
 * What went wrong with money that is out is put right: a payment that failed is reversed, unspent money is taken back. A finance
 * officer asks, another person approves.
 */
@UseCase
public class Corrections {

    /** Characters that fit a reason. */
    public static final int REASON = 2_000;

    /**
     * A request for money back.
     *
     * @param before whether it was there already, so that nothing was added now
     */
    public record Asked(UUID request, boolean before) {}

    private final FinanceDesk desk;
    private final CorrectionRegister register;
    private final Releases releases;
    private final EnvelopeAccounts envelopes;
    private final Journal journal;
    private final Balances balances;
    private final ReleaseProcess process;
    private final EntityManager entities;
    private final AuditTrail audit;
    private final PortalClock clock;

    Corrections(
            FinanceDesk desk,
            CorrectionRegister register,
            Releases releases,
            EnvelopeAccounts envelopes,
            Journal journal,
            Balances balances,
            ReleaseProcess process,
            EntityManager entities,
            AuditTrail audit,
            PortalClock clock) {
        this.desk = desk;
        this.register = register;
        this.releases = releases;
        this.envelopes = envelopes;
        this.journal = journal;
        this.balances = balances;
        this.process = process;
        this.entities = entities;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks for the reversal of a payment that failed.
     *
     * @param release id of the payment, {@link AwardView.ReleaseView#id()}
     * @return id of the request
     * @throws LedgerActRefused if it is reversed or asked for already, money of it came back, it is reported paid, or it is with the
     *     council's ledger and not reported failed: a school is never paid twice
     * @throws BidNotInStage unless the bid is in delivery or closed
     */
    @RolesAllowed(Roles.FINANCE_OFFICER)
    public UUID requestReversal(UUID release, String reason) {
        String why = Texts.reason(REASON, reason);
        BidSummary bid = lock(register.payment(release).bid(), Role.FINANCE_OFFICER);
        releases.locked(bid.id());
        Payment payment = register.payment(release);
        requireStanding(payment);
        UUID id = register.addReversal(payment, why, desk.me(), clock.instant());
        audit.record(act(bid, "ledger.reversalRequested", Roles.FINANCE_OFFICER, payment.amount(), payment.school())
                .with("instalment", payment.instalment())
                .with("reason", why));
        return id;
    }

    /**
     * Asks for unspent money back from a school. The same request again, under its key or word for word while it waits for its
     * decision, is the request that stands.
     *
     * @param key made by whoever asks, the same when it is asked again
     * @throws LedgerActRefused if the school has less of this award, or the key was used for something else
     */
    @RolesAllowed(Roles.FINANCE_OFFICER)
    public Asked requestClawback(BidId id, EstablishmentId school, Money amount, String reason, UUID key) {
        String why = Texts.reason(REASON, reason);
        FinanceDesk.requireAmount(amount);
        BidSummary bid = lock(id, Role.FINANCE_OFFICER);
        Award award = releases.locked(id);
        Optional<UUID> before = register.standing(award.id(), school.value(), amount, why, key);
        if (before.isPresent()) {
            return new Asked(before.get(), true);
        }
        requireWith(award, school.value(), amount);
        UUID request = register.addClawback(award.id(), school.value(), amount, why, key, desk.me(), clock.instant());
        audit.record(act(bid, "ledger.clawbackRequested", Roles.FINANCE_OFFICER, amount, school.value())
                .with("reason", why));
        return new Asked(request, false);
    }

    /**
     * Approves a request: a payment that failed is committed again and its instalment can be requested again; money taken back is
     * available to the board.
     *
     * @throws LedgerActRefused if the person asked for it, it is decided already, or the school has less meanwhile
     */
    @RolesAllowed(Roles.FINANCE_APPROVER)
    public void approve(UUID request) {
        BidSummary bid = lock(get(request, false).bid(), Role.FINANCE_APPROVER);
        Envelope envelope = envelopes.lock(bid.roundId(), bid.areaCode()).orElseThrow(NotFound::new);
        Award award = releases.locked(bid.id());
        Correction correction = decidable(request);
        desk.requireIndependent(bid, correction.requestedBy());
        UUID release = correction.release();
        Money amount = correction.amount();
        if (release == null) {
            requireWith(award, correction.school(), amount);
            award.clawBack(amount);
            entities.flush();
            journal.post(
                    envelope,
                    JournalEntry.move(
                                    EntryKind.CLAWED_BACK,
                                    bid.id(),
                                    "clawback:" + request,
                                    AccountRef.released(award.id(), correction.school()),
                                    AccountRef.AVAILABLE,
                                    amount)
                            .because(correction.reason()));
        } else {
            register.lockFiles();
            reverse(bid, envelope, award, correction, register.payment(release));
        }
        register.decide(correction, Status.APPROVED, desk.me(), clock.instant(), null);
        String action = release == null ? "ledger.clawedBack" : "ledger.reversed";
        audit.record(act(bid, action, Roles.FINANCE_APPROVER, amount, correction.school())
                .with("reason", correction.reason()));
    }

    private void reverse(BidSummary bid, Envelope envelope, Award award, Correction correction, Payment payment) {
        requireStanding(payment);
        award.reverse(payment.instalment(), payment.amount());
        entities.flush();
        JournalEntry entry = JournalEntry.move(
                        EntryKind.REVERSED,
                        bid.id(),
                        "reverse:" + payment.id(),
                        AccountRef.released(award.id(), payment.school()),
                        AccountRef.committed(award.id()),
                        payment.amount())
                .reversing(payment.entry())
                .because(correction.reason());
        journal.post(envelope, entry);
        register.reversed(correction, payment, desk.me(), clock.instant(), entry.id());
        process.reopened(bid, payment.instalment());
    }

    /** Refuses a request; nothing moves. */
    @RolesAllowed(Roles.FINANCE_APPROVER)
    public void reject(UUID request, String note) {
        String why = Texts.reason(REASON, note);
        BidSummary bid = lock(get(request, false).bid(), Role.FINANCE_APPROVER);
        Correction correction = decidable(request);
        register.decide(correction, Status.REJECTED, desk.me(), clock.instant(), why);
        audit.record(
                act(bid, "ledger.correctionRejected", Roles.FINANCE_APPROVER, correction.amount(), correction.school())
                        .with("reason", why));
    }

    /** All requests, open ones first. */
    @RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<CorrectionView> all() {
        return register.all();
    }

    private BidSummary lock(BidId bid, Role role) {
        return desk.lock(bid, role, BidStatus.IN_DELIVERY, BidStatus.CLOSED);
    }

    private Correction get(UUID request, boolean lock) {
        return register.find(request, lock).orElseThrow(NotFound::new);
    }

    private Correction decidable(UUID request) {
        Correction correction = get(request, true);
        if (!correction.open()) {
            throw LedgerActRefused.decided();
        }
        if (correction.requestedBy().equals(desk.me())) {
            throw LedgerActRefused.samePerson();
        }
        return correction;
    }

    private void requireStanding(Payment payment) {
        if (payment.reversed()) {
            throw LedgerActRefused.reversedAlready();
        }
        if (payment.reportedPaid()) {
            throw LedgerActRefused.reportedPaid();
        }
        if (payment.sentOut()) {
            throw LedgerActRefused.sentOut();
        }
        if (payment.amount().isMoreThan(with(payment.award(), payment.school()))) {
            throw LedgerActRefused.clawedBackAlready();
        }
    }

    private void requireWith(Award award, UUID school, Money amount) {
        Money with = with(award.id(), school);
        if (amount.isMoreThan(with)) {
            throw LedgerActRefused.atMost(amount, with);
        }
    }

    private Money with(UUID award, UUID school) {
        return balances.ofAward(AccountRef.released(award, school), null);
    }

    private static Act act(BidSummary bid, String action, String role, Money amount, @Nullable UUID school) {
        return Act.onBid(bid.id().value(), action, role).with("amount", amount).with("school", school);
    }
}

package org.schoolcollab.ledger;

import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.ledger.domain.AccountRef;
import org.schoolcollab.ledger.domain.Envelope;
import org.schoolcollab.ledger.domain.EnvelopeAccounts;
import org.schoolcollab.ledger.domain.FinanceDesk;
import org.schoolcollab.ledger.domain.Journal;
import org.schoolcollab.ledger.domain.JournalEntry;
import org.schoolcollab.ledger.domain.MoveRegister;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money moves between areas with both boards' consent: the chair of one proposes, the chair of the other decides. For area All, which
 * the authority spends itself and which has no board, an administrator speaks.
 */
@UseCase
public class EnvelopeMoves {

    /** Characters that fit a reason. */
    public static final int REASON = 2_000;

    private final EnvelopeAccounts envelopes;
    private final Journal journal;
    private final MoveRegister register;
    private final CurrentUser currentUser;
    private final AuditTrail audit;
    private final PortalClock clock;

    EnvelopeMoves(
            EnvelopeAccounts envelopes,
            Journal journal,
            MoveRegister register,
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
     * Proposes to move money from one area's envelope to another's. Nothing moves yet.
     *
     * @return id of the proposal
     * @throws EnvelopeExceeded if less is available now
     * @throws org.schoolcollab.security.AccessRefused unless the person speaks for one of the two areas
     */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.ADMINISTRATOR})
    public UUID propose(RoundId round, String fromArea, String toArea, Money amount, String reason) {
        String why = Texts.reason(REASON, reason);
        FinanceDesk.requireAmount(amount);
        Actor actor = currentUser.actor();
        String area = speaksFor(actor, fromArea) ? fromArea : toArea;
        requireSpeaker(actor, area);
        if (fromArea.equals(toArea)) {
            throw LedgerActRefused.sameArea();
        }
        Map<String, Envelope> locked = lock(round, fromArea, toArea);
        Envelope from = Objects.requireNonNull(locked.get(fromArea));
        Envelope to = Objects.requireNonNull(locked.get(toArea));
        if (from.isClosed() || to.isClosed()) {
            throw new EnvelopeClosed();
        }
        if (amount.isMoreThan(from.available())) {
            throw new EnvelopeExceeded(amount, from.available());
        }
        UUID id = register.add(from.id(), to.id(), amount, why, actor.id(), area, clock.instant());
        audit.record(
                act(id, "ledger.moveProposed", area, fromArea, toArea, amount).with("reason", why));
        return id;
    }

    /**
     * Consents to a proposal: the money is moved, out of the one envelope and into the other.
     *
     * @throws EnvelopeExceeded if less is available by now
     * @throws LedgerActRefused if it is decided, or the person proposed it
     */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.ADMINISTRATOR})
    public void consent(UUID proposal) {
        MoveProposal move = deciding(proposal);
        Map<String, Envelope> locked = lock(move.round(), move.fromArea(), move.toArea());
        Envelope from = Objects.requireNonNull(locked.get(move.fromArea()));
        Envelope to = Objects.requireNonNull(locked.get(move.toArea()));
        MoveRegister.Proposed proposed = open(proposal);
        if (to.isClosed()) {
            throw new EnvelopeClosed();
        }
        journal.post(
                from,
                JournalEntry.move(
                                EntryKind.MOVED_OUT,
                                null,
                                "move:" + proposal + ":out",
                                AccountRef.AVAILABLE,
                                AccountRef.GRANT,
                                proposed.amount())
                        .because(proposed.reason()));
        journal.post(
                to,
                JournalEntry.move(
                                EntryKind.MOVED_IN,
                                null,
                                "move:" + proposal + ":in",
                                AccountRef.GRANT,
                                AccountRef.AVAILABLE,
                                proposed.amount())
                        .because(proposed.reason()));
        register.decide(proposal, MoveProposal.Status.DONE, currentUser.actor().id(), clock.instant(), null);
        audit.record(
                act(proposal, "ledger.moved", move.decidingArea(), move.fromArea(), move.toArea(), proposed.amount()));
    }

    /** Declines a proposal; nothing moves. */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.ADMINISTRATOR})
    public void decline(UUID proposal, String note) {
        String why = Texts.reason(REASON, note);
        MoveProposal move = deciding(proposal);
        open(proposal);
        register.decide(
                proposal, MoveProposal.Status.DECLINED, currentUser.actor().id(), clock.instant(), why);
        audit.record(
                act(proposal, "ledger.moveDeclined", move.decidingArea(), move.fromArea(), move.toArea(), move.amount())
                        .with("reason", why));
    }

    /** The proposals of a round, open ones first. */
    @RolesAllowed({
        Roles.BOARD_CHAIR,
        Roles.BOARD_MEMBER,
        Roles.FINANCE_OFFICER,
        Roles.FINANCE_APPROVER,
        Roles.ADMINISTRATOR,
        Roles.AUDITOR
    })
    @Transactional(readOnly = true)
    public List<MoveProposal> of(RoundId round) {
        return register.of(round);
    }

    private MoveProposal deciding(UUID proposal) {
        MoveProposal move = register.find(proposal).orElseThrow(NotFound::new);
        requireSpeaker(currentUser.actor(), move.decidingArea());
        return move;
    }

    private static boolean speaksFor(Actor actor, String area) {
        return area.equals(Envelope.ALL)
                ? actor.has(Role.ADMINISTRATOR)
                : actor.has(Role.BOARD_CHAIR, Scope.area(area));
    }

    private static void requireSpeaker(Actor actor, String area) {
        if (area.equals(Envelope.ALL)) {
            actor.require(Role.ADMINISTRATOR, List.of());
        } else {
            actor.require(Role.BOARD_CHAIR, List.of(Scope.area(area)));
        }
    }

    private MoveRegister.Proposed open(UUID proposal) {
        MoveRegister.Proposed proposed = register.lock(proposal).orElseThrow(NotFound::new);
        if (!proposed.open()) {
            throw LedgerActRefused.decided();
        }
        if (proposed.by().equals(currentUser.actor().id())) {
            throw LedgerActRefused.samePerson();
        }
        return proposed;
    }

    /** Both envelopes with their rows locked, in the order of their ids, so that two moves never wait for each other. */
    private Map<String, Envelope> lock(RoundId round, String one, String other) {
        Map<String, Envelope> locked = new HashMap<>();
        Stream.of(one, other)
                .map(area -> envelopes.idOf(round, area).orElseThrow(NotFound::new))
                .sorted()
                .forEach(id -> {
                    Envelope envelope = envelopes.lock(id);
                    locked.put(envelope.areaCode(), envelope);
                });
        return locked;
    }

    /** @param spoken the area for which the person acts */
    private static Act act(UUID id, String action, String spoken, String fromArea, String toArea, Money amount) {
        String role = spoken.equals(Envelope.ALL) ? Roles.ADMINISTRATOR : Roles.BOARD_CHAIR;
        return Act.on("move", id.toString(), action, role)
                .with("from", fromArea)
                .with("to", toArea)
                .with("amount", amount);
    }
}

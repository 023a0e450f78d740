package org.schoolcollab.programme;

import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import java.util.stream.Collectors;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** An administrator sets the rules by which awards of a round are paid. Once the first award is made, they are fixed. */
@UseCase
public class RoundRules {

    private final Rounds rounds;
    private final RoundRegister register;
    private final AwardsOfRound awards;
    private final AuditTrail audit;

    RoundRules(Rounds rounds, RoundRegister register, AwardsOfRound awards, AuditTrail audit) {
        this.rounds = rounds;
        this.register = register;
        this.awards = awards;
        this.audit = audit;
    }

    /**
     * Sets whether the second instalment of every award waits for proof of the matched funding that was pledged (rule 5, §44).
     *
     * @return false if it was set like this already; then nothing changes
     * @throws RoundRulesFixed if the round has an award or is closed
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public boolean requireMatchProof(RoundId id, boolean required) {
        rounds.get(id);
        boolean awarded = awards.hasLocked(id);
        Round round = rounds.get(id);
        if (round.laterNeedsMatchProof() == required) {
            return false;
        }
        if (awarded) {
            throw RoundRulesFixed.byAwards();
        }
        if (round.status() == Round.Status.CLOSED) {
            throw RoundRulesFixed.byClosing();
        }
        register.requireMatchProof(id, required);
        audit.record(Act.on("round", id.toString(), "programme.matchProof", Roles.ADMINISTRATOR)
                .with("round", round.name())
                .changed("laterNeedsMatchProof", round.laterNeedsMatchProof(), required));
        return true;
    }

    /** The rounds whose rules may still change. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional(readOnly = true)
    public Set<RoundId> open() {
        return rounds.all().stream()
                .filter(round -> round.status() != Round.Status.CLOSED)
                .map(Round::id)
                .filter(id -> !awards.has(id))
                .collect(Collectors.toUnmodifiableSet());
    }
}

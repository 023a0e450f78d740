package org.schoolcollab.programme;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.establishment.Phase;
import org.schoolcollab.programme.RoundRulesFixed.By;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.InvalidMoney;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.transaction.annotation.Transactional;

/** An administrator sets what a round suggests for a school of each phase (§11), until the first plan of the round is submitted. */
@UseCase
public class GuideSetting {

    /** The most that a round suggests for one school. */
    public static final Money MOST = Money.ofPounds(1_000_000);

    /** The table of a round, and what keeps it from changing. */
    public record Setting(Round round, By fixedBy) {

        /** The amount for a school of each phase. */
        public Map<Phase, Money> amounts() {
            return amountsOf(round);
        }
    }

    /** Somebody else has set other amounts since they were read; names each of them by its phase, with what stands there now. */
    public static final class ChangedByOthers extends ValidationFailed {

        private final transient Map<Phase, Money> now;

        private ChangedByOthers(List<Problem> changes, Map<Phase, Money> now) {
            super(changes);
            this.now = now;
        }

        /** All amounts as they are now: whoever saves against these has been told. */
        public Map<Phase, Money> now() {
            return now;
        }
    }

    private final Rounds rounds;
    private final RoundRegister register;
    private final PlanTerms terms;
    private final BidsOfRound bids;
    private final AuditTrail audit;

    GuideSetting(Rounds rounds, RoundRegister register, PlanTerms terms, BidsOfRound bids, AuditTrail audit) {
        this.rounds = rounds;
        this.register = register;
        this.terms = terms;
        this.bids = bids;
        this.audit = audit;
    }

    /** @throws org.schoolcollab.shared.NotFound if there is no such round */
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional(readOnly = true)
    public Setting open(RoundId id) {
        Round round = rounds.get(id);
        return new Setting(round, terms.fixedBy(round));
    }

    /**
     * Sets the amount for a school of each phase; plans that are being written follow. Where all are as they were, nothing happens.
     *
     * @param seen the amounts that the person was shown last
     * @param typed the amount of each phase as it was typed
     * @throws RoundRulesFixed if a plan was submitted in the round, or it is closed
     * @throws ChangedByOthers if an amount that would be replaced is not the one that was seen
     * @throws ValidationFailed naming every gap by its phase
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void set(RoundId id, Map<Phase, Money> seen, Map<Phase, String> typed) {
        Round before = terms.lock(id);
        Map<Phase, Money> amounts = checked(typed);
        refuseUnseen(amountsOf(before), seen, amounts);
        Act act = Act.on("round", id.toString(), "programme.guideSet", Roles.ADMINISTRATOR)
                .with("round", before.name());
        boolean differs = false;
        for (Phase phase : Phase.values()) {
            Money was = before.guideFor(phase);
            if (!was.equals(amounts.get(phase))) {
                act = act.changed(phase.name(), was, amounts.get(phase));
                differs = true;
            }
        }
        if (!differs) {
            return;
        }
        register.guide(id, amounts);
        bids.followGuide(id);
        audit.record(act);
    }

    private static Map<Phase, Money> amountsOf(Round round) {
        Map<Phase, Money> amounts = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            amounts.put(phase, round.guideFor(phase));
        }
        return amounts;
    }

    /** What somebody else has set is not overwritten by a person who does not know of it. */
    private static void refuseUnseen(Map<Phase, Money> now, Map<Phase, Money> seen, Map<Phase, Money> amounts) {
        List<Problem> changes = new ArrayList<>();
        now.forEach((phase, amount) -> {
            if (!amount.equals(seen.get(phase)) && !amount.equals(amounts.get(phase))) {
                changes.add(Problem.of(phase.name(), "error.programme.guide.changed", amount));
            }
        });
        if (!changes.isEmpty()) {
            throw new ChangedByOthers(changes, now);
        }
    }

    private static Map<Phase, Money> checked(Map<Phase, String> typed) {
        Map<Phase, Money> amounts = new EnumMap<>(Phase.class);
        List<Problem> gaps = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            String text = typed.getOrDefault(phase, "");
            if (text.isBlank()) {
                gaps.add(Problem.of(phase.name(), "error.money.orZero"));
                continue;
            }
            try {
                Money amount = Money.parse(text);
                amounts.put(phase, amount);
                if (amount.isMoreThan(MOST)) {
                    gaps.add(Problem.of(phase.name(), "error.programme.guide.tooMuch", MOST));
                }
            } catch (InvalidMoney invalid) {
                gaps.add(Problem.of(phase.name(), invalid.messageKey(), invalid.arguments()));
            }
        }
        if (!gaps.isEmpty()) {
            throw new ValidationFailed(gaps);
        }
        return amounts;
    }
}

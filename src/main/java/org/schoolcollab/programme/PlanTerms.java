package org.schoolcollab.programme;

import org.schoolcollab.programme.RoundRulesFixed.By;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * When the guide amounts and the measures of a round may change: until the first plan of the round is submitted. From then on all bids
 * of the round are judged by the same ones, those that come back as well.
 */
@Component
class PlanTerms {

    private final Rounds rounds;
    private final RoundRegister register;
    private final BidsOfRound bids;

    PlanTerms(Rounds rounds, RoundRegister register, BidsOfRound bids) {
        this.rounds = rounds;
        this.register = register;
        this.bids = bids;
    }

    /** What fixes them, as read now. */
    By fixedBy(Round round) {
        return by(round, bids.haveBeenSubmitted(round.id()));
    }

    private static By by(Round round, boolean submitted) {
        if (round.status() == Round.Status.CLOSED) {
            return By.CLOSING;
        }
        return submitted ? By.SUBMISSION : By.NOTHING;
    }

    /**
     * The round, which nobody else changes and in which nobody submits until the transaction ends.
     *
     * @throws RoundRulesFixed if they may not change any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Round lock(RoundId id) {
        rounds.get(id);
        boolean submitted = bids.haveBeenSubmittedLocked(id);
        register.lock(id);
        Round round = rounds.get(id);
        RoundRulesFixed.check(by(round, submitted));
        return round;
    }
}

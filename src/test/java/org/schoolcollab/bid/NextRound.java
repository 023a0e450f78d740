package org.schoolcollab.bid;

import java.time.LocalDate;
import java.util.Map;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.programme.RoundRegister;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a round after the demo's, so that what was made before is of the last round. */
@Component
public class NextRound {

    public static final String NAME = "2015/16";

    private final RoundRegister register;
    private final Rounds rounds;
    private final PortalClock clock;
    private final TransactionTemplate transaction;
    private final BidFixtures fixtures;

    NextRound(
            RoundRegister register,
            Rounds rounds,
            PortalClock clock,
            TransactionTemplate transaction,
            BidFixtures fixtures) {
        this.register = register;
        this.rounds = rounds;
        this.clock = clock;
        this.transaction = transaction;
        this.fixtures = fixtures;
    }

    /** A collaboration's empty draft in the next round. */
    public BidId draftBid(String slug) {
        open();
        return fixtures.draftBid(slug);
    }

    /** Opens the round, which takes bids from today on and has money for the South. */
    public RoundId open() {
        LocalDate today = clock.today();
        Round last = rounds.get(RoundRegister.idOf("2014/15"));
        Round next = new Round(
                RoundId.random(),
                NAME,
                Round.Status.OPEN,
                today,
                today.plusMonths(1),
                last.primaryGuide(),
                last.secondaryGuide(),
                last.matchedFundingPercent(),
                last.firstInstalmentPercent(),
                last.laterNeedsMarchReport(),
                today.plusMonths(9),
                today.plusMonths(10),
                today.plusMonths(15),
                today.plusMonths(16));
        transaction.executeWithoutResult(status -> register.add(next, Map.of("SOUTH", Money.ofPounds(400_000))));
        return next.id();
    }
}

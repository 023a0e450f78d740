package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.Money;

/** Starting a bid. */
class BidStartModuleTest extends BidScene {

    @Test
    void theLeadStartsABidWithAnEmptyPlanAndTheGuideOfTheDay() {
        BidId bid = fixtures.draftBid(HYTHE);

        assertThat(status(bid)).isEqualTo("DRAFTING");
        assertThat(number("select count(*) from bid_plan where bid_id = ?", bid))
                .isEqualTo(1);
        assertThat(number("select member_count from bid_bid where id = ?", bid)).isEqualTo(7);
        assertThat(number("select guide_pence from bid_bid where id = ?", bid))
                .isEqualTo(guideFromMembers(HYTHE).pence());
        assertThat(actions(bid)).containsExactly("bid.started");
    }

    private Money guideFromMembers(String slug) {
        return collaborations.membersAt(collaboration(slug), clock.today()).stream()
                .map(member -> switch (member.phase()) {
                    case SECONDARY -> Money.ofPounds(12_000);
                    case NURSERY, PRIMARY, SPECIAL, PRU -> Money.ofPounds(7_000);
                })
                .reduce(Money.ZERO, Money::plus);
    }

    @Test
    void refusesASecondBidInTheSameRound() {
        fixtures.draftBid(HYTHE);

        assertThatThrownBy(() -> fixtures.draftBid(HYTHE)).isInstanceOf(BidAlreadyStarted.class);
        assertThat(jdbc.sql("select count(*) from bid_bid").query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void refusesASecondBidEvenAfterTheFirstWasWithdrawn() {
        BidId bid = fixtures.draftBid(HYTHE);
        logIn.run("lead." + HYTHE, () -> withdrawal.withdraw(bid, "Too early"));

        assertThatThrownBy(() -> fixtures.draftBid(HYTHE)).isInstanceOf(BidAlreadyStarted.class);
    }

    @Test
    void refusesToStartWhenNoRoundTakesBids() {
        clock.advance(Duration.ofDays(33));

        assertThatThrownBy(() -> fixtures.draftBid(HYTHE)).isInstanceOf(RoundNotOpen.class);
    }

    @Test
    void refusesToStartForACollaborationOfAnotherLeadAndRecordsIt() {
        logIn.as("lead.deal-learning-alliance");

        assertThatThrownBy(() -> start.start(collaboration(HYTHE))).isInstanceOf(AccessRefused.class);
        assertThat(refusals()).isEqualTo(1);
    }

    @Test
    void offersToStartABidOnlyWhileThereIsNone() {
        logIn.as("lead." + HYTHE);
        assertThat(queries.startable())
                .singleElement()
                .satisfies(one -> assertThat(one.until()).isEqualTo(LocalDate.of(2014, 7, 18)));

        fixtures.draftBid(HYTHE);

        assertThat(queries.startable()).isEmpty();
        assertThat(logIn.as("adviser.south", queries::startable)).isEmpty();
    }
}

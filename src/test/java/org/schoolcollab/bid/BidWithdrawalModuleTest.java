package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.schoolcollab.shared.ValidationFailed;

/** Withdrawing a bid. */
class BidWithdrawalModuleTest extends BidScene {

    @Test
    void withdrawsForAReasonThatStaysInTheHistory() {
        BidId bid = fixtures.submittedBid(HYTHE);

        logIn.run("lead." + HYTHE, () -> withdrawal.withdraw(bid, "The lead school is leaving 😢"));

        assertThat(status(bid)).isEqualTo("WITHDRAWN");
        assertThat(actions(bid)).endsWith("bid.withdrawn");
        assertThat(jdbc.sql("select details from audit_record where action = 'bid.withdrawn'")
                        .query(String.class)
                        .single())
                .contains("leaving 😢", "IN_REVIEW", "WITHDRAWN");
    }

    @Test
    void asksForAReasonToWithdraw() {
        BidId bid = fixtures.draftBid(HYTHE);
        logIn.as("lead." + HYTHE);

        assertThatThrownBy(() -> withdrawal.withdraw(bid, "  ")).isInstanceOf(ValidationFailed.class);
        assertThatThrownBy(() -> withdrawal.withdraw(bid, "x".repeat(10_000))).isInstanceOf(ValidationFailed.class);
        assertThat(status(bid)).isEqualTo("DRAFTING");
    }

    @Test
    void refusesToWithdrawABidThatWasWithdrawnAlready() {
        BidId bid = fixtures.draftBid(HYTHE);
        logIn.as("lead." + HYTHE);
        withdrawal.withdraw(bid, "once");

        assertThatThrownBy(() -> withdrawal.withdraw(bid, "twice")).isInstanceOf(BidNotInStage.class);
    }
}

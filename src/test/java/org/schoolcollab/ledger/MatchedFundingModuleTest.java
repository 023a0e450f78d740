package org.schoolcollab.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.shared.Money;
import org.springframework.beans.factory.annotation.Autowired;

/** Proof of matched funding, and what waits for it. */
class MatchedFundingModuleTest extends FinanceScene {

    @Autowired
    BudgetRelease release;

    @Autowired
    MatchedFunding matched;

    @Test
    void theSecondInstalmentWaitsForTheReportAndForProofOfAllMatchedFundingWhereTheRoundSaysSo() {
        jdbc.sql("update programme_round set later_needs_match_proof = true where name = '2014/15'")
                .update();
        BidId bid = fixtures.marchAccepted(SLUG);
        refused("finance.officer", () -> release.request(bid, 2), "error.ledger.act.matchNotProved");
        MatchView pledge = logIn.as("lead." + SLUG, () -> matched.of(bid)).getFirst();
        assertThat(pledge.pledged()).isEqualTo(Money.ofPounds(10_500));
        UUID key = UUID.randomUUID();

        assertThat(prove(bid, pledge, 10_000, key)).isTrue();
        assertThat(prove(bid, pledge, 10_000, key)).isFalse();
        refused("finance.officer", () -> release.request(bid, 2), "error.ledger.act.matchNotProved");
        refused(
                "finance.officer",
                () -> matched.evidence(bid, pledge.school(), Money.ofPounds(501), "seen", UUID.randomUUID()),
                "error.ledger.act.atMost");
        assertThat(prove(bid, pledge, 500, UUID.randomUUID())).isTrue();

        fixtures.release(bid, 2);
        assertThat(award(bid).status()).isEqualTo(AwardStatus.RELEASED);
    }

    private boolean prove(BidId bid, MatchView pledge, long pounds, UUID key) {
        return logIn.as(
                "finance.officer",
                () -> matched.evidence(bid, pledge.school(), Money.ofPounds(pounds), "Budget return seen", key));
    }
}

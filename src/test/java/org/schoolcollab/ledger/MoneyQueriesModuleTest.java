package org.schoolcollab.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;

/** What is shown and handed out about released money. */
class MoneyQueriesModuleTest extends ReleaseScene {

    @Test
    void thePaymentAdviceIsTheSameBytesEachTimeAndHoldsNoFormula() {
        BidId bid = fixtures.releasedBid(SLUG);
        jdbc.sql("update collaboration_collaboration set name = '=HYPERLINK(\"x\"), \"Hub\"' where slug = ?")
                .param(SLUG)
                .update();

        PaymentAdvice.Advice advice = logIn.as("finance.officer", () -> advices.of(bid, 1));
        byte[] again = logIn.as("finance.approver", () -> advices.of(bid, 1)).bytes();

        assertThat(advice.bytes()).isEqualTo(again);
        String[] lines = new String(again, StandardCharsets.UTF_8).split("\r\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[0])
                .isEqualTo(
                        "reference,round,collaboration,area,instalment,payee_school,payee_id,amount_gbp,requested_by,approved_by,approved_on");
        assertThat(lines[1])
                .contains(",\"'=HYPERLINK(\"\"x\"\"), \"\"Hub\"\"\",")
                .contains(",12600.00,")
                .contains(",Finance officer (demo),Finance approver (demo),2014-06-16");
    }

    @Test
    void thereIsNoAdviceBeforeTheReleaseNorForOthersThanFinance() {
        BidId bid = fixtures.awardedBid(SLUG);

        assertThat(catchThrowable(() -> logIn.run("finance.officer", () -> advices.of(bid, 1))))
                .isInstanceOf(NotFound.class);
        assertThat(catchThrowable(() -> logIn.run("lead." + SLUG, () -> advices.of(bid, 1))))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void theOverviewAddsUp() {
        fixtures.releasedBid(SLUG);

        MoneyOverview overview = logIn.as("auditor", () -> money.overview(null));

        assertThat(overview.round().name()).isEqualTo("2014/15");
        MoneyOverview.EnvelopeView total = overview.total();
        assertThat(total.given())
                .isEqualTo(Money.ofPounds(1_600_000))
                .isEqualTo(total.available().plus(total.committed()).plus(total.released()));
        assertThat(overview.awardTotal().released()).isEqualTo(total.released());
        assertThat(overview.awardTotal().waiting()).isEqualTo(total.committed());
    }

    @Test
    void theMoneyOfABidIsForWhoMaySeeTheBidAndItsJournalForFinance() {
        BidId bid = fixtures.awardedBid(SLUG);

        assertThat(logIn.as("lead." + SLUG, () -> money.award(bid))).isPresent();
        assertThat(catchThrowable(() -> logIn.run("lead." + SLUG, () -> money.journal(bid))))
                .isInstanceOf(AccessRefused.class);
        assertThat(catchThrowable(() -> logIn.run("lead.m7-partnership", () -> money.award(bid))))
                .isInstanceOf(AccessRefused.class);
        assertThat(catchThrowable(() -> logIn.run("lead." + SLUG, () -> money.overview(null))))
                .isInstanceOf(AccessRefused.class);
    }
}

package org.schoolcollab.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.shared.Money;
import org.springframework.beans.factory.annotation.Autowired;

/** Balances and statements at any moment. */
class LedgerStatementsModuleTest extends FinanceScene {

    @Autowired
    LedgerStatements statements;

    @Test
    void balancesAreThoseOfAnyMoment() {
        BidId bid = fixtures.awardedBid(SLUG);
        Instant awarded = clock.instant();
        clock.advance(Duration.ofDays(1));
        fixtures.release(bid, 1);
        RoundId round = bids.get(bid).roundId();

        Map<Account, Money> then = logIn.as("auditor", () -> statements.balances(round, "SOUTH", awarded));
        Map<Account, Money> now = logIn.as("auditor", () -> statements.balances(round, "SOUTH", null));

        assertThat(then)
                .containsEntry(Account.COMMITTED, Money.ofPounds(21_000))
                .containsEntry(Account.RELEASED, Money.ZERO);
        assertThat(now)
                .containsEntry(Account.COMMITTED, Money.ofPounds(8_400))
                .containsEntry(Account.GRANT, Money.ofPounds(400_000));
        EstablishmentId school = schools(bid).getFirst().school();
        UUID award = UUID.fromString(
                jdbc.sql("select id from ledger_award").query(String.class).single());
        assertThat(logIn.as("auditor", () -> statements.balance(award, Account.RELEASED, school, awarded)))
                .isEqualTo(Money.ZERO);
        assertThat(logIn.as("auditor", () -> statements.balance(award, Account.RELEASED, school, null)))
                .isEqualTo(Money.ofPounds(12_600));
        assertThat(logIn.as("auditor", () -> statements.ofAward(bid, null)).lines())
                .extracting(StatementLine::kind)
                .containsExactly(EntryKind.COMMITTED, EntryKind.PLEDGED, EntryKind.RELEASED);
        assertThat(logIn.as("auditor", () -> statements.ofSchool(school, null)).balances())
                .containsEntry(Account.RELEASED, Money.ofPounds(12_600));
        assertThat(logIn.as("auditor", () -> statements.ofEnvelope(round, "SOUTH", awarded))
                        .lines())
                .hasSize(3);
        assertThat(logIn.as("auditor", () -> statements.ofRound(round, null)).lines())
                .hasSize(4);
    }
}

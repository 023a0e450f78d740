package org.schoolcollab.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.programme.EnvelopeFunds;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.shared.Money;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class LedgerModuleTest {

    @Autowired
    FundsCommitment funds;

    @Autowired
    EnvelopeFunds envelopes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Scene scene;

    @BeforeEach
    void anEnvelopeOfAThousandPounds() {
        scene = new Scene(jdbc, Money.ofPounds(1000));
    }

    @Test
    void anEnvelopeNobodyTouchedHoldsWhatWasGiven() {
        assertThat(envelopes.available(scene.round, scene.area)).isEqualTo(Money.ofPounds(1000));
        assertThat(envelopes.available(RoundId.random(), scene.area)).isEqualTo(Money.ZERO);
        Money locked = transaction.execute(status -> envelopes.lockAvailable(scene.round, scene.area));
        assertThat(locked).isEqualTo(Money.ofPounds(1000));
        LedgerAssertions.holds(jdbc);
    }

    @Test
    void committingMovesMoneyAndLaysOutInstalments() {
        BidId bid = scene.agreed(Money.ofPence(42_001));

        commit(bid);

        assertThat(scene.balance("available")).isEqualTo(Money.ofPence(57_999));
        assertThat(scene.balance("committed")).isEqualTo(Money.ofPence(42_001));
        assertThat(jdbc.sql(
                                "select i.amount_pence from ledger_instalment i join ledger_award a on a.id = i.award_id where a.bid_id = ? order by number")
                        .param(bid.toString())
                        .query(Long.class)
                        .list())
                .containsExactly(25_200L, 16_801L);
        assertThat(transaction.<Integer>execute(status -> funds.instalments(bid)))
                .isEqualTo(2);
        LedgerAssertions.holds(jdbc);
    }

    @Test
    void committingTwiceCommitsOnce() {
        BidId bid = scene.agreed(Money.ofPounds(400));

        commit(bid);
        commit(bid);

        assertThat(scene.balance("committed")).isEqualTo(Money.ofPounds(400));
        LedgerAssertions.holds(jdbc);
    }

    @Test
    void returningReversesTheEntryAndKeepsBoth() {
        BidId bid = scene.agreed(Money.ofPounds(400));
        commit(bid);

        giveBack(bid);
        giveBack(bid);

        assertThat(scene.balance("available")).isEqualTo(Money.ofPounds(1000));
        assertThat(scene.balance("committed")).isEqualTo(Money.ZERO);
        assertThat(jdbc.sql("select kind from ledger_entry where bid_id = ? order by position")
                        .param(bid.toString())
                        .query(String.class)
                        .list())
                .containsExactly("COMMITTED", "RETURNED");
        assertThat(jdbc.sql("""
                        select count(*) from ledger_entry r join ledger_entry c on c.id = r.reverses
                        where r.kind = 'RETURNED' and c.kind = 'COMMITTED'""").query(Integer.class).single()).isEqualTo(1);
        LedgerAssertions.holds(jdbc);
    }

    @Test
    void returningWhatWasNeverCommittedDoesNothing() {
        giveBack(scene.agreed(Money.ofPounds(400)));

        assertThat(jdbc.sql("select count(*) from ledger_entry where bid_id is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesMoreThanTheEnvelopeHolds() {
        commit(scene.agreed(Money.ofPounds(700)));
        BidId tooMuch = scene.agreed(Money.ofPence(30_001));

        assertThatThrownBy(() -> commit(tooMuch))
                .isInstanceOf(EnvelopeExceeded.class)
                .hasMessageContaining("£300");
        assertThat(scene.balance("available")).isEqualTo(Money.ofPounds(300));
        LedgerAssertions.holds(jdbc);
    }

    @Test
    void anEnvelopeIsNeverOverspentBySixteenAtOnce() throws Exception {
        List<BidId> bids = IntStream.range(0, 16)
                .mapToObj(i -> scene.agreed(Money.ofPounds(150)))
                .toList();
        CountDownLatch start = new CountDownLatch(1);
        int committed = 0;
        try (var threads = Executors.newFixedThreadPool(16)) {
            List<Future<Boolean>> results = bids.stream()
                    .map(bid -> threads.submit(() -> {
                        start.await();
                        try {
                            commit(bid);
                            return true;
                        } catch (EnvelopeExceeded refused) {
                            return false;
                        }
                    }))
                    .toList();
            start.countDown();
            for (Future<Boolean> result : results) {
                committed += result.get() ? 1 : 0;
            }
        }

        assertThat(committed).isEqualTo(6);
        assertThat(scene.balance("available")).isEqualTo(Money.ofPounds(100));
        LedgerAssertions.holds(jdbc);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger_entry", "ledger_posting", "ledger_release", "ledger_reversal"})
    void theApplicationMayNotChangeOrRemoveWhatWasPosted(String table) {
        commit(scene.agreed(Money.ofPounds(400)));

        assertThatThrownBy(() -> jdbc.sql("delete from " + table).update())
                .rootCause()
                .hasMessageContaining("denied");
        String column = switch (table) {
            case "ledger_entry" -> "kind = 'RETURNED'";
            case "ledger_posting" -> "pence = 1";
            default -> "amount_pence = 1";
        };
        assertThatThrownBy(() -> jdbc.sql("update " + table + " set " + column).update())
                .rootCause()
                .hasMessageContaining("denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set kind = 'RETURNED'",
                "delete from ledger_entry",
                "update ledger_posting set pence = 1",
                "delete from ledger_posting"
            })
    void evenTheOwnerMayNotChangeTheJournal(String sql) throws Exception {
        commit(scene.agreed(Money.ofPounds(400)));

        assertThatThrownBy(() -> asOwner(sql)).hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_envelope set available_pence = available_pence - 1",
                "update ledger_envelope set available_pence = -1, committed_pence = committed_pence + available_pence + 1",
                "update ledger_envelope set committed_pence = -1, available_pence = available_pence + committed_pence + 1",
                "update ledger_envelope set given_pence = given_pence + 1",
                "update ledger_envelope set held_pence = -1, available_pence = available_pence + held_pence + 1",
                "update ledger_envelope set available_pence = available_pence - 1, spent_pence = 1",
                "update ledger_envelope set available_pence = available_pence - 1, lapsed_pence = 1",
                "update ledger_envelope set status = 'CLOSED'",
                "update ledger_award set committed_pence = committed_pence - 1",
                "update ledger_award set released_pence = agreed_pence + 1",
                "update ledger_award set agreed_pence = 0",
                "update ledger_instalment set amount_pence = 0",
                "update ledger_instalment set status = 'REQUESTED'",
                "update ledger_instalment set number = 3 where number = 2"
            })
    void theTablesThemselvesRefuseMoneyThatDoesNotAddUp(String sql) throws Exception {
        commit(scene.agreed(Money.ofPounds(400)));

        assertThatThrownBy(() -> asOwner(sql)).hasMessageContaining("CONSTRAINT");
        LedgerAssertions.holds(jdbc);
    }

    private void asOwner(String statement) throws Exception {
        try (Connection owner = TestDatabase.instance().owner();
                Statement sql = owner.createStatement()) {
            sql.executeUpdate(statement);
        }
    }

    private void commit(BidId bid) {
        transaction.executeWithoutResult(status -> funds.commitFunds(bid));
    }

    private void giveBack(BidId bid) {
        transaction.executeWithoutResult(status -> funds.returnFunds(bid));
    }
}

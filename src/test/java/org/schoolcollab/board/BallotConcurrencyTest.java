package org.schoolcollab.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.programme.EnvelopeFunds;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.Money;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Votes at the same moment, on the real process and database. */
@PortalTest
class BallotConcurrencyTest {

    private static final int ROUNDS = 25;

    @Autowired
    Voting voting;

    @Autowired
    EnvelopeFunds funds;

    @Autowired
    BidRegister bids;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @Test
    void fiveMembersVotingAtOnceDecideAtOnceInEveryOfTwentyFiveRounds() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
            for (int round = 1; round <= ROUNDS; round++) {
                TestDatabase.instance().reset();
                BidId bid = fixtures.ballotOpen("hythe-hub");
                List<String> voters = fixtures.voters(bid);
                assertThat(voters).hasSize(5);

                List<String> refusals = atOnce(
                        threads,
                        voters.stream()
                                .map(voter -> (Runnable) () -> vote(voter, bid))
                                .toList());

                assertThat(refusals)
                        .as("round %d: only votes that came after the decision are refused", round)
                        .hasSizeBetween(0, 2)
                        .allMatch("error.board.decidedAlready"::equals);
                assertThat(bids.get(bid).status()).as("round %d", round).isEqualTo(BidStatus.AWARDED);
                assertThat(count("board_decision", bid)).isEqualTo(1);
                assertThat(count("ledger_award", bid)).isEqualTo(1);
                assertThat(openVotingTasks()).isZero();
            }
        }
    }

    @Test
    void twoBidsRacingForTheLastPoundsNeverOverspendTheEnvelope() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 1; round <= 5; round++) {
                TestDatabase.instance().reset();
                jdbc.sql("update programme_envelope set given_pence = 3000000 where area_code = 'SOUTH'")
                        .update();
                List<BidId> racing = List.of(almostDecided("hythe-hub"), almostDecided("deal-learning-alliance"));

                List<String> refusals = atOnce(
                        threads,
                        racing.stream()
                                .map(bid -> (Runnable) () -> vote("chair.south", bid))
                                .toList());

                assertThat(refusals).isEmpty();
                List<BidSummary> after = racing.stream().map(bids::get).toList();
                assertThat(after)
                        .extracting(BidSummary::status)
                        .containsExactlyInAnyOrder(BidStatus.AWARDED, BidStatus.BEFORE_BOARD);
                assertThat(funds.available(after.getFirst().roundId(), "SOUTH")).isEqualTo(Money.ofPounds(9_000));
                assertThat(jdbc.sql("select outcome from board_ballot order by outcome")
                                .query(String.class)
                                .list())
                        .containsExactly("APPROVED", "UNFUNDED");
            }
        }
    }

    /** One approval short of a majority; the chair has not voted. */
    private BidId almostDecided(String slug) {
        BidId bid = fixtures.ballotOpen(slug);
        List<String> members = new ArrayList<>(fixtures.voters(bid));
        members.remove("chair.south");
        int enough = fixtures.voters(bid).size() / 2;
        members.subList(0, enough).forEach(member -> vote(member, bid));
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
        return bid;
    }

    private void vote(String voter, BidId bid) {
        logIn.run(voter, () -> voting.cast(bid, VoteChoice.APPROVE, ""));
    }

    /** Starts all at the same moment; answers the keys of what was refused. Anything but a refusal fails the test. */
    private static List<String> atOnce(ExecutorService threads, List<Runnable> steps) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<String>> results = steps.stream()
                .map(step -> threads.submit(() -> {
                    start.await();
                    try {
                        step.run();
                        return "";
                    } catch (BusinessRuleViolation refused) {
                        return refused.messageKey();
                    }
                }))
                .toList();
        start.countDown();
        List<String> refusals = new ArrayList<>();
        for (Future<String> result : results) {
            if (!result.get().isEmpty()) {
                refusals.add(result.get());
            }
        }
        return refusals;
    }

    private int count(String table, BidId bid) {
        return jdbc.sql("select count(*) from " + table + " where bid_id = ?")
                .param(bid.toString())
                .query(Integer.class)
                .single();
    }

    private int openVotingTasks() {
        return jdbc.sql("select count(*) from ACT_RU_TASK where TASK_DEF_KEY_ = 'userTask_CastVote'")
                .query(Integer.class)
                .single();
    }
}

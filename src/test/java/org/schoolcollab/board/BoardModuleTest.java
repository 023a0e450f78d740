package org.schoolcollab.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.schoolcollab.review.Interest.HEADTEACHER_OF_MEMBER;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidNotInStage;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.bid.BidWithdrawal;
import org.schoolcollab.programme.EnvelopeFunds;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class BoardModuleTest {

    @Autowired
    BallotOpening opening;

    @Autowired
    Voting voting;

    @Autowired
    CastingVote castingVote;

    @Autowired
    BallotCount count;

    @Autowired
    BoardQueries board;

    @Autowired
    Voters partTakers;

    @Autowired
    EnvelopeFunds funds;

    @Autowired
    BidWithdrawal withdrawal;

    @Autowired
    BidRegister bids;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    LogIn logIn;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whoLeadsAMemberSchoolIsRecusedWhenTheBallotOpens() {
        BidId bid = fixtures.ballotOpen("hythe-hub");

        assertThat(fixtures.voters(bid))
                .containsExactly("board2.south", "board3.south", "board4.south", "board5.south", "chair.south");
        logIn.as("auditor");
        assertThat(board.state(bid).orElseThrow().recused())
                .containsExactly(new BallotState.Recused("Board member 1, South (demo)", HEADTEACHER_OF_MEMBER));
    }

    @Test
    void aMajorityOfAllWhoMayVoteDecidesAtOnce() {
        BidId bid = fixtures.ballotOpen("hythe-hub");

        vote(bid, VoteChoice.APPROVE, "board2.south", "board3.south");
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
        vote(bid, VoteChoice.APPROVE, "board4.south");

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.AWARDED);
        assertThat(bids.get(bid).agreed()).isEqualTo(Money.ofPounds(21_000));
        assertThat(funds.available(bids.get(bid).roundId(), "SOUTH")).isEqualTo(Money.ofPounds(379_000));
        assertThat(decision(bid)).containsEntry("outcome", "APPROVED").containsEntry("approvals", 3);
    }

    @Test
    void aRefusalIsRecordedAndEndsTheBid() {
        BidId bid = fixtures.refusedBid("hythe-hub");

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.REFUSED);
        assertThat(bids.get(bid).agreed()).isNull();
        assertThat(decision(bid)).containsEntry("outcome", "REFUSED").containsEntry("refusals", 3);
        logIn.as("lead.hythe-hub");
        assertThat(board.state(bid).orElseThrow().refusalReasons()).hasSize(3).contains("Because of the targets");
    }

    @Test
    void abstentionsDoNotDecide() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.ABSTAIN, "board2.south", "board3.south", "board4.south", "board5.south");

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
        vote(bid, VoteChoice.APPROVE, "chair.south");

        assertThat(decision(bid))
                .containsEntry("outcome", "APPROVED")
                .containsEntry("abstentions", 4)
                .containsEntry("approvals", 1);
    }

    @Test
    void theChairBreaksATie() {
        BidId bid = tied();
        refusal("board2.south", () -> castingVote.give(bid, VoteChoice.APPROVE, ""), "error.accessRefused");

        logIn.run("chair.south", () -> castingVote.give(bid, VoteChoice.APPROVE, ""));

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.AWARDED);
        assertThat(decision(bid)).containsEntry("casting_choice", "APPROVE");
        refusal("chair.south", () -> castingVote.give(bid, VoteChoice.REFUSE, "no"), "error.board.noTie");
    }

    @Test
    void theChairMayRefuseOnATieWithAReason() {
        BidId bid = tied();
        refusal("chair.south", () -> castingVote.give(bid, VoteChoice.REFUSE, " "), "error.validation");
        refusal("chair.south", () -> castingVote.give(bid, VoteChoice.ABSTAIN, ""), "error.validation");

        logIn.run("chair.south", () -> castingVote.give(bid, VoteChoice.REFUSE, "Not yet"));

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.REFUSED);
    }

    @Test
    void aTieIsNotCarriedWhereTheChairHasAnInterest() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.APPROVE, "board2.south", "board3.south");
        vote(bid, VoteChoice.REFUSE, "board4.south");
        grant("chair.south", headOf("head.hythe-hub"));
        vote(bid, VoteChoice.REFUSE, "board5.south");

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.REFUSED);
        assertThat(decision(bid)).containsEntry("approvals", 2).containsEntry("refusals", 2);
    }

    @Test
    void aRecusedMemberSeesNoBallotAndIsRefusedWithASentence() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.APPROVE, "board2.south");

        refusal(
                "board1.south",
                () -> voting.cast(bid, VoteChoice.APPROVE, ""),
                "error.board.interest.HEADTEACHER_OF_MEMBER");
        refusal("board1.south", () -> board.papers(bid), "error.board.interest.HEADTEACHER_OF_MEMBER");
        refusal("board1.south", () -> board.agenda(bid), "error.board.interest.HEADTEACHER_OF_MEMBER");
        logIn.as("board1.south");
        assertThat(board.state(bid)).isEmpty();
        assertThat(board.interest(bid)).contains(HEADTEACHER_OF_MEMBER);
    }

    @Test
    void votesAreHiddenUntilTheCount() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.REFUSE, "board2.south");
        logIn.as("board3.south");

        BallotState state = board.papers(bid);

        assertThat(state.voted()).isEqualTo(1);
        assertThat(state.tally()).isNull();
        assertThat(state.refusalReasons()).isEmpty();
        assertThat(jdbc.sql("select details from audit_record where action = 'board.voted'")
                        .query(String.class)
                        .single())
                .doesNotContain("REFUSE")
                .doesNotContain("targets");
    }

    @Test
    void aSecondVoteIsRefusedAndSaysWhoAndWhen() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.APPROVE, "board2.south");
        logIn.as("board2.south");

        assertThatThrownBy(() -> voting.cast(bid, VoteChoice.REFUSE, "changed my mind"))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refused -> assertThat(refused.arguments())
                                .containsExactly("Board member 2, South (demo)", "16 June 2014, 10:00"));
        assertThat(choices(bid)).containsExactly("APPROVE");
    }

    @Test
    void aVoteAfterTheDecisionIsRefusedWithASentence() {
        BidId bid = fixtures.awardedBid("hythe-hub");

        refusal("chair.south", () -> voting.cast(bid, VoteChoice.REFUSE, "no"), "error.board.decidedAlready");
    }

    @Test
    void aRefusalNeedsAReasonOfAtMostTwoThousandCharacters() {
        BidId bid = fixtures.ballotOpen("hythe-hub");

        refusal("board2.south", () -> voting.cast(bid, VoteChoice.REFUSE, " \n"), "error.validation");
        refusal("board2.south", () -> voting.cast(bid, VoteChoice.REFUSE, "x".repeat(2001)), "error.validation");
        assertThat(choices(bid)).isEmpty();
        logIn.run("board2.south", () -> voting.cast(bid, VoteChoice.REFUSE, "😀".repeat(2000)));
        assertThat(choices(bid)).containsExactly("REFUSE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"board1.east", "chair.east", "lead.hythe-hub", "finance.officer", "admin", "auditor"})
    void othersMayNotVote(String username) {
        BidId bid = fixtures.ballotOpen("hythe-hub");

        refusal(username, () -> voting.cast(bid, VoteChoice.APPROVE, ""), "error.accessRefused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"board2.south", "chair.east", "adviser.south", "lead.hythe-hub", "admin"})
    void othersMayNotOpenABallot(String username) {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        logIn.as(username);

        assertThatThrownBy(() -> opening.open(bid, Money.ofPounds(1)))
                .isInstanceOfAny(AccessRefused.class, BallotRefused.class);
    }

    @Test
    void theAdviserWhoReviewedMayNotVote() {
        grant("adviser.south", new RoleGrant(Role.BOARD_MEMBER, Scope.area("SOUTH")));
        BidId bid = fixtures.ballotOpen("hythe-hub");

        refusal(
                "adviser.south",
                () -> voting.cast(bid, VoteChoice.APPROVE, ""),
                "error.board.interest.REVIEWED_THE_BID");
    }

    @Test
    void aHeadOfASchoolInTheSameTrustHasAnInterest() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        String member = headOf("head.hythe-hub").scope().key();
        String other = headOf("head.deal-learning-alliance").scope().key();
        jdbc.sql("update establishment_school set trust = 'Coast Trust' where id in (?, ?)")
                .params(member, other)
                .update();
        grant("board5.south", headOf("head.deal-learning-alliance"));

        logIn.run("chair.south", () -> opening.open(bid, Money.ofPounds(20_000)));

        assertThat(fixtures.voters(bid)).doesNotContain("board5.south").hasSize(4);
    }

    @Test
    void anInterestThatArisesBeforeTheCountTakesTheVoteOut() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.APPROVE, "board2.south", "board3.south");
        grant("board3.south", headOf("head.hythe-hub"));

        vote(bid, VoteChoice.APPROVE, "board4.south");
        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
        vote(bid, VoteChoice.APPROVE, "board5.south");

        assertThat(decision(bid)).containsEntry("approvals", 3).containsEntry("eligible", 4);
    }

    @Test
    void withoutQuorumThereIsNoDecisionAndTheChairOpensAnother() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.APPROVE, "board2.south");
        vote(bid, VoteChoice.ABSTAIN, "board3.south", "board4.south");
        for (String member : List.of("board2.south", "board3.south", "board4.south")) {
            grant(member, headOf("head.hythe-hub"));
        }
        vote(bid, VoteChoice.APPROVE, "board5.south", "chair.south");

        assertThat(bids.get(bid).status()).isEqualTo(BidStatus.BEFORE_BOARD);
        assertThat(jdbc.sql("select count(*) from board_decision")
                        .query(Integer.class)
                        .single())
                .isZero();
        logIn.as("chair.south");
        assertThat(board.papers(bid).outcome()).isEqualTo(BallotCount.Outcome.INQUORATE);
        refusal("chair.south", () -> opening.open(bid, Money.ofPounds(1)), "error.board.tooFewMembers");

        transaction.executeWithoutResult(status -> people.add(
                "board6.south",
                "Board member 6",
                null,
                "-",
                true,
                List.of(new RoleGrant(Role.BOARD_MEMBER, Scope.area("SOUTH")))));
        logIn.run("chair.south", () -> opening.open(bid, Money.ofPounds(20_000)));
        fixtures.voteUntilDecided(bid, VoteChoice.APPROVE);
        assertThat(bids.get(bid).agreed()).isEqualTo(Money.ofPounds(20_000));
    }

    @Test
    void aMemberOpensTheBallotWhereTheChairHasAnInterest() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        grant("chair.south", headOf("head.hythe-hub"));

        refusal(
                "chair.south",
                () -> opening.open(bid, Money.ofPounds(1)),
                "error.board.interest.HEADTEACHER_OF_MEMBER");
        refusal(
                "board1.south",
                () -> opening.open(bid, Money.ofPounds(1)),
                "error.board.interest.HEADTEACHER_OF_MEMBER");
        logIn.run("board2.south", () -> opening.open(bid, Money.ofPounds(21_000)));

        assertThat(fixtures.voters(bid)).doesNotContain("chair.south", "board1.south");
    }

    @Test
    void refusesAnAmountAboveTheRequestOrBeyondTheEnvelope() {
        BidId bid = fixtures.recommendedBid("hythe-hub");
        refusedAmount(bid, null, "error.board.amountMissing");
        refusedAmount(bid, Money.ZERO, "error.board.amountZero");
        refusedAmount(bid, Money.ofPence(-1), "error.board.amountZero");
        refusedAmount(bid, Money.ofPence(2_100_001), "error.board.aboveRequest");

        jdbc.sql("update programme_envelope set given_pence = 2000000 where area_code = 'SOUTH'")
                .update();
        jdbc.sql("delete from ledger_envelope where area_code = 'SOUTH'").update();
        refusedAmount(bid, Money.ofPence(2_000_001), "error.board.beyondEnvelope");
        logIn.run("chair.south", () -> opening.open(bid, Money.ofPounds(20_000)));
        assertThat(fixtures.voters(bid)).isNotEmpty();
    }

    @Test
    void refusesASecondBallotWhileOneIsOpen() {
        BidId bid = fixtures.ballotOpen("hythe-hub");

        refusal("chair.south", () -> opening.open(bid, Money.ofPounds(1)), "error.board.alreadyOpen");
    }

    @Test
    void refusesABallotBeforeTheRecommendation() {
        BidId bid = fixtures.submittedBid("hythe-hub");
        logIn.as("chair.south");

        assertThatThrownBy(() -> opening.open(bid, Money.ofPounds(1))).isInstanceOf(BidNotInStage.class);
    }

    @Test
    void aWithdrawnBidTakesNoMoreVotes() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        logIn.run("lead.hythe-hub", () -> withdrawal.withdraw(bid, "We merge with another collaboration"));
        logIn.as("board2.south");

        assertThatThrownBy(() -> voting.cast(bid, VoteChoice.APPROVE, "")).isInstanceOf(BidNotInStage.class);
        assertThat(choices(bid)).isEmpty();
    }

    @Test
    void countingTwiceAnswersTheSameAndWritesNothing() {
        BidId bid = fixtures.awardedBid("hythe-hub");
        int before = records();

        transaction.executeWithoutResult(status -> {
            assertThat(count.isSettled(bid)).isTrue();
            assertThat(count.count(bid)).isEqualTo(BallotCount.Outcome.APPROVED);
        });

        assertThat(records()).isEqualTo(before);
    }

    @Test
    void votersAreKnownAsPartTakers() {
        BidId bid = fixtures.awardedBid("hythe-hub");

        assertThat(partTakers.tookPart(bid, person("board2.south"))).isTrue();
        assertThat(partTakers.tookPart(bid, person("chair.south"))).isTrue();
        assertThat(partTakers.tookPart(bid, person("board1.south"))).isFalse();
    }

    @Test
    void votesAndDecisionsCannotBeChanged() {
        fixtures.awardedBid("hythe-hub");

        assertThatThrownBy(() ->
                        jdbc.sql("update board_vote set choice = 'REFUSE'").update())
                .rootCause()
                .hasMessageContaining("denied");
        assertThatThrownBy(() -> jdbc.sql("delete from board_decision").update())
                .rootCause()
                .hasMessageContaining("denied");
    }

    private BidId tied() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.APPROVE, "board2.south", "board3.south");
        vote(bid, VoteChoice.REFUSE, "board4.south", "board5.south");
        vote(bid, VoteChoice.ABSTAIN, "chair.south");
        return bid;
    }

    private void vote(BidId bid, VoteChoice choice, String... usernames) {
        for (String username : usernames) {
            logIn.run(username, () -> voting.cast(bid, choice, "Because of the targets"));
        }
    }

    private void refusedAmount(BidId bid, @org.jspecify.annotations.Nullable Money amount, String key) {
        logIn.as("chair.south");
        assertThatThrownBy(() -> opening.open(bid, amount))
                .isInstanceOfSatisfying(
                        ValidationFailed.class,
                        failed -> assertThat(failed.problems())
                                .extracting(ValidationFailed.Problem::messageKey)
                                .containsExactly(key));
    }

    private void refusal(String username, ThrowingCallable step, String key) {
        logIn.as(username);
        assertThat(Assertions.catchThrowable(step))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }

    private PersonId person(String username) {
        return people.principal(username).orElseThrow().actor().id();
    }

    private RoleGrant headOf(String username) {
        return people.grantsOf(person(username)).stream()
                .filter(grant -> grant.role() == Role.HEADTEACHER)
                .findFirst()
                .orElseThrow();
    }

    private void grant(String username, RoleGrant grant) {
        transaction.executeWithoutResult(status -> people.grant(person(username), grant));
    }

    private Map<String, Object> decision(BidId bid) {
        return jdbc.sql("select * from board_decision where bid_id = ?")
                .param(bid.toString())
                .query()
                .singleRow();
    }

    private List<String> choices(BidId bid) {
        return jdbc.sql(
                        "select v.choice from board_vote v join board_ballot b on b.id = v.ballot_id where b.bid_id = ?")
                .param(bid.toString())
                .query(String.class)
                .list();
    }

    private int records() {
        return jdbc.sql("select count(*) from audit_record")
                .query(Integer.class)
                .single();
    }
}

package org.schoolcollab.board.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.board.BallotCount.Outcome;
import org.schoolcollab.board.Tally;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.review.Interest;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.Money;

class BallotTest {

    private static final Instant NOW = Instant.parse("2014-07-22T09:00:00Z");
    private final List<PersonId> board =
            IntStream.range(0, 6).mapToObj(i -> PersonId.random()).toList();

    @Test
    void opensWithThreeMembersWithoutAnInterest() {
        assertThat(open(3, 3).voters()).hasSize(3);
    }

    @Test
    void refusesToOpenWithTwoMembersWithoutAnInterest() {
        assertThatThrownBy(() -> open(2, 4)).isInstanceOf(TooFewMembers.class);
    }

    @Test
    void refusesAMemberWithAnInterest() {
        Ballot ballot = open(3, 3);

        refusal(() -> vote(ballot, 3, VoteChoice.APPROVE)).isEqualTo("error.board.interest.HEADTEACHER_OF_MEMBER");
        assertThat(ballot.votes()).isEmpty();
    }

    @Test
    void refusesSomebodyWhoWasNotOnTheBoardWhenItOpened() {
        Ballot ballot = open(3, 0);

        refusal(() -> ballot.cast(PersonId.random(), VoteChoice.APPROVE, "", NOW))
                .isEqualTo("error.board.notOnBallot");
    }

    @Test
    void refusesASecondVoteAndSaysWhoVotedAndWhen() {
        Ballot ballot = open(4, 0);
        vote(ballot, 0, VoteChoice.APPROVE);

        assertThatThrownBy(() -> vote(ballot, 0, VoteChoice.REFUSE))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
                    assertThat(refused.messageKey()).isEqualTo("error.board.alreadyVoted");
                    assertThat(refused.arguments()).containsExactly("member 0", "22 July 2014, 10:00");
                });
        assertThat(ballot.tally()).isEqualTo(new Tally(4, 1, 0, 0));
    }

    @Test
    void refusesAVoteAfterTheCount() {
        Ballot ballot = open(4, 0);
        ballot.close(Outcome.APPROVED, NOW);

        refusal(() -> vote(ballot, 0, VoteChoice.APPROVE)).isEqualTo("error.board.decidedAlready");
    }

    @Test
    void refusesAVoteWhileTheChairBreaksATie() {
        Ballot ballot = open(4, 0);
        ballot.waitForCastingVote();

        refusal(() -> vote(ballot, 0, VoteChoice.APPROVE)).isEqualTo("error.board.waitsForChair");
    }

    @Test
    void anInterestThatAroseTakesTheVoteOutAndShrinksTheQuorum() {
        List<PersonId> eight =
                IntStream.range(0, 8).mapToObj(i -> PersonId.random()).toList();
        Ballot ballot = Ballot.open(
                BidId.random(),
                1,
                1,
                Ballot.Terms.of(Money.ofPounds(1)),
                eight.getFirst(),
                eight.stream()
                        .map(person -> new Ballot.Member(person, "x", null))
                        .toList(),
                NOW);
        ballot.cast(eight.get(0), VoteChoice.APPROVE, "", NOW);
        ballot.cast(eight.get(1), VoteChoice.REFUSE, "no", NOW);
        assertThat(ballot.tally().quorum()).isEqualTo(4);

        ballot.recuse(eight.get(1), Interest.SAME_TRUST);
        ballot.recuse(eight.get(2), Interest.SAME_TRUST);

        assertThat(ballot.tally()).isEqualTo(new Tally(6, 1, 0, 0));
        assertThat(ballot.tally().quorum()).isEqualTo(3);
    }

    @Test
    void aCastingVoteNeedsATie() {
        Ballot ballot = open(4, 0);

        refusal(() -> ballot.giveCastingVote(board.getFirst(), VoteChoice.APPROVE, "", NOW))
                .isEqualTo("error.board.noTie");
    }

    @Test
    void aCastingVoteIsGivenOnce() {
        Ballot ballot = open(4, 0);
        ballot.waitForCastingVote();
        ballot.giveCastingVote(board.getFirst(), VoteChoice.APPROVE, "", NOW);

        refusal(() -> ballot.giveCastingVote(board.getFirst(), VoteChoice.REFUSE, "no", NOW))
                .isEqualTo("error.board.noTie");
    }

    @Test
    void aClosedBallotStaysClosed() {
        Ballot ballot = open(4, 0);
        ballot.close(Outcome.UNFUNDED, NOW);

        assertThatThrownBy(() -> ballot.close(Outcome.APPROVED, NOW)).isInstanceOf(IllegalStateException.class);
        assertThat(ballot.outcome()).isEqualTo(Outcome.UNFUNDED);
    }

    private Ballot open(int eligible, int recused) {
        return Ballot.open(
                BidId.random(),
                1,
                1,
                Ballot.Terms.of(Money.ofPounds(20_000)),
                board.getFirst(),
                IntStream.range(0, eligible + recused)
                        .mapToObj(i -> new Ballot.Member(
                                board.get(i), "member " + i, i < eligible ? null : Interest.HEADTEACHER_OF_MEMBER))
                        .toList(),
                NOW);
    }

    private void vote(Ballot ballot, int member, VoteChoice choice) {
        ballot.cast(board.get(member), choice, "reason", NOW);
    }

    private static AbstractObjectAssert<?, String> refusal(ThrowingCallable step) {
        Throwable thrown = Assertions.catchThrowable(step);
        return assertThat(thrown)
                .isInstanceOf(BusinessRuleViolation.class)
                .extracting(refused -> ((BusinessRuleViolation) refused).messageKey());
    }
}

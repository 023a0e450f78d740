package org.schoolcollab.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidWithdrawal;
import org.schoolcollab.programme.EnvelopeFunds;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.testing.LogIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tests of the board share. */
abstract class BoardScenes {

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

    BidId tied() {
        BidId bid = fixtures.ballotOpen("hythe-hub");
        vote(bid, VoteChoice.APPROVE, "board2.south", "board3.south");
        vote(bid, VoteChoice.REFUSE, "board4.south", "board5.south");
        vote(bid, VoteChoice.ABSTAIN, "chair.south");
        return bid;
    }

    void vote(BidId bid, VoteChoice choice, String... usernames) {
        for (String username : usernames) {
            logIn.run(username, () -> voting.cast(bid, choice, "Because of the targets"));
        }
    }

    void refusedAmount(BidId bid, @org.jspecify.annotations.Nullable Money amount, String key) {
        logIn.as("chair.south");
        assertThatThrownBy(() -> opening.open(bid, amount))
                .isInstanceOfSatisfying(
                        ValidationFailed.class,
                        failed -> assertThat(failed.problems())
                                .extracting(ValidationFailed.Problem::messageKey)
                                .containsExactly(key));
    }

    void refusal(String username, ThrowingCallable step, String key) {
        logIn.as(username);
        assertThat(Assertions.catchThrowable(step))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }

    PersonId person(String username) {
        return people.principal(username).orElseThrow().actor().id();
    }

    RoleGrant headOf(String username) {
        return people.grantsOf(person(username)).stream()
                .filter(grant -> grant.role() == Role.HEADTEACHER)
                .findFirst()
                .orElseThrow();
    }

    void grant(String username, RoleGrant grant) {
        transaction.executeWithoutResult(status -> people.grant(person(username), grant));
    }

    Map<String, Object> decision(BidId bid) {
        return jdbc.sql("select * from board_decision where bid_id = ?")
                .param(bid.toString())
                .query()
                .singleRow();
    }

    List<String> choices(BidId bid) {
        return jdbc.sql(
                        "select v.choice from board_vote v join board_ballot b on b.id = v.ballot_id where b.bid_id = ?")
                .param(bid.toString())
                .query(String.class)
                .list();
    }

    int records() {
        return jdbc.sql("select count(*) from audit_record")
                .query(Integer.class)
                .single();
    }

    Map<String, Object> board(BidId bid) {
        return jdbc.sql("select * from board_ballot where bid_id = ? order by attempt desc limit 1")
                .param(bid.toString())
                .query()
                .singleRow();
    }
}

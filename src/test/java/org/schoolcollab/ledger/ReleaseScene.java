package org.schoolcollab.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidWithdrawal;
import org.schoolcollab.security.People;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Money of one bid to be released, and what the tests of releases ask of it. The books are checked after each. */
@PortalTest
abstract class ReleaseScene {

    static final String SLUG = "hythe-hub";

    @Autowired
    BudgetRelease release;

    @Autowired
    MoneyQueries money;

    @Autowired
    PaymentAdvice advices;

    @Autowired
    BidWithdrawal withdrawal;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidRegister bids;

    @Autowired
    People people;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void theLedgerHolds() {
        LedgerAssertions.holds(jdbc);
    }

    void as(String username, Runnable step) {
        logIn.run(username, step);
    }

    void refused(String username, ThrowingCallable step, String key) {
        logIn.as(username);
        assertThat(catchThrowable(step))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }

    void grant(String username, RoleGrant grant) {
        transaction.executeWithoutResult(status -> people.grant(person(username), grant));
    }

    PersonId person(String username) {
        return people.principal(username).orElseThrow().actor().id();
    }

    long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    List<String> actions(BidId bid) {
        return jdbc.sql("select action from audit_record where bid_id = ? order by id")
                .param(bid.toString())
                .query(String.class)
                .list();
    }

    static void asOwner(String statement) throws Exception {
        try (Connection owner = TestDatabase.instance().owner();
                Statement sql = owner.createStatement()) {
            sql.executeUpdate(statement);
        }
    }
}

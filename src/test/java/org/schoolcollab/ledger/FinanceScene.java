package org.schoolcollab.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.collaboration.CollaborationDirectory;
import org.schoolcollab.collaboration.CollaborationDirectory.Member;
import org.schoolcollab.establishment.EstablishmentId;
import org.schoolcollab.ledger.AwardView.InstalmentView;
import org.schoolcollab.ledger.domain.AwardShares;
import org.schoolcollab.ledger.domain.Releases;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.Reconciliation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tests of finance's acts share: the people, the award they look at, and that the books hold after each test. */
@PortalTest
abstract class FinanceScene {

    static final String SLUG = "hythe-hub";

    @Autowired
    MoneyQueries money;

    @Autowired
    AwardShares shares;

    @Autowired
    Releases releases;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    BidFixtures fixtures;

    @Autowired
    BidRegister bids;

    @Autowired
    CollaborationDirectory collaborations;

    @Autowired
    PortalClock clock;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void theLedgerHolds() throws Exception {
        LedgerAssertions.holds(jdbc);
        JournalChain.holds(jdbc);
        assertThat(logIn.as("admin", reconciliation::differences)).isEmpty();
    }

    /** An accepted award shared by the first two schools. */
    BidId shared(long one, long two) {
        BidId bid = fixtures.awardedBid(SLUG);
        List<Member> schools = schools(bid);
        setShares(bid, part(schools.get(0).school(), one), part(schools.get(1).school(), two));
        return bid;
    }

    void setShares(BidId bid, AcceptedShares.Part... parts) {
        transaction.executeWithoutResult(
                status -> shares.set(releases.locked(bid), bids.get(bid).collaborationId(), List.of(parts)));
    }

    static AcceptedShares.Part part(EstablishmentId school, long pounds) {
        return new AcceptedShares.Part(school, Money.ofPounds(pounds));
    }

    List<Member> schools(BidId bid) {
        return collaborations.membersAt(bids.get(bid).collaborationId(), clock.today());
    }

    AwardView award(BidId bid) {
        return logIn.as("auditor", () -> money.award(bid)).orElseThrow();
    }

    InstalmentView instalment(BidId bid, int number) {
        return award(bid).instalments().get(number - 1);
    }

    Money balance(String column) {
        return Money.ofPence(count("select " + column + "_pence from ledger_envelope where area_code = 'SOUTH'"));
    }

    void officer(Runnable step) {
        logIn.run("finance.officer", step);
    }

    void approver(Runnable step) {
        logIn.run("finance.approver", step);
    }

    void refused(String username, ThrowingCallable step, String key) {
        Throwable failure = logIn.as(username, () -> catchThrowable(step));
        assertThat(failure)
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }

    long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}

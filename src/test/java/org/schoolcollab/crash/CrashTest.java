package org.schoolcollab.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.board.VoteChoice;
import org.schoolcollab.board.Voting;
import org.schoolcollab.embedded.EmbeddedMariaDb;
import org.schoolcollab.ledger.BudgetRelease;
import org.schoolcollab.ledger.LedgerAssertions;
import org.schoolcollab.ledger.payment.PaymentExport;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.testing.Statements;
import org.schoolcollab.testing.Statements.Killer;
import org.schoolcollab.testing.Statements.Point;
import org.schoolcollab.testing.TestDatabase;
import org.schoolcollab.verify.DatabaseRows;
import org.schoolcollab.verify.Verification;
import org.schoolcollab.workflow.Reconciliation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each act on money is broken off before and after each of its SQL statements and around its commit, and then done again. What was not
 * committed must have left no trace in any table (so the second try is the first one over again, which is tried too and rolled back);
 * what was committed must be there once, whatever is asked again.
 *
 * <p>The application's death is what the database sees of it: the connection is cut and nothing more comes. The database is killed with
 * SIGKILL and started again. In the suite every point of a release is cut and the database is killed at a spread of them; with
 * {@code -Dportal.nightly=true} ({@code ./portal nightly}) every act is broken off both ways at every point.
 */
@PortalTest
class CrashTest {

    private static final boolean NIGHTLY = Boolean.getBoolean("portal.nightly");
    private static final int KILLS_OF_THE_DATABASE = 1;
    private static final int CUTS_OF_OTHER_ACTS = 12;

    /** Who would fill the log with what is wanted here: a connection that breaks. */
    private static final List<String> COMPLAINERS = List.of(
            "com.zaxxer.hikari.pool",
            "org.springframework.transaction",
            "org.springframework.orm.jpa",
            "org.flowable.common.engine.impl.interceptor",
            "org.hibernate.orm.jdbc");

    @BeforeAll
    static void hush() {
        level(LogLevel.OFF);
    }

    @AfterAll
    static void speakAgain() {
        level(null);
    }

    private static void level(@Nullable LogLevel level) {
        LoggingSystem logging = LoggingSystem.get(CrashTest.class.getClassLoader());
        COMPLAINERS.forEach(name -> logging.setLogLevel(name, level));
    }

    enum Act {
        COMMIT,
        REQUEST,
        APPROVE,
        EXPORT
    }

    @Autowired
    BidFixtures fixtures;

    @Autowired
    Voting voting;

    @Autowired
    BudgetRelease release;

    @Autowired
    PaymentExport exports;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    LogIn logIn;

    @Autowired
    JdbcClient jdbc;

    private BidId bid = BidId.random();
    private String seen = "";
    private String lastVoter = "";

    @BeforeEach
    void commitsReachTheDisk() throws Exception {
        TestDatabase.instance().durable(true);
    }

    @AfterEach
    void asItWas() throws Exception {
        TestDatabase.instance().durable(false);
    }

    @ParameterizedTest
    @EnumSource
    void theApplicationIsKilledAtEveryStatement(Act act) throws Exception {
        int statements = prepared(act);
        int points = NIGHTLY || act == Act.APPROVE ? statements : CUTS_OF_OTHER_ACTS;
        breakOff(act, statements, spread(statements, points), CrashTest::cut);
    }

    static List<Act> actsWhoseDatabaseIsKilled() {
        return NIGHTLY ? List.of(Act.values()) : List.of(Act.APPROVE);
    }

    @ParameterizedTest
    @MethodSource("actsWhoseDatabaseIsKilled")
    void theDatabaseIsKilledAtStatements(Act act) throws Exception {
        int statements = prepared(act);
        int points = NIGHTLY ? statements : KILLS_OF_THE_DATABASE;
        breakOff(
                act,
                statements,
                spread(statements, points),
                connection -> TestDatabase.instance().killAndStartAgain());
    }

    /** What a killed process leaves of its connection. */
    private static void cut(Connection connection) throws Exception {
        connection.abort(Runnable::run);
    }

    /** So many of the statements before the commit, evenly, the first and the last among them. */
    private static List<Integer> spread(int statements, int points) {
        int before = statements - 1;
        if (points == 1) {
            return List.of(1 + before / 2);
        }
        return IntStream.range(0, Math.min(points, before))
                .map(n -> points >= before ? n + 1 : 1 + n * (before - 1) / Math.max(1, points - 1))
                .distinct()
                .boxed()
                .toList();
    }

    private void breakOff(Act act, int statements, List<Integer> points, Killer killer) throws Exception {
        Map<String, String> untouched = TestDatabase.instance().checksums();
        for (int number : points) {
            for (boolean before : new boolean[] {true, false}) {
                leavesNoTrace(act, new Point(number, before), killer, untouched);
            }
        }
        leavesNoTrace(act, new Point(statements, true), killer, untouched);
        // After the commit, before its answer: it happened, and asking again does not make it happen twice.
        assertThat(broken(act, new Point(statements, false), killer)).isTrue();
        assertDoneOnce(act, "after the commit");
        try {
            run(act);
        } catch (BusinessRuleViolation toldThatItIsDone) {
            assertThat(toldThatItIsDone.messageKey()).startsWith("error.");
        }
        assertDoneOnce(act, "asked again after the commit");
    }

    private void leavesNoTrace(Act act, Point point, Killer killer, Map<String, String> untouched) throws Exception {
        assertThat(broken(act, point, killer)).as("%s reaches %s", act, point).isTrue();
        assertThat(TestDatabase.instance().checksums())
                .as("%s broken off at %s leaves a trace", act, point)
                .isEqualTo(untouched);
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            run(act);
            assertThat(done(act)).as("%s again after %s", act, point).isEqualTo(1);
        });
    }

    private void assertDoneOnce(Act act, String when) {
        assertThat(done(act)).as("%s %s", act, when).isEqualTo(1);
        LedgerAssertions.holds(jdbc);
        assertThat(logIn.as("admin", () -> reconciliation.differences()))
                .as("process and modules %s", when)
                .isEmpty();
        Verification verification = new Verification();
        EmbeddedMariaDb server = TestDatabase.instance().server();
        DatabaseRows.read(server.url(), EmbeddedMariaDb.APPLICATION, server.applicationPassword(), verification::take);
        assertThat(verification.report().faults()).as("chains %s", when).isEmpty();
    }

    /** Brings a bid to where the act is next; answers how many statements the act has, its commit counted. */
    private int prepared(Act act) {
        switch (act) {
            case COMMIT -> bid = decidedByTheNextVote();
            case REQUEST -> bid = fixtures.awardedBid("hythe-hub");
            case APPROVE -> {
                bid = fixtures.awardedBid("hythe-hub");
                logIn.run("finance.officer", () -> release.request(bid, 1));
            }
            case EXPORT -> {
                bid = fixtures.releasedBid("hythe-hub");
                seen = logIn.as("finance.officer", () -> exports.waiting().sha256());
            }
        }
        // The second time nothing is read any more that the application reads only once.
        statementsToCommit(act);
        return statementsToCommit(act);
    }

    private int statementsToCommit(Act act) {
        return logIn.as(person(act), () -> Statements.untilCommit(CrashTest::cut, () -> step(act)));
    }

    /** All but one of those it takes have approved. */
    private BidId decidedByTheNextVote() {
        BidId open = fixtures.ballotOpen("hythe-hub");
        List<String> voters = fixtures.voters(open);
        for (String voter : voters.subList(0, voters.size() / 2)) {
            logIn.run(voter, () -> voting.cast(open, VoteChoice.APPROVE, ""));
        }
        lastVoter = voters.get(voters.size() / 2);
        return open;
    }

    private void run(Act act) {
        logIn.run(person(act), () -> step(act));
    }

    /** The log-in is no part of what is broken off. */
    private boolean broken(Act act, Point point, Killer killer) {
        return logIn.as(person(act), () -> Statements.breaking(point, killer, () -> step(act)));
    }

    private String person(Act act) {
        return switch (act) {
            case COMMIT -> lastVoter;
            case REQUEST, EXPORT -> "finance.officer";
            case APPROVE -> "finance.approver";
        };
    }

    private void step(Act act) {
        switch (act) {
            case COMMIT -> voting.cast(bid, VoteChoice.APPROVE, "");
            case REQUEST -> release.request(bid, 1);
            case APPROVE -> release.approve(bid, 1);
            case EXPORT -> exports.export(seen);
        }
    }

    /** How often the act has happened. */
    private int done(Act act) {
        String query = switch (act) {
            case COMMIT -> "select count(*) from ledger_entry where kind = 'COMMITTED' and bid_id = ?";
            case REQUEST -> """
                    select count(*) from ledger_instalment i join ledger_award a on a.id = i.award_id
                    where a.bid_id = ? and i.status = 'REQUESTED'""";
            case APPROVE -> """
                    select count(*) from ledger_release r join ledger_instalment i on i.id = r.instalment_id
                      join ledger_award a on a.id = i.award_id where a.bid_id = ?""";
            case EXPORT -> """
                    select count(*) from ledger_export_line l join ledger_release r on r.id = l.release_id
                      join ledger_instalment i on i.id = r.instalment_id join ledger_award a on a.id = i.award_id where a.bid_id = ?""";
        };
        return jdbc.sql(query).param(bid.toString()).query(Integer.class).single();
    }
}

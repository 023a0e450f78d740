package org.schoolcollab.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.schoolcollab.crash.MoneyActs.Act;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.testing.Statements;
import org.schoolcollab.testing.Statements.Killer;
import org.schoolcollab.testing.Statements.Point;
import org.schoolcollab.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each act on money is broken off before and after each of its SQL statements and around its commit, and then done again. What was not
 * committed must have left no trace in any table (so the second try is the first one over again, which is tried too and rolled back);
 * what was committed must be there once, whatever is asked again.
 *
 * <p>The application's death is what the database sees of it: the connection is cut and nothing more comes ({@link KilledProcessTest}
 * kills real ones). The database is killed with SIGKILL and started again. In the suite every point of a release is cut and the database
 * is killed at a spread of them; with {@code -Dportal.nightly=true} ({@code ./portal nightly}) every act is broken off both ways at every
 * point.
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

    @Autowired
    MoneyActs acts;

    @Autowired
    Aftermath aftermath;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    LogIn logIn;

    @Autowired
    DataSource pool;

    private MoneyActs.@Nullable Next next;

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
        breakOff(act, statements, spread(statements, points), MoneyActs::cut);
    }

    static List<Act> actsWhoseDatabaseIsKilled() {
        return NIGHTLY ? List.of(Act.values()) : List.of(Act.APPROVE);
    }

    @ParameterizedTest
    @MethodSource("actsWhoseDatabaseIsKilled")
    void theDatabaseIsKilledAtStatements(Act act) throws Exception {
        int statements = prepared(act);
        int points = NIGHTLY ? statements : KILLS_OF_THE_DATABASE;
        breakOff(act, statements, spread(statements, points), connection -> killTheDatabase());
    }

    /** The pool does not look at connections that were used a moment ago: it would hand out one that died with the server. */
    private void killTheDatabase() throws SQLException {
        TestDatabase.instance().killAndStartAgain();
        pool.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
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
        assertThat(broken(new Point(statements, false), killer)).isTrue();
        aftermath.happenedOnce(next(), "after the commit");
        try {
            acts.run(next());
        } catch (BusinessRuleViolation toldThatItIsDone) {
            assertThat(toldThatItIsDone.messageKey()).startsWith("error.");
        }
        aftermath.happenedOnce(next(), "asked again after the commit");
    }

    private void leavesNoTrace(Act act, Point point, Killer killer, Map<String, String> untouched) throws Exception {
        assertThat(broken(point, killer)).as("%s reaches %s", act, point).isTrue();
        assertThat(TestDatabase.instance().checksums())
                .as("%s broken off at %s leaves a trace", act, point)
                .isEqualTo(untouched);
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            acts.run(next());
            assertThat(acts.happened(next()))
                    .as("%s again after %s", act, point)
                    .isEqualTo(1);
        });
    }

    /** Brings a bid to where the act is next; answers how many statements the act has, its commit counted. */
    private int prepared(Act act) {
        next = acts.prepare(act);
        return acts.statementsToCommit(next());
    }

    private MoneyActs.Next next() {
        return Objects.requireNonNull(next);
    }

    /** The log-in is no part of what is broken off. */
    private boolean broken(Point point, Killer killer) {
        return logIn.as(next().person(), () -> Statements.breaking(point, killer, () -> acts.step(next())));
    }
}

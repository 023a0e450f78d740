package org.schoolcollab.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.schoolcollab.crash.Aftermath;
import org.schoolcollab.crash.MoneyActs;
import org.schoolcollab.crash.MoneyActs.Act;
import org.schoolcollab.crash.MoneyActs.Next;
import org.schoolcollab.testing.KnownState;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.testing.Statements.Point;
import org.schoolcollab.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The process of the application is killed with SIGKILL before and after every statement of every act on money and around its commit,
 * started again, and asked for the same twice. A start for every point: hours, so only {@code ./portal nightly} does it; in the suite
 * {@link TwoNodesTest} kills at the two worst points, before and after a commit.
 */
@PortalTest
class KilledProcessTest {

    private static final Nodes NODES = new Nodes("killed", Nodes.QUICK);
    private static final int STARTING_AHEAD = 2;

    @Autowired
    MoneyActs acts;

    @Autowired
    Aftermath aftermath;

    @AfterAll
    static void end() {
        NODES.close();
    }

    static List<Act> everyAct() {
        return Boolean.getBoolean("portal.nightly") ? List.of(Act.values()) : List.of();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("everyAct")
    void killedAtEveryStatement(Act act) throws Exception {
        Next next = acts.prepare(act);
        int commit = acts.statementsToCommit(next);
        Map<String, String> untouched = TestDatabase.instance().checksums();
        TestDatabase.instance().mark();
        for (Point point : points(commit)) {
            String where = point + " of " + commit;
            NODES.spare(STARTING_AHEAD);
            Node node = up();
            assertThat(node.ask(Node.order(
                            "break",
                            List.of(String.valueOf(point.number()), point.before() ? "before" : "after"),
                            Node.words(next))))
                    .as(where)
                    .isEqualTo("there");
            node.kill();
            boolean committed = point.number() == commit && !point.before();
            assertThat(acts.happened(next)).as(where).isEqualTo(committed ? 1 : 0);
            if (!committed) {
                assertThat(TestDatabase.instance().checksums()).as(where).isEqualTo(untouched);
            }
            Node restarted = up();
            String[] again =
                    Node.order("each", Node.words(next), List.of(next.bid().toString()));
            String answer = restarted.ask(again);
            if (committed) {
                assertThat(answer).as(where).startsWith("error.").endsWith("=1");
            } else {
                assertThat(answer).as(where).isEqualTo("done=1");
            }
            aftermath.happenedOnce(next, where);
            assertThat(restarted.ask(again)).as(where).startsWith("error.").endsWith("=1");
            aftermath.happenedOnce(next, "asked again after " + where);
            System.out.printf("%s killed at %s: once%n", act, where);
            TestDatabase.instance().backToMark();
        }
    }

    private static Node up() {
        Node node = NODES.up(1).getFirst();
        assertThat(node.ask("clock-stands", KnownState.NOW.toString())).isEqualTo("ok");
        return node;
    }

    private static List<Point> points(int commit) {
        List<Point> points = new ArrayList<>();
        for (int number = 1; number <= commit; number++) {
            points.add(new Point(number, true));
            points.add(new Point(number, false));
        }
        return points;
    }
}

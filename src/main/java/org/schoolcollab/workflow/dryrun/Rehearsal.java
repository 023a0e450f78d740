package org.schoolcollab.workflow.dryrun;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.dryrun.Moment.Act;
import org.schoolcollab.workflow.dryrun.Moment.Alternative;
import org.schoolcollab.workflow.dryrun.Moment.Open;
import org.schoolcollab.workflow.gate.Finding;
import org.schoolcollab.workflow.gate.MadeUpBid;
import org.schoolcollab.workflow.gate.Outline;

/** A dry run under way: what it has found, and where it has to go on. Held by whoever started it; nothing of it is in the database. */
public final class Rehearsal {

    /** Moves in the engine after which no further path is gone. */
    static final int MOST_MOVES = 4_000;

    /** Time after which no further path is gone. */
    static final long MOST_NANOS = 120_000_000_000L;

    private final Draft draft;
    private final List<Finding> refused;
    private final Instant start;
    private final BidId bid = BidId.random();
    private final Moment origin;
    private final Deque<Moment> pending = new ArrayDeque<>();
    private final Map<Situation, List<Moment>> seen = new HashMap<>();
    private final Set<String> reached = new HashSet<>();
    private final Set<String> probed = new HashSet<>();
    private final Set<String> runsOut = new HashSet<>();
    private final Set<String> withdrawnFrom = new HashSet<>();
    private volatile int moves;
    private volatile int ends;
    private volatile long nanos;
    private volatile boolean stopped;
    private volatile @Nullable DryRunReport report;
    private volatile @Nullable RuntimeException failure;

    /** @param start the first moment of the made-up clock */
    Rehearsal(Draft draft, List<Finding> refused, Instant start) {
        this.draft = draft;
        this.refused = refused;
        this.start = start;
        origin = new Moment(new MadeUpBid(1, false), start, "", Set.of());
        if (refused.isEmpty()) {
            origin.open().add(new Alternative(Act.START, Open.NONE, List.of()));
            pending.add(origin);
        }
    }

    /** Whether nothing is left to be done, or a bound was reached. */
    boolean isOver() {
        return pending.isEmpty() || bound() != DryRunReport.Bound.ALL_PATHS;
    }

    DryRunReport.Bound bound() {
        if (stopped) {
            return DryRunReport.Bound.STOPPED;
        }
        if (moves >= MOST_MOVES) {
            return DryRunReport.Bound.TOO_MANY;
        }
        return nanos >= MOST_NANOS ? DryRunReport.Bound.TOO_LONG : DryRunReport.Bound.ALL_PATHS;
    }

    /** Key of the process that is tried. */
    public String key() {
        return draft.key();
    }

    /** How often something was done in the engine so far. */
    public int moves() {
        return moves;
    }

    /** How many paths have come to an end so far. */
    public int ends() {
        return ends;
    }

    public boolean isDone() {
        return report != null || failure != null;
    }

    /**
     * What came of it, once it is done.
     *
     * @throws RuntimeException what the portal failed at, if it did
     */
    public DryRunReport report() {
        RuntimeException failed = failure;
        if (failed != null) {
            throw failed;
        }
        return Objects.requireNonNull(report, "not done");
    }

    /** Goes no further path. */
    public void stop() {
        stopped = true;
    }

    void failed(RuntimeException why) {
        failure = why;
    }

    Draft draft() {
        return draft;
    }

    List<Finding> refused() {
        return refused;
    }

    Instant start() {
        return start;
    }

    BidId bid() {
        return bid;
    }

    Deque<Moment> pending() {
        return pending;
    }

    Map<Situation, List<Moment>> seen() {
        return seen;
    }

    /** Elements that were come by, as {@code key#id}. */
    Set<String> reached() {
        return reached;
    }

    /** Steps at which it is known what happens if nobody acts. */
    Set<String> probed() {
        return probed;
    }

    /** Steps that end by themselves if nobody acts. */
    Set<String> runsOut() {
        return runsOut;
    }

    /** Steps from which the bid was withdrawn. */
    Set<String> withdrawnFrom() {
        return withdrawnFrom;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // written by one thread, read by others
    void moved(boolean ended) {
        moves++;
        if (ended) {
            ends++;
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // written by one thread, read by others
    void took(long more) {
        nanos += more;
    }

    /** Makes the report of what was found until now. */
    DryRunReport finish() {
        DryRunReport made =
                new DryRunReport(refused, new Paths().from(origin), unreached(), bound(), moves, nanos / 1_000_000);
        report = made;
        return made;
    }

    private List<DryRunReport.Unreached> unreached() {
        List<DryRunReport.Unreached> unreached = new ArrayList<>();
        if (!refused.isEmpty()) {
            return unreached;
        }
        Outline outline = Outline.of(Walk.bytes(draft.xml()));
        outline.steps().values().stream()
                .filter(step -> !isReached(step.id()))
                .forEach(step -> unreached.add(new DryRunReport.Unreached(step.id(), step.label(), null)));
        outline.ways().values().stream()
                .filter(way -> isReached(way.from()) && !isReached(way.id()))
                .forEach(way ->
                        unreached.add(new DryRunReport.Unreached(way.id(), outline.label(way.from()), way.name())));
        return List.copyOf(unreached);
    }

    private boolean isReached(String element) {
        return reached.contains(draft.key() + "#" + element);
    }
}

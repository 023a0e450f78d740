package org.schoolcollab.workflow.dryrun;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.workflow.gate.MadeUpBid;

/** A situation that paths come to, with what was done from there and what is still to be done. */
final class Moment {

    /** What can be done next. */
    enum Act {
        START,
        DO,
        VOTE,
        END_VOTING,
        RUN_OUT,
        WAIT,
        WITHDRAW
    }

    /**
     * Something to be done.
     *
     * @param open the step it is about
     * @param answers the numbers of the answers given, as far as they are not the first
     */
    record Alternative(Act act, Open open, List<Integer> answers) {}

    /** A step that waits. */
    record Open(String process, String element, String screen) {

        static final Open NONE = new Open("", "", "");
    }

    /**
     * Something that was done, and what came of it.
     *
     * @param how with all answers
     * @param next a moment that nobody had come to before
     * @param joins a moment that was known
     */
    record Branch(
            Moment from,
            Alternative how,
            List<PathStep> steps,
            List<Path.Otherwise> otherwise,
            @Nullable Moment next,
            @Nullable Moment joins,
            Path.@Nullable End end,
            Path.@Nullable Stuck stuck) {}

    private final MadeUpBid bid;
    private final Instant at;
    private final String stands;
    private final Set<String> known;
    private final Deque<Alternative> open = new ArrayDeque<>();
    private final List<Branch> branches = new ArrayList<>();
    private List<PathStep.Later> later = List.of();
    private @Nullable Branch by;

    /**
     * A moment of a bid.
     *
     * @param stands name of the step that waits
     * @param known names of the values that are set
     */
    Moment(MadeUpBid bid, Instant at, String stands, Set<String> known) {
        this.bid = bid;
        this.at = at;
        this.stands = stands;
        this.known = known;
    }

    /** Whether a bid for which all this is set can do whatever one can do here. */
    boolean isKnownIn(Set<String> all) {
        return all.containsAll(known);
    }

    MadeUpBid bid() {
        return bid.copy();
    }

    Instant at() {
        return at;
    }

    String stands() {
        return stands;
    }

    Deque<Alternative> open() {
        return open;
    }

    List<Branch> branches() {
        return branches;
    }

    /** What happens by itself while nobody acts. */
    List<PathStep.Later> later() {
        return later;
    }

    void later(List<PathStep.Later> happens) {
        later = List.copyOf(happens);
    }

    void reachedBy(Branch branch) {
        by = branch;
    }

    /** Everything that has to be done from the start to come here. */
    List<Branch> way() {
        Deque<Branch> way = new ArrayDeque<>();
        for (Branch branch = by; branch != null; branch = branch.from().by) {
            way.addFirst(branch);
        }
        return List.copyOf(way);
    }
}

package org.schoolcollab.workflow.dryrun;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.workflow.gate.Finding;

/**
 * What became of a dry run.
 *
 * @param refused why the draft was not tried at all; then all else is empty
 * @param unreached steps and ways of the draft that no path came by, in the order of the definition
 * @param moves how often something was done in the engine
 * @param millis how long it took
 */
public record DryRunReport(
        List<Finding> refused, List<Path> paths, List<Unreached> unreached, Bound bound, int moves, long millis) {

    /** Whether all paths were gone. */
    public enum Bound {
        ALL_PATHS,
        TOO_MANY,
        TOO_LONG,
        STOPPED
    }

    /**
     * A step that no path reached, or a way that none took.
     *
     * @param element its id
     * @param name of the step; of a way, the step it comes from
     * @param way what is written on the way; null for a step
     */
    public record Unreached(
            String element, String name, @Nullable String way) {}

    /** How many paths end so. */
    public long count(Path.End end) {
        return paths.stream().filter(path -> path.end() == end).count();
    }

    /** Whether every path was gone to a good end, and the first to a bid that is paid and closed. */
    public boolean isWhole() {
        return bound == Bound.ALL_PATHS
                && !paths.isEmpty()
                && paths.getFirst().end() == Path.End.CLOSED
                && paths.stream().map(Path::end).noneMatch(Predicate.isEqual(Path.End.STUCK));
    }
}

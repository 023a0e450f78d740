package org.schoolcollab.workflow.dryrun;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.schoolcollab.workflow.dryrun.Moment.Branch;

/** The paths of a dry run one by one, each from the start, in the order in which they were gone. */
final class Paths {

    private final List<Path> paths = new ArrayList<>();
    private final Map<Moment, Path.Joins> first = new HashMap<>();

    List<Path> from(Moment origin) {
        follow(origin, List.of(), List.of());
        return List.copyOf(paths);
    }

    private void follow(Moment moment, List<PathStep> steps, List<Path.Otherwise> otherwise) {
        first.put(moment, new Path.Joins(paths.size() + 1, steps.size(), moment.stands()));
        for (Branch branch : moment.branches()) {
            List<PathStep> gone = joined(steps, branch.steps());
            List<Path.Otherwise> not = joined(otherwise, branch.otherwise());
            Moment joins = branch.joins();
            if (branch.next() != null) {
                follow(branch.next(), gone, not);
            } else if (joins != null) {
                paths.add(new Path(paths.size() + 1, not, gone, Path.End.GOES_ON, first.get(joins), null));
            } else if (branch.end() != null) {
                paths.add(new Path(paths.size() + 1, not, gone, branch.end(), null, branch.stuck()));
            }
        }
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}

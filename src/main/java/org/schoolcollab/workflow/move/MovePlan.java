package org.schoolcollab.workflow.move;

import java.util.List;
import java.util.Map;

/**
 * What is to be moved where.
 *
 * @param key of the process
 * @param from number of the version that bids leave
 * @param to number of the version they go to
 * @param mapping step of the new version by step of the old one; what is left out keeps its id
 */
public record MovePlan(String key, int from, int to, Map<String, String> mapping) {

    public MovePlan {
        mapping = Map.copyOf(mapping);
    }

    /** The same with another step for one of the steps. */
    public MovePlan mapped(String step, String target) {
        Map<String, String> changed = new java.util.HashMap<>(mapping);
        changed.put(step, target);
        return new MovePlan(key, from, to, changed);
    }

    /**
     * A step where bids stand, with the steps of the new version that may take its place.
     *
     * @param bids how many stand there
     * @param targets by id and name, in the order of the process; empty where none can
     */
    public record Place(String step, String name, int bids, List<Target> targets) {}

    /** A step of the new version. */
    public record Target(String step, String name) {}
}

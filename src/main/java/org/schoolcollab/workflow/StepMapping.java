package org.schoolcollab.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.workflow.gate.Outline;
import org.schoolcollab.workflow.gate.Outline.Kind;
import org.schoolcollab.workflow.gate.Outline.Step;
import org.schoolcollab.workflow.gate.Outline.Way;

/**
 * Which step of another version can take the place of one where bids stand. A step with a screen of the portal goes to one with the same
 * screen only, and never to another one that both versions have: nobody may carry a bid past the board, finance or a report by moving it.
 * A sign-off has the same screen wherever it stands, so it may go to one that has the same steps of the portal ahead of it, or where
 * agreeing to it would lead.
 */
public final class StepMapping {

    private static final String SIGN_OFF = "sign-off";

    private final Outline from;
    private final Outline to;

    public StepMapping(Outline from, Outline to) {
        this.from = from;
        this.to = to;
    }

    /**
     * The suggested step of the other version for each of these, by id, then by name; those without one are left out.
     *
     * @param standing ids of steps where bids stand
     */
    public Map<String, String> suggested(Set<String> standing) {
        Map<String, String> suggested = new LinkedHashMap<>();
        standing.forEach(id -> {
            List<String> targets = targets(id);
            String name = from.label(id);
            targets.stream()
                    .filter(id::equals)
                    .findFirst()
                    .or(() -> only(targets.stream()
                            .filter(target -> to.label(target).equalsIgnoreCase(name))
                            .toList()))
                    .ifPresent(target -> suggested.put(id, target));
        });
        return suggested;
    }

    /** Where several have the same name, a person says which is meant: they may stand at different places of the way. */
    private static Optional<String> only(List<String> named) {
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    /** Whether each voter has a task of their own there. */
    public static boolean isVote(@Nullable Step step) {
        return step != null && isEachVoter(step);
    }

    /** Steps of the other version that may take the place of this one, in the order of the process. */
    public List<String> targets(String id) {
        Step step = from.step(id);
        if (step == null) {
            return List.of();
        }
        List<String> targets = new ArrayList<>(to.steps().values().stream()
                .filter(other -> isLike(step, other))
                .filter(other -> other.id().equals(id) || from.step(other.id()) == null)
                .filter(other -> !isSignOff(step) || ahead(from, id).equals(ahead(to, other.id())))
                .map(Step::id)
                .toList());
        if (isSignOff(step)) {
            next(id).stream().filter(after -> !targets.contains(after)).forEach(targets::add);
        }
        return targets;
    }

    /** Whether a move may put a bid from the one step to the other. */
    public boolean allows(String fromStep, String toStep) {
        return targets(fromStep).contains(toStep);
    }

    private static boolean isLike(Step one, Step other) {
        if (one.kind() != other.kind()) {
            return false;
        }
        return switch (one.kind()) {
            case TASK -> same("screen", one, other) && isEachVoter(one) == isEachVoter(other);
            case CALL -> same("calls", one, other) && same("handsOver", one, other);
            case WAIT -> same("when", one, other);
            default -> false;
        };
    }

    private static boolean isEachVoter(Step step) {
        return "${voter}".equals(step.properties().get("group"));
    }

    private static boolean same(String property, Step one, Step other) {
        return Objects.equals(one.properties().get(property), other.properties().get(property));
    }

    private static boolean isSignOff(Step step) {
        return SIGN_OFF.equals(step.properties().get("screen"));
    }

    /** The nearest of the portal's own steps that a bid comes to from a sign-off that is agreed to; an editor cannot move those about. */
    private static Set<String> ahead(Outline process, String signOff) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(signOff));
        while (!open.isEmpty()) {
            String at = open.pop();
            agreed(process, at).map(Way::to).filter(seen::add).forEach(id -> {
                Step step = process.step(id);
                if (step == null || step.kind() == Kind.GATEWAY || isSignOff(step)) {
                    open.add(id);
                } else {
                    found.add(id);
                }
            });
        }
        return found;
    }

    private static Stream<Way> agreed(Outline process, String from) {
        return process.ways().values().stream()
                .filter(way -> way.from().equals(from) && !way.condition().contains("signOff"));
    }

    /** The nearest steps behind a sign-off, as if it had been agreed to, that the other version still has. */
    private Set<String> next(String id) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>(Set.of(id));
        follow(id, found, seen);
        return found;
    }

    private void follow(String id, Set<String> found, Set<String> seen) {
        agreed(from, id).forEach(way -> {
            Step there = to.step(way.to());
            if (there != null && isSame(from.step(way.to()), there)) {
                found.add(way.to());
            } else if (seen.add(way.to())) {
                follow(way.to(), found, seen);
            }
        });
    }

    private static boolean isSame(@Nullable Step one, Step other) {
        return one != null && one.kind() == other.kind() && one.kind() != Kind.PART;
    }
}

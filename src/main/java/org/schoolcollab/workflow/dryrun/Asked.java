package org.schoolcollab.workflow.dryrun;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.schoolcollab.workflow.ProcessVariables;
import org.schoolcollab.workflow.gate.MadeUpBid;
import org.schoolcollab.workflow.gate.Outline;
import org.schoolcollab.workflow.gate.Outline.Kind;
import org.schoolcollab.workflow.gate.Outline.Step;

/**
 * Whether a value can still matter to a bid that waits at a step of a definition: whether a condition may ask for it before it is set
 * anew. Bids that differ in what nobody asks for go on alike. Where it cannot be told, the answer is yes.
 */
final class Asked {

    private static final String DECISION = ProcessVariables.DECISION.name();
    private static final String SIGN_OFF = ProcessVariables.SIGN_OFF.name();

    private final Outline outline;
    private final boolean main;
    private final Map<String, Boolean> known = new HashMap<>();

    /** @param main whether it is the process that a bid starts; a decision may be handed back by the others */
    Asked(Outline outline, boolean main) {
        this.outline = outline;
        this.main = main;
    }

    boolean isAsked(String variable, String waitsAt) {
        if (!variable.equals(DECISION) && !variable.equals(SIGN_OFF)) {
            return true;
        }
        return known.computeIfAbsent(variable + "@" + waitsAt, none -> search(variable, waitsAt));
    }

    private boolean search(String variable, String waitsAt) {
        Step waiting = outline.step(waitsAt);
        if (waiting == null) {
            return true;
        }
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        after(variable, waiting).forEach(open::add);
        while (!open.isEmpty()) {
            Step step = outline.step(open.pop());
            if (step == null || isEndThatTells(variable, step)) {
                return true;
            }
            if (seen.add(step.id())) {
                if (step.kind() == Kind.GATEWAY
                        && ways(step.id()).anyMatch(way -> way.condition().contains(variable))) {
                    return true;
                }
                after(variable, step).forEach(open::add);
            }
        }
        return false;
    }

    /** The end of a called process may hand the decision to its caller. */
    private boolean isEndThatTells(String variable, Step step) {
        return step.kind() == Kind.END && step.part().isEmpty() && !main && variable.equals(DECISION);
    }

    /** Where a bid can come from a step with the value that it had before. */
    private Stream<String> after(String variable, Step step) {
        Stream<String> on = sets(variable, step) ? Stream.empty() : targets(step.id());
        Stream<String> inner = step.kind() == Kind.PART ? starts(step.id()) : Stream.empty();
        Stream<String> out = step.kind() == Kind.END && !step.part().isEmpty() ? targets(step.part()) : Stream.empty();
        return Stream.of(on, inner, out, attached(step)).flatMap(all -> all);
    }

    private boolean sets(String variable, Step step) {
        String screen = step.properties().getOrDefault("screen", "");
        if (step.kind() == Kind.TASK) {
            boolean signOff = screen.equals("sign-off");
            return variable.equals(SIGN_OFF)
                    ? signOff
                    : !signOff && !MadeUpBid.outcomes(screen).equals(List.of(""));
        }
        return variable.equals(DECISION)
                && (step.properties().getOrDefault("does", "").contains(World.COUNT_BALLOT)
                        || step.properties().getOrDefault("handsOver", "").contains(DECISION + " → " + DECISION));
    }

    /** What ends a step or a part around it from outside; a refusal may be caught by any part. */
    private Stream<String> attached(Step step) {
        Set<String> hosts = new HashSet<>(Set.of(step.id()));
        for (Step host = step; host != null && !host.part().isEmpty(); host = outline.step(host.part())) {
            hosts.add(host.part());
        }
        return outline.steps().values().stream()
                .filter(event -> switch (event.kind()) {
                    case ERROR -> true;
                    case MESSAGE -> hosts.contains(event.on());
                    case TIMER ->
                        hosts.contains(event.on())
                                && "true".equals(event.properties().get("ends"));
                    default -> false;
                })
                .flatMap(event -> targets(event.id()));
    }

    private Stream<String> starts(String part) {
        return outline.steps().values().stream()
                .filter(step -> step.kind() == Kind.START && step.part().equals(part))
                .map(Step::id);
    }

    private Stream<String> targets(String id) {
        return ways(id).map(Outline.Way::to);
    }

    private Stream<Outline.Way> ways(String id) {
        return outline.ways().values().stream().filter(way -> way.from().equals(id));
    }
}

package org.schoolcollab.workflow.editing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Runs every path of a bid through a set of definitions, whatever anybody decides and whatever any other value is, and looks where
 * money is reached. Knows nothing of the gate: reads the steps as an editor sees them.
 */
final class EveryPath {

    private static final String OPEN = "?";
    private static final int MOST = 400_000;

    /** Where a path is: the calls it stands in, innermost last, and what happened on it. */
    private record At(
            List<String> calls,
            String process,
            String step,
            String decision,
            String by,
            Set<String> facts,
            boolean beside) {}

    private final Map<String, Definition> processes;
    private final Set<At> seen = new HashSet<>();
    private final Deque<At> open = new ArrayDeque<>();
    private final Set<String> wrong = new TreeSet<>();

    private EveryPath(Map<String, Definition> processes) {
        this.processes = processes;
    }

    /** Where money is reached without the board's approval or finance's; empty where it never is. */
    static Set<String> toMoneyPastAnApproval(Map<String, Definition> processes) {
        EveryPath paths = new EveryPath(processes);
        paths.run();
        return paths.wrong;
    }

    private void run() {
        go(new At(List.of(), "bidLifecycle", start("bidLifecycle", ""), "", "", Set.of(), false));
        while (!open.isEmpty() && wrong.isEmpty()) {
            if (seen.size() > MOST) {
                throw new IllegalStateException("too many paths");
            }
            step(open.pop());
        }
    }

    private String start(String process, String part) {
        return definition(process).steps().stream()
                .filter(step -> step.kind() == StepKind.START && step.part().equals(part))
                .map(Step::id)
                .findFirst()
                .orElseThrow();
    }

    private Definition definition(String process) {
        return Objects.requireNonNull(processes.get(process));
    }

    private static String property(Step step, StepProperty property) {
        return step.properties().getOrDefault(property, "");
    }

    private void go(At at) {
        if (seen.add(at)) {
            open.push(at);
        }
    }

    private Step of(At at) {
        return definition(at.process()).step(at.step());
    }

    private void step(At at) {
        Step step = of(at);
        events(at, step);
        switch (step.kind()) {
            case START, WAIT, EVENT -> leave(at, step);
            case TASK, VOTE -> person(at, step);
            case SERVICE -> service(at, step);
            case GATEWAY -> gateway(at, step);
            case PART ->
                go(new At(
                        at.calls(),
                        at.process(),
                        start(at.process(), step.id()),
                        at.decision(),
                        at.by(),
                        at.facts(),
                        at.beside()));
            case CALL -> {
                List<String> calls = new java.util.ArrayList<>(at.calls());
                calls.add(at.process() + "/" + step.id() + "/" + at.decision() + "/" + at.by());
                String called = property(step, StepProperty.CALLED);
                if (processes.containsKey(called) && calls.size() < 6) {
                    go(new At(List.copyOf(calls), called, start(called, ""), OPEN, "", at.facts(), at.beside()));
                }
            }
            case END -> end(at, step);
        }
    }

    /** Whatever stands on the step, or on the parts and calls around it, can end or accompany it at any time. */
    private void events(At at, Step step) {
        for (At around = at; around != null; around = around(around)) {
            At host = around;
            definition(host.process()).steps().stream()
                    .filter(event -> host.step().equals(event.attachedTo()))
                    .forEach(event -> go(new At(
                            host.calls(),
                            host.process(),
                            event.id(),
                            OPEN,
                            host.equals(at) ? at.by() : "",
                            at.facts(),
                            at.beside() || event.accompanies())));
        }
    }

    private @Nullable At around(At at) {
        Step step = of(at);
        if (!step.part().isEmpty()) {
            return new At(at.calls(), at.process(), step.part(), at.decision(), at.by(), at.facts(), at.beside());
        }
        if (at.calls().isEmpty()) {
            return null;
        }
        String[] caller = at.calls().getLast().split("/", -1);
        return new At(
                at.calls().subList(0, at.calls().size() - 1),
                caller[0],
                caller[1],
                caller[2],
                caller[3],
                at.facts(),
                at.beside());
    }

    private void person(At at, Step step) {
        String form = step.kind() == StepKind.VOTE ? "vote" : property(step, StepProperty.FORM);
        Set<String> facts = new TreeSet<>(at.facts());
        switch (form) {
            case "plan" -> {
                facts.remove("approved");
                leave(with(at, at.decision(), "", facts), step);
            }
            case "review" -> decide(at, step, "adviser", facts, "RECOMMENDED", "RETURNED");
            case "ballot" -> decide(at, step, "referral", facts, "OPEN", "DEFERRED", "PASSED");
            case "release-approval" -> decide(at, step, "finance", facts, "APPROVED", "REJECTED");
            case "march-acceptance", "october-acceptance" -> {
                needs(at, step, facts, "paid");
                decide(at, step, "report", facts, "ACCEPTED", "RETURNED");
            }
            case "march-report", "october-report" -> {
                needs(at, step, facts, "paid");
                leave(at, step);
            }
            case "release" -> {
                needs(at, step, facts, "committed");
                facts.remove("paid");
                leave(with(at, at.decision(), at.by(), facts), step);
            }
            default -> leave(at, step);
        }
    }

    private void decide(At at, Step step, String by, Set<String> facts, String... outcomes) {
        for (String outcome : outcomes) {
            Set<String> then = new TreeSet<>(facts);
            if (by.equals("adviser")) {
                then.remove("approved");
            } else if (by.equals("finance") && outcome.equals("APPROVED")) {
                needs(at, step, then, "committed");
                then.add("paid");
            }
            leave(with(at, outcome, by, then), step);
        }
    }

    private void service(At at, Step step) {
        Set<String> facts = new TreeSet<>(at.facts());
        switch (property(step, StepProperty.DELEGATE)) {
            case "countBallot" -> {
                for (String outcome : List.of("APPROVED", "REFUSED", "TIED", "UNFUNDED", "INQUORATE", "VOID")) {
                    Set<String> then = new TreeSet<>(facts);
                    then.remove("approved");
                    if (outcome.equals("APPROVED")) {
                        then.add("approved");
                    }
                    leave(with(at, outcome, "board", then), step);
                }
            }
            case "commitFunds" -> {
                needs(at, step, facts, "approved");
                facts.add("committed");
                leave(with(at, at.decision(), at.by(), facts), step);
            }
            case "returnFunds" -> {
                facts.remove("committed");
                leave(with(at, at.decision(), at.by(), facts), step);
            }
            case "closeBid" -> {
                needs(at, step, facts, "paid");
                leave(at, step);
            }
            default -> leave(at, step);
        }
    }

    private void needs(At at, Step step, Set<String> facts, String fact) {
        if (!facts.contains(fact)) {
            wrong.add(at.process() + ": " + step.id() + " reached without being " + fact);
        }
    }

    /** Each way whose condition can hold with what was decided; a condition on anything else can always hold, and fail. */
    private void gateway(At at, Step step) {
        boolean certain = false;
        for (Way way : step.ways()) {
            if (way.otherwise()) {
                continue;
            }
            Optional<Boolean> holds = holds(way.condition(), at.decision());
            if (holds.orElse(true) && !certain) {
                go(at(at, way.to()));
            }
            certain |= holds.orElse(false);
        }
        if (!certain) {
            step.ways().stream().filter(Way::otherwise).forEach(way -> go(at(at, way.to())));
        }
    }

    /** Only "decision == 'X'", these joined by or, and the opposite of that are read; all else may hold or not. */
    private static Optional<Boolean> holds(String condition, String decision) {
        if (decision.equals(OPEN)) {
            return Optional.empty();
        }
        String inner = condition.substring(2, condition.length() - 1).strip();
        if (inner.startsWith("!(") && inner.indexOf(')') == inner.length() - 1) {
            return holds("${" + inner.substring(2, inner.length() - 1) + "}", decision)
                    .map(held -> !held);
        }
        boolean any = false;
        for (String part : inner.split("\\|\\|", -1)) {
            var compared =
                    java.util.regex.Pattern.compile("decision == '([A-Z_]+)'").matcher(part.strip());
            if (!compared.matches()) {
                return Optional.empty();
            }
            any |= compared.group(1).equals(decision);
        }
        return Optional.of(any);
    }

    private void end(At at, Step step) {
        if (at.beside()) {
            return;
        }
        At around = around(at);
        if (around == null) {
            return;
        }
        Step host = of(around);
        if (host.kind() == StepKind.PART) {
            boolean thrown = step.ways().isEmpty() && isError(step);
            if (!thrown) {
                leave(with(around, at.decision(), at.by(), at.facts()), host);
            }
        } else {
            boolean handsBack = "boardVote".equals(host.properties().get(StepProperty.CALLED));
            leave(
                    handsBack
                            ? with(around, at.decision(), at.by(), at.facts())
                            : with(around, around.decision(), around.by(), at.facts()),
                    host);
        }
    }

    /** The one end that raises an error; what catches it is followed as an event of its part. */
    private static boolean isError(Step step) {
        return step.id().equals("endEvent_BoardRefused");
    }

    private void leave(At at, Step step) {
        step.ways().forEach(way -> go(at(at, way.to())));
    }

    private static At at(At at, String step) {
        return new At(at.calls(), at.process(), step, at.decision(), at.by(), at.facts(), at.beside());
    }

    private static At with(At at, String decision, String by, Set<String> facts) {
        return new At(at.calls(), at.process(), at.step(), decision, by, Set.copyOf(facts), at.beside());
    }
}

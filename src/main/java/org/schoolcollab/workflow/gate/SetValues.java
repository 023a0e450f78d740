package org.schoolcollab.workflow.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.schoolcollab.workflow.gate.Drawing.Kind;
import org.schoolcollab.workflow.gate.Drawing.Node;

/**
 * Which values are set wherever a bid comes, by whatever way: also by those on which a deadline passes, a message arrives or an error is
 * raised, which no made-up bid goes. Refuses what needs a value that is not set on one of the ways. A value that is set is never taken
 * away, so what is set at a step is what is set on every way to it.
 */
final class SetValues {

    private final Function<String, Optional<Drawing>> library;
    /** What each process is told when it begins, by its key: what all of its callers tell it. */
    private final Map<String, Set<String>> told = new LinkedHashMap<>();

    private final List<Finding> findings = new ArrayList<>();

    private SetValues(Function<String, Optional<Drawing>> library) {
        this.library = library;
    }

    /** Follows the main process and all that it calls; the library knows each of them. */
    static List<Finding> check(Drawing main, Function<String, Optional<Drawing>> library) {
        SetValues values = new SetValues(library);
        values.told.put(main.key(), Vocabulary.KNOWN_AT_START);
        Set<String> keys = Calls.from(main, library);
        keys.forEach(key -> library.apply(key).ifPresent(values::tell));
        keys.forEach(key -> library.apply(key).ifPresent(values::follow));
        return List.copyOf(values.findings);
    }

    private void tell(Drawing caller) {
        caller.nodes().filter(node -> node.kind() == Kind.CALL).forEach(call -> {
            Set<String> handed = new HashSet<>();
            handed(call).forEach(in -> handed.add(in.get("target")));
            told.merge(call.xml().get("calledElement"), handed, SetValues::both);
        });
    }

    private static Stream<XmlElement> handed(Node call) {
        return call.xml().children("extensionElements").flatMap(extension -> extension.children("flowable:in"));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }

    /**
     * A place on a way.
     *
     * @param beside whether it is the way of a notice, whose end ends nothing else
     */
    private record Place(Node node, boolean beside) {}

    private void follow(Drawing drawing) {
        Map<Place, Set<String>> at = new LinkedHashMap<>();
        Deque<Place> open = new ArrayDeque<>();
        drawing.start("")
                .ifPresent(
                        start -> arrive(new Place(start, false), told.getOrDefault(drawing.key(), Set.of()), at, open));
        while (!open.isEmpty()) {
            Place place = open.pop();
            Set<String> here = Objects.requireNonNull(at.get(place));
            for (Node boundary : drawing.boundaries(place.node())) {
                arrive(new Place(boundary, place.beside() || !boundary.interrupts()), here, at, open);
            }
            Set<String> then = new HashSet<>(here);
            then.addAll(setBy(place.node()));
            next(drawing, place).forEach(next -> arrive(new Place(next, place.beside()), then, at, open));
        }
        at.forEach((place, values) -> require(drawing, place.node(), values));
    }

    private static Stream<Node> next(Drawing drawing, Place place) {
        Node node = place.node();
        if (node.kind() == Kind.SCOPE) {
            return drawing.start(node.id()).stream();
        }
        Node left = node.kind() == Kind.END && !place.beside() ? drawing.node(node.scope()) : node;
        return left == null
                ? Stream.empty()
                : drawing.leaving(left).stream().map(flow -> Objects.requireNonNull(drawing.node(flow.target())));
    }

    private static void arrive(Place next, Set<String> values, Map<Place, Set<String>> at, Deque<Place> open) {
        Set<String> before = at.get(next);
        Set<String> now = before == null ? values : both(before, values);
        if (!now.equals(before)) {
            at.put(next, now);
            open.add(next);
        }
    }

    /** What is set once the node is done. That a ballot may not have been opened is for {@link Journeys} to see. */
    private static Set<String> setBy(Node node) {
        Set<String> set = new HashSet<>();
        switch (node.kind()) {
            case PERSON -> {
                String screen = node.xml().get("flowable:formKey");
                if (screen.equals(Vocabulary.SIGN_OFF)) {
                    set.add("signOff");
                } else if (MadeUpBid.decision(screen).isPresent()) {
                    set.add(Vocabulary.DECISION);
                }
                if (screen.equals("ballot")) {
                    set.addAll(Vocabulary.KNOWN_AT_VOTE);
                }
            }
            case SERVICE -> {
                String delegate = Expressions.name(node.xml().get("flowable:delegateExpression"))
                        .orElse("");
                if (delegate.equals(Vocabulary.COUNT_BALLOT)) {
                    set.add(Vocabulary.DECISION);
                } else if (delegate.equals(Vocabulary.COMMIT_FUNDS)) {
                    set.add("instalments");
                }
            }
            case CALL -> {
                if (node.xml()
                        .children("extensionElements")
                        .anyMatch(extension ->
                                extension.children("flowable:out").findAny().isPresent())) {
                    set.add(Vocabulary.DECISION);
                }
            }
            default -> {
                // Sets nothing.
            }
        }
        return set;
    }

    private void require(Drawing drawing, Node node, Set<String> here) {
        needed(drawing, node)
                .filter(name -> !here.contains(name))
                .map(name -> Finding.of(node.id(), "gate.valueNotSet", node.label(), name))
                .filter(finding -> !findings.contains(finding))
                .forEach(findings::add);
    }

    private static Stream<String> needed(Drawing drawing, Node node) {
        return switch (node.kind()) {
            case PERSON ->
                Stream.concat(
                        node.xml().get("flowable:formKey").equals("vote")
                                ? Stream.of("voters")
                                : Arrays.stream(node.xml()
                                                .get("flowable:candidateGroups")
                                                .split(","))
                                        .flatMap(SetValues::name),
                        name(node.xml().get("flowable:dueDate")));
            case TIMER, ON_TIMER ->
                node.xml()
                        .all()
                        .filter(element -> element.name().equals("timeDate"))
                        .flatMap(element -> name(element.text()));
            case GATEWAY ->
                drawing.leaving(node).stream()
                        .flatMap(flow -> Expressions.condition(flow.condition()).stream())
                        .flatMap(SetValues::variables);
            case CALL -> handed(node).map(in -> in.get("source")).filter(source -> !source.isEmpty());
            default -> Stream.empty();
        };
    }

    private static Stream<String> name(String expression) {
        return Expressions.name(expression.strip()).stream();
    }

    private static Stream<String> variables(Condition condition) {
        return switch (condition) {
            case Condition.Comparison compared -> Stream.of(compared.variable());
            case Condition.Not not -> variables(not.inner());
            case Condition.Both both -> Stream.concat(variables(both.left()), variables(both.right()));
            case Condition.Either either -> Stream.concat(variables(either.left()), variables(either.right()));
        };
    }
}

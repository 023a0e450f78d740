package org.schoolcollab.workflow.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.schoolcollab.workflow.gate.Drawing.Flow;
import org.schoolcollab.workflow.gate.Drawing.Kind;
import org.schoolcollab.workflow.gate.Drawing.Node;

/**
 * The last layer: carries made-up bids through the main process as the modules would let them, one on which everything is agreed, one each
 * on which a single decision goes otherwise at first, and one each on which a vote ends at first by an event. Refuses a definition on which one of them gets stuck: at a step that
 * its module would refuse, at a value that nobody has set, or in a circle.
 */
final class Journeys {

    private static final int MOST_STEPS = 400;

    /** A process under way with its own values. */
    private static final class Frame {

        private final Drawing drawing;
        private final Optional<Frame> outer;
        private final Optional<Node> caller;
        private final Map<String, String> values = new HashMap<>();

        Frame(Drawing drawing, Optional<Frame> outer, Optional<Node> caller) {
            this.drawing = drawing;
            this.outer = outer;
            this.caller = caller;
        }
    }

    private final Function<String, Optional<Drawing>> library;
    private final MadeUpDecisions decisions;
    private final MadeUpBid bid;
    private final boolean secondWaits;
    private Frame frame;
    private Optional<Node> at;

    private Journeys(
            Drawing main,
            Function<String, Optional<Drawing>> library,
            MadeUpDecisions.Otherwise otherwise,
            int instalments,
            boolean secondWaits) {
        this.library = library;
        this.decisions = new MadeUpDecisions(otherwise);
        this.bid = new MadeUpBid(instalments, secondWaits);
        this.secondWaits = secondWaits;
        this.frame = new Frame(main, Optional.empty(), Optional.empty());
        this.at = main.start("");
        Vocabulary.KNOWN_AT_START.forEach(name -> frame.values.put(name, ""));
        frame.values.put("secondWaits", Boolean.toString(secondWaits));
    }

    /** Carries every made-up bid through; the library knows each process that is called. */
    static List<Finding> check(Drawing main, Function<String, Optional<Drawing>> library) {
        Set<Finding> findings = new LinkedHashSet<>();
        List<MadeUpDecisions.Otherwise> others = new ArrayList<>(MadeUpDecisions.OTHERWISE);
        Calls.from(main, library).stream()
                .sorted()
                .flatMap(key -> library.apply(key).stream())
                .flatMap(Journeys::endsOfVotes)
                .forEach(event -> others.add(new MadeUpDecisions.Otherwise(event.id(), "")));
        for (MadeUpDecisions.Otherwise otherwise : others) {
            for (int instalments = 1; instalments <= 2; instalments++) {
                new Journeys(main, library, otherwise, instalments, false).run().ifPresent(findings::add);
                new Journeys(main, library, otherwise, instalments, true).run().ifPresent(findings::add);
            }
        }
        return List.copyOf(findings);
    }

    private static Stream<Node> endsOfVotes(Drawing drawing) {
        return drawing.nodes().filter(Journeys::isVote).flatMap(vote -> endsOf(drawing, vote));
    }

    private static boolean isVote(Node node) {
        return node.kind() == Kind.PERSON && node.xml().get("flowable:formKey").equals("vote");
    }

    /** The events that end a vote before all have voted, but for the withdrawal of the bid. */
    private static Stream<Node> endsOf(Drawing drawing, Node vote) {
        return drawing.boundaries(vote).stream()
                .filter(event -> event.interrupts()
                        && event.kind() != Kind.ON_ERROR
                        && !drawing.messageName(event).equals(Vocabulary.WITHDRAWN));
    }

    private Optional<Finding> run() {
        Node last = null;
        try {
            for (int steps = 0; steps < MOST_STEPS; steps++) {
                if (at.isEmpty()) {
                    return bid.isWhole() || last == null
                            ? Optional.empty()
                            : Optional.of(finding(last, "gate.journeyUnfinished"));
                }
                last = at.get();
                at = next(last);
            }
            return Optional.of(finding(Objects.requireNonNull(last), "gate.journeyCircles"));
        } catch (Stuck stuck) {
            return Optional.of(finding(Objects.requireNonNull(last), stuck.reason(), stuck.arguments()));
        }
    }

    private Finding finding(Node node, String reason, String... more) {
        List<String> arguments = new ArrayList<>(List.of(node.label()));
        arguments.addAll(List.of(more));
        return new Finding(node.id(), reason, List.copyOf(arguments));
    }

    private Optional<Node> next(Node node) throws Stuck {
        switch (node.kind()) {
            case PERSON -> {
                person(node);
                Optional<Node> ended = ended(node);
                if (ended.isPresent()) {
                    return ended;
                }
            }
            case SERVICE -> service(node);
            case TIMER -> timer(node);
            case GATEWAY -> {
                return gateway(node);
            }
            case CALL -> {
                return call(node);
            }
            case SCOPE -> {
                timers(node);
                return frame.drawing.start(node.id());
            }
            case END -> {
                return end(node);
            }
            case ERROR_END -> {
                return error(node);
            }
            case START, ON_TIMER, ON_MESSAGE, ON_ERROR -> {
                // Only a way on.
            }
        }
        return on(node);
    }

    /** By what the vote ended, where it did not by the votes. */
    private Optional<Node> ended(Node node) {
        return isVote(node)
                ? endsOf(frame.drawing, node)
                        .filter(event -> decisions.comes(event.id()))
                        .findFirst()
                : Optional.empty();
    }

    private Optional<Node> on(Node node) {
        return frame.drawing.leaving(node).stream()
                .findFirst()
                .map(flow -> Objects.requireNonNull(frame.drawing.node(flow.target())));
    }

    private void person(Node node) throws Stuck {
        String screen = node.xml().get("flowable:formKey");
        if (!screen.equals("vote")) {
            needs(node.xml().get("flowable:candidateGroups"));
        } else if (!frame.values.containsKey("voters")) {
            throw new Stuck("gate.valueNotSet", "voters");
        }
        needs(node.xml().get("flowable:dueDate"));
        timers(node);
        int instalment = instalment();
        if (!bid.isPossible(screen, instalment)) {
            throw new Stuck("gate.notPossibleHere");
        }
        String outcome = decisions.outcome(screen.equals(Vocabulary.SIGN_OFF) ? node.id() : screen, screen);
        bid.act(screen, outcome, instalment);
        if (screen.equals(Vocabulary.SIGN_OFF)) {
            frame.values.put("signOff", outcome);
        } else if (MadeUpBid.decision(screen).isPresent()) {
            frame.values.put(Vocabulary.DECISION, outcome);
            if (outcome.equals("OPEN")) {
                Vocabulary.KNOWN_AT_VOTE.forEach(name -> frame.values.put(name, ""));
            }
        }
    }

    private int instalment() {
        String number = frame.values.getOrDefault("instalment", "0");
        return Integer.parseInt(number);
    }

    private void service(Node node) throws Stuck {
        String delegate =
                Expressions.name(node.xml().get("flowable:delegateExpression")).orElse("");
        if (!bid.canServe(delegate)) {
            throw new Stuck("gate.notPossibleHere");
        }
        String outcome = decisions.outcome(delegate, delegate);
        bid.serve(delegate, outcome);
        if (delegate.equals(Vocabulary.COUNT_BALLOT)) {
            frame.values.put(Vocabulary.DECISION, outcome);
        } else if (delegate.equals(Vocabulary.COMMIT_FUNDS)) {
            frame.values.put("instalments", Integer.toString(bid.instalments()));
        }
    }

    /** The timers on a step are set when it is reached. */
    private void timers(Node node) throws Stuck {
        for (Node boundary : frame.drawing.boundaries(node)) {
            if (boundary.kind() == Kind.ON_TIMER) {
                timer(boundary);
            }
        }
    }

    private void timer(Node node) throws Stuck {
        for (XmlElement element : node.xml().all().toList()) {
            if (element.name().equals("timeDate")) {
                needs(element.text());
            }
        }
    }

    private void needs(String expression) throws Stuck {
        Optional<String> name = Expressions.name(expression);
        if (name.isPresent() && !frame.values.containsKey(name.get())) {
            throw new Stuck("gate.valueNotSet", name.get());
        }
    }

    private Optional<Node> gateway(Node node) throws Stuck {
        Optional<Flow> taken = Optional.empty();
        for (Flow flow : frame.drawing.leaving(node)) {
            Optional<Condition> condition = Expressions.condition(flow.condition());
            if (taken.isEmpty() && condition.isPresent() && holds(condition.get())) {
                taken = Optional.of(flow);
            }
        }
        Optional<Flow> way = taken.isPresent()
                ? taken
                : frame.drawing.leaving(node).stream()
                        .filter(flow -> flow.condition().isEmpty())
                        .findFirst();
        return way.map(flow -> Objects.requireNonNull(frame.drawing.node(flow.target())));
    }

    private boolean holds(Condition condition) throws Stuck {
        return switch (condition) {
            case Condition.Comparison compared -> {
                String value = frame.values.get(compared.variable());
                if (value == null) {
                    throw new Stuck("gate.valueNotSet", compared.variable());
                }
                yield value.equals(compared.constant()) == compared.equal();
            }
            case Condition.Not not -> !holds(not.inner());
            case Condition.Both both -> holds(both.left()) && holds(both.right());
            case Condition.Either either -> holds(either.left()) || holds(either.right());
        };
    }

    private Optional<Node> call(Node node) throws Stuck {
        timers(node);
        Frame inner = new Frame(
                library.apply(node.xml().get("calledElement"))
                        .orElseThrow(() -> new Stuck("gate.calledUnknown", "", "")),
                Optional.of(frame),
                Optional.of(node));
        List<XmlElement> handed = node.xml()
                .children("extensionElements")
                .flatMap(extension -> extension.children("flowable:in"))
                .toList();
        for (XmlElement in : handed) {
            if (in.has("source")) {
                String value = frame.values.get(in.get("source"));
                if (value == null) {
                    throw new Stuck("gate.valueNotSet", in.get("source"));
                }
                inner.values.put(in.get("target"), value);
            } else {
                Expressions.number(in.get("sourceExpression"))
                        .ifPresent(number -> inner.values.put(in.get("target"), Integer.toString(number)));
            }
        }
        frame = inner;
        return inner.drawing.start("");
    }

    private Optional<Node> end(Node node) {
        if (!node.scope().isEmpty()) {
            return on(Objects.requireNonNull(frame.drawing.node(node.scope())));
        }
        if (frame.outer.isEmpty()) {
            return Optional.empty();
        }
        Frame inner = frame;
        Node caller = inner.caller.orElseThrow();
        frame = inner.outer.orElseThrow();
        boolean handsBack = caller.xml()
                .children("extensionElements")
                .flatMap(extension -> extension.children("flowable:out"))
                .findAny()
                .isPresent();
        if (handsBack) {
            frame.values.put(Vocabulary.DECISION, inner.values.getOrDefault(Vocabulary.DECISION, ""));
        }
        return on(caller);
    }

    /** To the nearest place around that catches it; that one does is checked with the ways to money. */
    private Optional<Node> error(Node node) throws Stuck {
        String code = frame.drawing.errorCode(node);
        String scope = node.scope();
        while (true) {
            Optional<Node> around;
            if (scope.isEmpty()) {
                if (frame.caller.isEmpty()) {
                    throw new Stuck("gate.notPossibleHere");
                }
                around = frame.caller;
                frame = frame.outer.orElseThrow();
            } else {
                around = Optional.ofNullable(frame.drawing.node(scope));
            }
            Node host = around.orElseThrow();
            Optional<Node> caught = frame.drawing.boundaries(host).stream()
                    .filter(on -> on.kind() == Kind.ON_ERROR
                            && frame.drawing.errorCode(on).equals(code))
                    .findFirst();
            if (caught.isPresent()) {
                return caught;
            }
            scope = host.scope();
        }
    }
}

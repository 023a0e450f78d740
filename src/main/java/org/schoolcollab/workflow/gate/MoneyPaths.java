package org.schoolcollab.workflow.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.schoolcollab.workflow.gate.Drawing.Flow;
import org.schoolcollab.workflow.gate.Drawing.Kind;
import org.schoolcollab.workflow.gate.Drawing.Node;

/**
 * The third layer's second half: follows every way through the main process and all it calls, together with what is known on that way
 * about decisions and money, and refuses a way that reaches money without the board's decision and finance's approval (rules 1 and 3
 * of the domain), a board without a recommendation, or an end while the bid is still open. Conditions on the last decision are read,
 * all others taken as open, so that no way that can happen is left out.
 */
final class MoneyPaths {

    private static final int MOST_WAYS = 20_000;
    private static final int DEEPEST_CALL = 6;
    private static final int MOST_FINDINGS = 10;
    private static final int STEPS_NAMED = 12;

    private final Function<String, Optional<Drawing>> library;
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Map<Point, Optional<Point>> seen = new HashMap<>();
    private final Deque<Point> open = new ArrayDeque<>();
    private boolean completes;

    private MoneyPaths(Function<String, Optional<Drawing>> library) {
        this.library = library;
    }

    /**
     * Follows every way from the start of this process.
     *
     * @param library finds the process of a key; each of its drawings can be followed, see {@link ShapeRules}
     */
    static List<Finding> check(Drawing root, Function<String, Optional<Drawing>> library) {
        MoneyPaths paths = new MoneyPaths(library);
        paths.follow(root);
        return List.copyOf(paths.findings);
    }

    private void follow(Drawing root) {
        root.start("").ifPresent(start -> first(Point.start(root, start)));
        while (!open.isEmpty() && findings.size() < MOST_FINDINGS) {
            if (seen.size() > MOST_WAYS) {
                findings.add(Finding.of(root.key(), "gate.tooManyWays"));
                return;
            }
            reach(open.pop());
        }
        if (findings.isEmpty() && !completes && root.key().equals(Vocabulary.MAIN_PROCESS)) {
            findings.add(Finding.of(root.key(), "gate.neverCompletes"));
        }
    }

    private void first(Point point) {
        seen.put(point, Optional.empty());
        open.add(point);
    }

    private void go(Point from, Point to) {
        if (seen.putIfAbsent(to, Optional.of(from)) == null) {
            open.add(to);
        }
    }

    private void reach(Point at) {
        interruptions(at);
        switch (at.node().kind()) {
            case START, TIMER, ON_TIMER -> leave(at, at.known());
            case ON_MESSAGE ->
                leave(at, isWithdrawal(at.drawing(), at.node()) ? at.known().bidOver() : at.known());
            case ON_ERROR -> leave(at, at.known().bidOver());
            case PERSON -> person(at);
            case SERVICE -> service(at);
            case GATEWAY -> gateway(at);
            case CALL -> call(at);
            case SCOPE -> at.drawing().start(at.node().id()).ifPresent(start -> go(at, at.at(start, at.known())));
            case END -> end(at);
            case ERROR_END -> error(at);
        }
    }

    /** What may end or accompany a step before it is done: on the step itself, or on what it stands in, called processes included. */
    private void interruptions(Point at) {
        for (Node boundary : at.drawing().boundaries(at.node())) {
            if (boundary.kind() != Kind.ON_ERROR) {
                Known known = boundary.interrupts() ? at.known() : at.known().besideTheWay();
                go(at, at.at(boundary, known));
            }
        }
        if (!at.node().kind().waits() || at.known().beside()) {
            return;
        }
        boolean withdrawable = isWithdrawable(at);
        for (Optional<Point> around = at.around();
                around.isPresent();
                around = around.get().around()) {
            Point outside = around.get();
            withdrawable |= isWithdrawable(outside);
            for (Node boundary : outside.drawing().boundaries(outside.node())) {
                if (boundary.kind() != Kind.ON_ERROR && boundary.interrupts()) {
                    go(at, outside.at(boundary, outside.known()));
                }
            }
        }
        boolean needed = at.node().kind() == Kind.PERSON && !at.known().released();
        if (needed && !withdrawable && at.isIn(Vocabulary.MAIN_PROCESS)) {
            add(at, "gate.notWithdrawable");
        }
    }

    private static boolean isWithdrawable(Point at) {
        return at.drawing().boundaries(at.node()).stream().anyMatch(on -> isWithdrawal(at.drawing(), on));
    }

    private static boolean isWithdrawal(Drawing drawing, Node node) {
        return node.kind() == Kind.ON_MESSAGE && drawing.messageName(node).equals(Vocabulary.WITHDRAWN);
    }

    private void person(Point at) {
        Known known = at.known();
        if (known.beside()) {
            add(at, "gate.besideTheWay");
            return;
        }
        switch (at.node().xml().get("flowable:formKey")) {
            case "plan" -> leave(at, known.planChanged());
            case "review" -> leave(at, known.planChanged().decided(Decision.REVIEW));
            case "ballot" ->
                require(at, known.recommended(), "gate.noRecommendation", known.decided(Decision.REFERRAL));
            case "vote" -> {
                if (known.mayBeReferred()) {
                    add(at, "gate.referralIgnored");
                } else {
                    require(at, known.recommended(), "gate.noRecommendation", known);
                }
            }
            case "casting-vote" -> require(at, known.recommended(), "gate.noRecommendation", known);
            case "award" ->
                require(at, known.award() == Known.Award.COMMITTED, "gate.noDecision", known.awardAccepted());
            case "release" -> {
                if (known.award() == Known.Award.COMMITTED) {
                    add(at, "gate.notAccepted");
                } else {
                    boolean awarded = known.award() == Known.Award.ACCEPTED && !known.over();
                    require(at, awarded, "gate.noDecision", known.requestMade());
                }
            }
            case "release-approval" -> require(at, known.requested(), "gate.noRequest", known.requestAnswered());
            case "march-report", "october-report" -> require(at, known.isPaid(), "gate.noRelease", known);
            case "march-acceptance", "october-acceptance" ->
                require(at, known.isPaid(), "gate.noRelease", known.decided(Decision.REPORT));
            default -> leave(at, known);
        }
    }

    private void service(Point at) {
        Known known = at.known();
        String delegate = Expressions.name(at.node().xml().get("flowable:delegateExpression"))
                .orElse("");
        if (known.beside() && !Vocabulary.NOTICES.contains(delegate)) {
            add(at, "gate.besideTheWay");
            return;
        }
        switch (delegate) {
            case Vocabulary.COUNT_BALLOT ->
                require(at, known.recommended(), "gate.noRecommendation", known.decided(Decision.BOARD));
            case Vocabulary.COMMIT_FUNDS -> {
                boolean approved = known.recommended() && known.boardSaid("APPROVED") && !known.over();
                require(at, approved, "gate.noDecision", known.fundsCommitted());
            }
            case Vocabulary.RETURN_FUNDS -> leave(at, known.fundsReturned());
            case Vocabulary.CLOSE_BID -> require(at, known.isPaid(), "gate.noRelease", known.bidOver());
            default -> leave(at, known);
        }
    }

    private void gateway(Point at) {
        List<Flow> leaving = at.drawing().leaving(at.node());
        Set<String> outcomes = at.known().outcomes();
        Set<String> otherwise = new LinkedHashSet<>(outcomes);
        for (Flow flow : leaving) {
            Optional<Condition> condition = Expressions.condition(flow.condition());
            if (condition.isEmpty()) {
                continue;
            }
            Set<String> left = new LinkedHashSet<>();
            for (String outcome : outcomes) {
                Condition.Truth truth = condition.get().with(outcome);
                if (truth != Condition.Truth.NO) {
                    left.add(outcome);
                }
                if (truth == Condition.Truth.YES) {
                    otherwise.remove(outcome);
                }
            }
            take(at, flow, left);
        }
        leaving.stream().filter(flow -> flow.condition().isEmpty()).forEach(flow -> take(at, flow, otherwise));
    }

    private void take(Point at, Flow flow, Set<String> left) {
        Node target = at.drawing().node(flow.target());
        if (target != null && !left.isEmpty()) {
            Known known = at.known();
            go(at, at.at(target, known.by() == Decision.NONE ? known : known.narrowed(Set.copyOf(left))));
        }
    }

    private void call(Point at) {
        if (at.known().beside()) {
            add(at, "gate.besideTheWay");
            return;
        }
        String key = at.node().xml().get("calledElement");
        Optional<Drawing> called = library.apply(key);
        if (called.isEmpty()) {
            add(at, "gate.calledUnknown", key);
        } else if (at.frame().depth() >= DEEPEST_CALL) {
            add(at, "gate.callsTooDeep", key);
        } else {
            called.get().start("").ifPresent(start -> go(at, at.into(called.get(), start)));
        }
    }

    private void end(Point at) {
        Known known = at.known();
        if (known.beside()) {
            return;
        }
        Optional<Point> around = at.around();
        if (around.isEmpty()) {
            endOfAll(at);
        } else if (!at.node().scope().isEmpty()) {
            goOn(at, around.get(), known);
        } else if (known.isOpenBallot()) {
            add(at, "gate.ballotOpen");
        } else {
            goOn(
                    at,
                    around.get(),
                    known.backIn(
                            at.before().getFirst(),
                            handsBackDecision(around.get().node())));
        }
    }

    private void endOfAll(Point at) {
        if (!at.isIn(Vocabulary.MAIN_PROCESS)) {
            return;
        }
        if (!at.known().over()) {
            add(at, "gate.bidOpen");
        } else if (at.known().award() != Known.Award.NONE && !at.known().released()) {
            add(at, "gate.fundsKept");
        }
        completes |= at.known().isPaid();
    }

    private static boolean handsBackDecision(Node caller) {
        return caller.xml()
                .children("extensionElements")
                .flatMap(extension -> extension.children("flowable:out"))
                .anyMatch(out -> out.get("target").equals(Vocabulary.DECISION));
    }

    /** An error is the board's refusal; it goes to the nearest place around that catches it. */
    private void error(Point at) {
        if (!at.known().boardSaid("REFUSED")) {
            add(at, "gate.notRefused");
            return;
        }
        String code = at.drawing().errorCode(at.node());
        for (Optional<Point> around = at.around();
                around.isPresent();
                around = around.get().around()) {
            Point outside = around.get();
            Optional<Node> caught = outside.drawing().boundaries(outside.node()).stream()
                    .filter(on -> on.kind() == Kind.ON_ERROR
                            && outside.drawing().errorCode(on).equals(code))
                    .findFirst();
            if (caught.isPresent()) {
                go(at, outside.at(caught.get(), outside.known()));
                return;
            }
        }
        add(at, "gate.errorNotCaught");
    }

    private void require(Point at, boolean holds, String reason, Known after) {
        if (holds) {
            leave(at, after);
        } else {
            add(at, reason);
        }
    }

    private void leave(Point at, Known known) {
        goOn(at, at, known);
    }

    /** From where a way has come to, goes on behind the step, sub-process or call that is done with it. */
    private void goOn(Point from, Point done, Known known) {
        for (Flow flow : done.drawing().leaving(done.node())) {
            Node target = done.drawing().node(flow.target());
            if (target != null) {
                go(from, done.at(target, known));
            }
        }
    }

    private void add(Point at, String reason, String... more) {
        List<String> arguments = new ArrayList<>();
        arguments.add(at.node().label());
        arguments.add(way(at));
        arguments.addAll(List.of(more));
        findings.add(new Finding(at.node().id(), reason, List.copyOf(arguments)));
    }

    /** The last steps on the way here, for people to follow in the diagram. */
    private String way(Point at) {
        Deque<String> labels = new ArrayDeque<>();
        Optional<Point> step = Optional.of(at);
        while (step.isPresent() && labels.size() < STEPS_NAMED) {
            Point point = step.get();
            if (point.node().kind() != Kind.GATEWAY) {
                labels.push(point.node().label());
            }
            step = seen.getOrDefault(point, Optional.empty());
        }
        return String.join(", ", labels);
    }
}

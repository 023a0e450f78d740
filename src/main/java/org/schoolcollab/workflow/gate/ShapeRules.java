package org.schoolcollab.workflow.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.schoolcollab.workflow.gate.Drawing.Flow;
import org.schoolcollab.workflow.gate.Drawing.Kind;
import org.schoolcollab.workflow.gate.Drawing.Node;

/**
 * What a drawing needs as a whole: one start, steps that are all reached and all lead to an end, a way on from every gateway, no circle
 * without anybody acting, and everything on the diagram.
 */
final class ShapeRules {

    private final Drawing drawing;
    private final List<Finding> findings = new ArrayList<>();

    private ShapeRules(Drawing drawing) {
        this.drawing = drawing;
    }

    /**
     * What was found.
     *
     * @param canBeFollowed whether every flow leads somewhere, so that ways through the drawing can be followed
     */
    record Result(List<Finding> findings, boolean canBeFollowed) {}

    static Result check(Drawing drawing) {
        ShapeRules rules = new ShapeRules(drawing);
        rules.ids();
        rules.starts();
        drawing.flows().forEach(rules::flow);
        drawing.nodes().forEach(rules::node);
        boolean canBeFollowed = rules.findings.isEmpty();
        if (canBeFollowed) {
            rules.reached();
            rules.leadsToAnEnd();
            rules.noIdleCircle();
            rules.drawn();
        }
        return new Result(rules.findings, canBeFollowed);
    }

    private void ids() {
        Set<String> seen = new HashSet<>();
        drawing.definitions().all().filter(element -> element.has("id")).forEach(element -> {
            if (!seen.add(element.get("id"))) {
                findings.add(Finding.of(element.get("id"), "gate.idTwice"));
            }
        });
        drawing.process()
                .all()
                .filter(element -> !element.has("id") && Grammar.IDENTIFIED.contains(element.name()))
                .forEach(element -> findings.add(Finding.of(element.nearestId(), "gate.noId", element.name())));
    }

    private void starts() {
        List<String> scopes = new ArrayList<>(List.of(""));
        drawing.nodes().filter(node -> node.kind() == Kind.SCOPE).map(Node::id).forEach(scopes::add);
        for (String scope : scopes) {
            long starts = drawing.nodes()
                    .filter(node -> node.kind() == Kind.START && node.scope().equals(scope))
                    .count();
            if (starts != 1) {
                findings.add(Finding.of(scope.isEmpty() ? drawing.key() : scope, "gate.notOneStart"));
            }
        }
    }

    private void flow(Flow flow) {
        Node source = drawing.node(flow.source());
        Node target = drawing.node(flow.target());
        if (source == null
                || target == null
                || !source.scope().equals(target.scope())
                || target.kind() == Kind.START
                || target.kind().isBoundary()
                || source.kind() == Kind.END
                || source.kind() == Kind.ERROR_END) {
            findings.add(Finding.of(flow.id(), "gate.flowNowhere"));
        }
    }

    private void node(Node node) {
        List<Flow> leaving = drawing.leaving(node);
        boolean ends = node.kind() == Kind.END || node.kind() == Kind.ERROR_END;
        if (!ends && leaving.isEmpty()) {
            add(node, "gate.noWayOn");
        }
        if (node.kind() == Kind.GATEWAY) {
            gateway(node, leaving);
        } else if (leaving.size() > 1) {
            add(node, "gate.splits");
        } else if (leaving.stream().anyMatch(flow -> !flow.condition().isEmpty())) {
            add(node, "gate.conditionWithoutGateway");
        }
        if (node.kind().isBoundary()) {
            Node host = drawing.node(node.xml().get("attachedToRef"));
            boolean fits = host != null
                    && host.scope().equals(node.scope())
                    && (host.kind() == Kind.PERSON || host.kind() == Kind.CALL || host.kind() == Kind.SCOPE)
                    && (node.kind() != Kind.ON_ERROR || node.interrupts());
            if (!fits) {
                add(node, "gate.attachedNowhere");
            }
            long meanings = node.xml().children().stream()
                    .filter(child -> child.name().endsWith("EventDefinition"))
                    .count();
            if (meanings != 1) {
                add(node, "gate.attachedNowhere");
            }
        }
    }

    private void gateway(Node node, List<Flow> leaving) {
        String otherwise = node.xml().get("default");
        boolean known = leaving.stream().anyMatch(flow -> flow.id().equals(otherwise));
        if (!known && (leaving.size() > 1 || !otherwise.isEmpty())) {
            add(node, "gate.noDefault");
        }
        for (Flow flow : leaving) {
            boolean isDefault = flow.id().equals(otherwise);
            if (isDefault != flow.condition().isEmpty() && leaving.size() > 1) {
                add(node, isDefault ? "gate.defaultHasCondition" : "gate.flowWithoutCondition");
            }
        }
        if (leaving.size() == 1 && !leaving.getFirst().condition().isEmpty()) {
            add(node, "gate.noDefault");
        }
    }

    private void reached() {
        Set<String> reached = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>();
        drawing.start("").ifPresent(open::add);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (!reached.add(node.id())) {
                continue;
            }
            drawing.leaving(node).forEach(flow -> push(open, flow.target()));
            open.addAll(drawing.boundaries(node));
            if (node.kind() == Kind.SCOPE) {
                drawing.start(node.id()).ifPresent(open::add);
            }
        }
        drawing.nodes().filter(node -> !reached.contains(node.id())).forEach(node -> add(node, "gate.unreachable"));
    }

    private void leadsToAnEnd() {
        Set<String> ending = new HashSet<>();
        drawing.nodes()
                .filter(node -> node.kind() == Kind.END || node.kind() == Kind.ERROR_END)
                .forEach(node -> ending.add(node.id()));
        boolean grown = true;
        while (grown) {
            grown = drawing.flows()
                            .filter(flow -> ending.contains(flow.target()) && ending.add(flow.source()))
                            .count()
                    > 0;
        }
        drawing.nodes().filter(node -> !ending.contains(node.id())).forEach(node -> add(node, "gate.neverEnds"));
    }

    /** Removes, again and again, what no circle of automatic steps can hold; what stays would turn for ever. */
    private void noIdleCircle() {
        Set<String> automatic = new HashSet<>();
        drawing.nodes().filter(node -> !node.kind().waits()).forEach(node -> automatic.add(node.id()));
        boolean shrunk = true;
        while (shrunk) {
            Set<String> entered = new HashSet<>();
            Set<String> left = new HashSet<>();
            drawing.flows()
                    .filter(flow -> automatic.contains(flow.source()) && automatic.contains(flow.target()))
                    .forEach(flow -> {
                        entered.add(flow.target());
                        left.add(flow.source());
                    });
            entered.retainAll(left);
            shrunk = automatic.retainAll(entered);
        }
        if (!automatic.isEmpty()) {
            String one = automatic.stream().sorted().findFirst().orElseThrow();
            findings.add(Finding.of(one, "gate.idleCircle", label(one)));
        }
    }

    private void drawn() {
        Set<String> shapes = new HashSet<>();
        Set<String> known = new HashSet<>();
        known.add(drawing.key());
        drawing.process().all().filter(element -> element.has("id")).forEach(element -> known.add(element.get("id")));
        drawing.definitions()
                .all()
                .filter(element -> element.name().startsWith("bpmndi:") && element.has("bpmnElement"))
                .forEach(element -> {
                    shapes.add(element.get("bpmnElement"));
                    if (!known.contains(element.get("bpmnElement"))) {
                        findings.add(Finding.of(element.nearestId(), "gate.drawsNothing"));
                    }
                });
        drawing.nodes().filter(node -> !shapes.contains(node.id())).forEach(node -> add(node, "gate.notDrawn"));
        drawing.flows()
                .filter(flow -> !shapes.contains(flow.id()))
                .forEach(flow -> findings.add(Finding.of(flow.id(), "gate.notDrawn", flow.id())));
    }

    private void push(Deque<Node> open, String id) {
        Node node = drawing.node(id);
        if (node != null) {
            open.add(node);
        }
    }

    private String label(String id) {
        Node node = drawing.node(id);
        return node == null ? id : node.label();
    }

    private void add(Node node, String reason) {
        findings.add(Finding.of(node.id(), reason, node.label()));
    }
}

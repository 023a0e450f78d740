package org.schoolcollab.workflow.editing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Puts the steps of a definition in the order in which a bid comes to them. */
final class Order {

    private final Map<String, Element> steps;
    private final Map<String, List<Element>> leaving = new LinkedHashMap<>();
    private final Properties properties;
    private final Set<String> seen = new HashSet<>();
    private final List<Step> ordered = new ArrayList<>();

    private Order(Model model) {
        this.steps = model.steps();
        this.properties = new Properties(model);
        model.flows()
                .forEach(flow -> leaving.computeIfAbsent(flow.getAttribute("sourceRef"), none -> new ArrayList<>())
                        .add(flow));
    }

    static List<Step> of(Model model) {
        Order order = new Order(model);
        order.scope(model.process(), 0);
        return List.copyOf(order.ordered);
    }

    private void scope(Element scope, int level) {
        List<Element> inside = steps.values().stream()
                .filter(step -> Model.scope(step).equals(scope))
                .toList();
        Set<String> ways = new LinkedHashSet<>();
        inside.stream().filter(step -> Model.kind(step) == StepKind.START).forEach(start -> ways.addAll(from(start)));
        inside.stream().filter(step -> Model.kind(step) == StepKind.EVENT).forEach(event -> ways.addAll(from(event)));
        inside.forEach(step -> ways.addAll(from(step)));
        for (String id : ways) {
            Element step = steps.get(id);
            if (step != null) {
                ordered.add(step(step, scope, level));
                if (Model.kind(step) == StepKind.PART) {
                    scope(step, level + 1);
                }
            }
        }
    }

    /** What can be reached, so that each step stands before those behind it, returns apart. The first way out stands last. */
    private List<String> from(Element start) {
        List<String> finished = new ArrayList<>();
        visit(Model.id(start), finished);
        return finished.reversed();
    }

    private void visit(String id, List<String> finished) {
        Element step = steps.get(id);
        if (step == null || !seen.add(id)) {
            return;
        }
        leaving.getOrDefault(id, List.of()).forEach(flow -> visit(flow.getAttribute("targetRef"), finished));
        finished.add(id);
    }

    private Step step(Element step, Element scope, int level) {
        String part = scope.getLocalName().equals("subProcess") ? Model.id(scope) : "";
        @Nullable String attachedTo = step.hasAttribute("attachedToRef") ? step.getAttribute("attachedToRef") : null;
        return new Step(
                Model.id(step),
                Model.kind(step),
                step.getAttribute("name"),
                part,
                level,
                attachedTo,
                step.getAttribute("cancelActivity").equals("false"),
                properties.of(step),
                leaving.getOrDefault(Model.id(step), List.of()).stream()
                        .map(flow -> way(step, flow))
                        .toList());
    }

    private static Way way(Element step, Element flow) {
        String condition = Xml.children(flow, Xml.BPMN, "conditionExpression").stream()
                .map(expression -> expression.getTextContent().strip())
                .findFirst()
                .orElse("");
        return new Way(
                Model.id(flow),
                flow.getAttribute("name"),
                condition,
                step.getAttribute("default").equals(Model.id(flow)),
                flow.getAttribute("targetRef"));
    }
}

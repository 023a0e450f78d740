package org.schoolcollab.workflow.editing;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.schoolcollab.workflow.editing.Box.Spot;
import org.w3c.dom.Element;

/** The picture of a definition: a shape for each step, an edge for each way. Moves and draws; knows nothing of what steps do. */
final class Diagram {

    private static final double LABEL_WIDTH = 100;
    private static final double LABEL_HEIGHT = 28;

    private final Model model;
    private final Element plane;
    private final Map<String, Element> drawn = new LinkedHashMap<>();

    Diagram(Model model) {
        this.model = model;
        this.plane = plane(model);
        Xml.children(plane).forEach(shape -> drawn.put(shape.getAttribute("bpmnElement"), shape));
    }

    private static Element plane(Model model) {
        Element root = model.document().getDocumentElement();
        Element diagram = Xml.children(root, Xml.DIAGRAM, "BPMNDiagram").stream()
                .findFirst()
                .orElseGet(() -> {
                    Element made = Xml.create(root, Xml.DIAGRAM, "BPMNDiagram");
                    made.setAttribute("id", Ids.free(model, "diagram_" + Model.id(model.process())));
                    root.appendChild(made);
                    return made;
                });
        return Xml.children(diagram, Xml.DIAGRAM, "BPMNPlane").stream()
                .findFirst()
                .orElseGet(() -> {
                    Element made = Xml.create(root, Xml.DIAGRAM, "BPMNPlane");
                    made.setAttribute("id", Ids.free(model, "plane_" + Model.id(model.process())));
                    made.setAttribute("bpmnElement", Model.id(model.process()));
                    diagram.appendChild(made);
                    return made;
                });
    }

    boolean has(String id) {
        return drawn.containsKey(id);
    }

    private Element shape(String id) {
        return Objects.requireNonNull(drawn.get(id));
    }

    Box box(String id) {
        Element shape = drawn.get(id);
        return shape == null
                ? new Box(0, 0, 0, 0)
                : bounds(Xml.children(shape, Xml.BOUNDS, "Bounds").getFirst());
    }

    /** Every step's shape that is drawn, by id. */
    Map<String, Box> boxes() {
        Map<String, Box> all = new LinkedHashMap<>();
        for (String id : model.steps().keySet()) {
            if (has(id) && !Xml.children(shape(id), Xml.BOUNDS, "Bounds").isEmpty()) {
                all.put(id, box(id));
            }
        }
        return all;
    }

    /** Parts whose steps are drawn inside them. */
    boolean isOpenPart(String id) {
        return model.find(id).filter(step -> Model.kind(step) == StepKind.PART).isPresent();
    }

    /** Draws a step here, or moves it here; events and gateways have their label below. */
    void put(Element step, Box box) {
        String id = Model.id(step);
        Element shape = drawn.get(id);
        if (shape == null) {
            shape = Xml.create(plane, Xml.DIAGRAM, "BPMNShape");
            shape.setAttribute("id", Ids.free(model, "shape_" + id));
            shape.setAttribute("bpmnElement", id);
            if (Model.kind(step) == StepKind.GATEWAY) {
                shape.setAttribute("isMarkerVisible", "true");
            }
            shape.appendChild(Xml.create(plane, Xml.BOUNDS, "Bounds"));
            plane.appendChild(shape);
            drawn.put(id, shape);
        }
        write(Xml.children(shape, Xml.BOUNDS, "Bounds").getFirst(), box);
        if (box.width() <= 50) {
            label(step, new Box(box.middle() - LABEL_WIDTH / 2, box.bottom() + 4, LABEL_WIDTH, LABEL_HEIGHT));
        }
    }

    void label(Element element, Box box) {
        Element shape = shape(Model.id(element));
        Xml.children(shape, Xml.DIAGRAM, "BPMNLabel").forEach(shape::removeChild);
        Element label = Xml.create(plane, Xml.DIAGRAM, "BPMNLabel");
        Element bounds = Xml.create(plane, Xml.BOUNDS, "Bounds");
        write(bounds, box);
        label.appendChild(bounds);
        shape.appendChild(label);
    }

    void remove(String id) {
        Element shape = drawn.remove(id);
        if (shape != null) {
            plane.removeChild(shape);
        }
    }

    List<Spot> way(String flowId) {
        Element edge = drawn.get(flowId);
        return edge == null
                ? List.of()
                : Xml.children(edge, Xml.POINTS, "waypoint").stream()
                        .map(point -> new Spot(number(point, "x"), number(point, "y")))
                        .toList();
    }

    /** Draws a way through these points, its answer beside the first piece. */
    void lay(Element flow, List<Spot> spots) {
        remove(Model.id(flow));
        Element edge = Xml.create(plane, Xml.DIAGRAM, "BPMNEdge");
        edge.setAttribute("id", Ids.free(model, "edge_" + Model.id(flow)));
        edge.setAttribute("bpmnElement", Model.id(flow));
        spots.forEach(spot -> {
            Element point = Xml.create(plane, Xml.POINTS, "waypoint");
            point.setAttribute("x", text(spot.x()));
            point.setAttribute("y", text(spot.y()));
            edge.appendChild(point);
        });
        plane.appendChild(edge);
        drawn.put(Model.id(flow), edge);
        if (!flow.getAttribute("name").isBlank()) {
            Spot first = spots.getFirst();
            Spot second = spots.get(1);
            boolean down = second.y() > first.y() + 1;
            label(flow, new Box(first.x() + 6, down ? first.y() + 4 : first.y() - 18, 80, 14));
        }
    }

    /** Draws a way anew, around the shapes. */
    void route(Element flow) {
        String from = flow.getAttribute("sourceRef");
        String to = flow.getAttribute("targetRef");
        if (has(from) && has(to)) {
            lay(flow, Router.way(this, model, flow));
        }
    }

    /** Moves what begins at or behind a vertical line to the right; parts across the line grow, ways stay with what they join. */
    void shiftRight(double line, double by) {
        shift(line, by, false);
    }

    /** Moves what begins at or below a horizontal line down. */
    void shiftDown(double line, double by) {
        shift(line, by, true);
    }

    private void shift(double line, double by, boolean down) {
        if (by <= 0) {
            return;
        }
        Map<String, Box> before = boxes();
        Set<String> moved = new HashSet<>();
        Set<String> grown = new HashSet<>();
        before.forEach((id, box) -> {
            Box along = down ? box.turned() : box;
            if (isMoved(id, before, line, down)) {
                moved.add(id);
            } else if (isOpenPart(id) && along.right() > line && along.x() < line) {
                grown.add(id);
            }
        });
        for (String id : before.keySet()) {
            Element shape = shape(id);
            Element bounds = Xml.children(shape, Xml.BOUNDS, "Bounds").getFirst();
            Box box = Objects.requireNonNull(before.get(id));
            if (moved.contains(id)) {
                write(bounds, box.moved(down ? 0 : by, down ? by : 0));
                labels(shape, label -> true, down ? 0 : by, down ? by : 0);
            } else if (grown.contains(id)) {
                write(bounds, new Box(box.x(), box.y(), box.width() + (down ? 0 : by), box.height() + (down ? by : 0)));
            }
        }
        model.flows().stream().filter(flow -> has(Model.id(flow))).forEach(flow -> shift(flow, moved, line, by, down));
    }

    /** An event goes with the step it is attached to, on a part with the piece of its edge that it sits on. */
    private boolean isMoved(String id, Map<String, Box> boxes, double line, boolean down) {
        Box own = Objects.requireNonNull(boxes.get(id));
        Box box = down ? own.turned() : own;
        String host = model.step(id).getAttribute("attachedToRef");
        Box around = boxes.get(host);
        if (around != null) {
            Box on = down ? around.turned() : around;
            return on.x() >= line || (isOpenPart(host) && box.middle() >= line);
        }
        return box.x() >= line;
    }

    private void shift(Element flow, Set<String> moved, double line, double by, boolean down) {
        List<Spot> before = way(Model.id(flow));
        if (before.size() < 2) {
            return;
        }
        double dx = down ? 0 : by;
        double dy = down ? by : 0;
        List<Spot> after = new java.util.ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            Spot spot = before.get(i);
            boolean behind = (down ? spot.y() : spot.x()) >= line;
            String end = i == 0
                    ? flow.getAttribute("sourceRef")
                    : i == before.size() - 1 ? flow.getAttribute("targetRef") : "";
            if (!end.isEmpty() && !isOpenPart(end)) {
                behind = moved.contains(end);
            }
            after.add(behind ? new Spot(spot.x() + dx, spot.y() + dy) : spot);
        }
        Element edge = shape(Model.id(flow));
        List<Element> points = Xml.children(edge, Xml.POINTS, "waypoint");
        for (int i = 0; i < points.size(); i++) {
            points.get(i).setAttribute("x", text(after.get(i).x()));
            points.get(i).setAttribute("y", text(after.get(i).y()));
        }
        labels(edge, label -> (down ? label.y() : label.x()) >= line, dx, dy);
        if (isBent(before, after) || isLoose(flow, after)) {
            route(flow);
        }
    }

    /** Whether a piece that was straight is not any more. */
    private static boolean isBent(List<Spot> before, List<Spot> after) {
        for (int i = 1; i < before.size(); i++) {
            if (isStraight(before.get(i - 1), before.get(i)) && !isStraight(after.get(i - 1), after.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStraight(Spot one, Spot other) {
        return Math.abs(one.x() - other.x()) < 1 || Math.abs(one.y() - other.y()) < 1;
    }

    private boolean isLoose(Element flow, List<Spot> way) {
        return !box(flow.getAttribute("sourceRef"))
                        .grown(6)
                        .holds(new Box(way.getFirst().x(), way.getFirst().y(), 0, 0))
                || !box(flow.getAttribute("targetRef"))
                        .grown(6)
                        .holds(new Box(way.getLast().x(), way.getLast().y(), 0, 0));
    }

    private static void labels(Element shape, Predicate<Box> which, double dx, double dy) {
        for (Element label : Xml.children(shape, Xml.DIAGRAM, "BPMNLabel")) {
            Optional<Element> bounds =
                    Xml.children(label, Xml.BOUNDS, "Bounds").stream().findFirst();
            bounds.filter(element -> which.test(bounds(element)))
                    .ifPresent(element -> write(element, bounds(element).moved(dx, dy)));
        }
    }

    private static Box bounds(Element bounds) {
        return new Box(number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
    }

    private static void write(Element bounds, Box box) {
        bounds.setAttribute("x", text(box.x()));
        bounds.setAttribute("y", text(box.y()));
        bounds.setAttribute("width", text(box.width()));
        bounds.setAttribute("height", text(box.height()));
    }

    private static double number(Element element, String attribute) {
        String value = element.getAttribute(attribute);
        return value.matches("-?[0-9]{1,6}(\\.[0-9]{1,10})?") ? Double.parseDouble(value) : 0;
    }

    private static String text(double value) {
        return Long.toString(Math.round(value));
    }
}

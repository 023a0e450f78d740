package org.schoolcollab.workflow.editing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.schoolcollab.workflow.editing.Box.Spot;
import org.w3c.dom.Element;

/** Finds a way of straight pieces between two shapes, around all others: the shortest with few corners. */
final class Router {

    private static final double MARGIN = 15;
    private static final double CORNER = 40;
    private static final double LEFT_THERE = 150;
    private static final int[] DX = {1, 0, -1, 0};
    private static final int[] DY = {0, 1, 0, -1};
    private static final double[] LEAVE = {0, 12, 40, 14};
    private static final double[] ENTER = {0, 14, 60, 12};

    private record Port(Spot spot, int direction, double cost) {}

    private record State(int x, int y, int direction, double cost, double estimate) {}

    private final List<Box> obstacles;
    private final double[] xs;
    private final double[] ys;

    private Router(List<Box> obstacles, Set<Double> xs, Set<Double> ys) {
        this.obstacles = obstacles;
        this.xs = xs.stream().sorted().mapToDouble(Double::doubleValue).toArray();
        this.ys = ys.stream().sorted().mapToDouble(Double::doubleValue).toArray();
    }

    static List<Spot> way(Diagram diagram, Model model, Element flow) {
        String from = flow.getAttribute("sourceRef");
        String to = flow.getAttribute("targetRef");
        Map<String, Box> boxes = diagram.boxes();
        Box source = diagram.box(from);
        Box target = diagram.box(to);
        List<Box> obstacles = new ArrayList<>();
        TreeSet<Double> xs = new TreeSet<>();
        TreeSet<Double> ys = new TreeSet<>();
        boxes.forEach((id, box) -> {
            boolean around = diagram.isOpenPart(id)
                    && (box.holds(source) || box.holds(target))
                    && !id.equals(from)
                    && !id.equals(to);
            if (!around) {
                obstacles.add(box.grown(4));
                xs.addAll(List.of(box.x() - MARGIN, box.right() + MARGIN));
                ys.addAll(List.of(box.y() - MARGIN, box.bottom() + MARGIN));
            }
        });
        List<Port> starts = ports(source, host(model, boxes, from), false);
        List<Port> ends = ports(target, null, true).stream()
                .map(port -> leaves(diagram, model, to, port)
                        ? new Port(port.spot(), port.direction(), port.cost() + LEFT_THERE)
                        : port)
                .toList();
        double[] taken = taken(diagram, model, flow, source, starts);
        for (Port port : starts) {
            xs.add(port.spot().x());
            ys.add(port.spot().y());
        }
        for (Port port : ends) {
            xs.add(port.spot().x());
            ys.add(port.spot().y());
        }
        List<Spot> found = new Router(obstacles, xs, ys).search(starts, taken, ends, target);
        return found.isEmpty()
                ? List.of(starts.getFirst().spot(), ends.getFirst().spot())
                : straightened(found);
    }

    private static @org.jspecify.annotations.Nullable Box host(Model model, Map<String, Box> boxes, String id) {
        return boxes.get(model.step(id).getAttribute("attachedToRef"));
    }

    /** The middles of the sides; of an event only the side away from its step. Of a target, the direction is that of arriving. */
    private static List<Port> ports(Box box, @org.jspecify.annotations.Nullable Box host, boolean arriving) {
        List<Port> all = new ArrayList<>();
        for (int side = 0; side < 4; side++) {
            Spot spot = new Spot(box.middle() + DX[side] * box.width() / 2, box.centre() + DY[side] * box.height() / 2);
            boolean inside = host != null && host.grown(1).holds(new Box(spot.x(), spot.y(), 0, 0));
            if (!inside) {
                // Arriving from the left means going right into the left side.
                int direction = arriving ? (side + 2) % 4 : side;
                double cost = arriving ? ENTER[(side + 2) % 4] : LEAVE[side];
                all.add(new Port(spot, direction, cost));
            }
        }
        return all;
    }

    /** What a side costs more where another way leaves or arrives there. */
    private static double[] taken(Diagram diagram, Model model, Element flow, Box source, List<Port> starts) {
        double[] more = new double[starts.size()];
        String from = flow.getAttribute("sourceRef");
        for (Element other : model.flows()) {
            List<Spot> way = diagram.way(Model.id(other));
            if (other.equals(flow) || way.isEmpty()) {
                continue;
            }
            for (int i = 0; i < more.length; i++) {
                Spot port = starts.get(i).spot();
                boolean leaves = other.getAttribute("sourceRef").equals(from) && near(way.getFirst(), port);
                boolean arrives = other.getAttribute("targetRef").equals(from) && near(way.getLast(), port);
                more[i] += leaves || arrives ? source.width() + 40 : 0;
            }
        }
        return more;
    }

    /** Whether a way of the target itself begins at this side. */
    private static boolean leaves(Diagram diagram, Model model, String target, Port port) {
        return model.leaving(target).stream()
                .map(flow -> diagram.way(Model.id(flow)))
                .anyMatch(way -> !way.isEmpty() && near(way.getFirst(), port.spot()));
    }

    private static boolean near(Spot one, Spot other) {
        return Math.abs(one.x() - other.x()) + Math.abs(one.y() - other.y()) < 8;
    }

    private List<Spot> search(List<Port> starts, double[] taken, List<Port> ends, Box target) {
        int width = xs.length;
        int height = ys.length;
        double[] best = new double[width * height * 4];
        int[] before = new int[width * height * 4];
        Arrays.fill(best, Double.MAX_VALUE);
        Arrays.fill(before, -1);
        PriorityQueue<State> open =
                new PriorityQueue<>((left, right) -> Double.compare(left.estimate(), right.estimate()));
        for (int i = 0; i < starts.size(); i++) {
            Port port = starts.get(i);
            int x = Arrays.binarySearch(xs, port.spot().x());
            int y = Arrays.binarySearch(ys, port.spot().y());
            double cost = port.cost() + taken[i];
            int key = (y * width + x) * 4 + port.direction();
            best[key] = cost;
            open.add(new State(x, y, port.direction(), cost, cost + left(x, y, target)));
        }
        while (!open.isEmpty()) {
            State at = open.poll();
            int key = (at.y() * width + at.x()) * 4 + at.direction();
            if (at.cost() > best[key]) {
                continue;
            }
            if (isArrived(at, ends) && before[key] >= 0) {
                return back(key, before, width);
            }
            for (int turn = -1; turn <= 1; turn++) {
                if (turn != 0 && before[key] < 0) {
                    continue;
                }
                int direction = (at.direction() + turn + 4) % 4;
                int x = at.x() + DX[direction];
                int y = at.y() + DY[direction];
                if (x < 0 || y < 0 || x >= width || y >= height || isBlocked(at.x(), at.y(), x, y, ends)) {
                    continue;
                }
                double length = Math.abs(xs[x] - xs[at.x()]) + Math.abs(ys[y] - ys[at.y()]);
                double cost = at.cost() + length + (turn == 0 ? 0 : CORNER) + arriving(x, y, direction, ends);
                int next = (y * width + x) * 4 + direction;
                if (cost < best[next]) {
                    best[next] = cost;
                    before[next] = key;
                    open.add(new State(x, y, direction, cost, cost + left(x, y, target)));
                }
            }
        }
        return List.of();
    }

    private double left(int x, int y, Box target) {
        double dx = Math.max(0, Math.max(target.x() - xs[x], xs[x] - target.right()));
        double dy = Math.max(0, Math.max(target.y() - ys[y], ys[y] - target.bottom()));
        return dx + dy;
    }

    private boolean isArrived(State at, List<Port> ends) {
        return ends.stream().anyMatch(port -> port.direction() == at.direction() && isAt(port, at.x(), at.y()));
    }

    private double arriving(int x, int y, int direction, List<Port> ends) {
        return ends.stream()
                .filter(port -> port.direction() == direction && isAt(port, x, y))
                .mapToDouble(Port::cost)
                .findFirst()
                .orElse(0);
    }

    private boolean isAt(Port port, int x, int y) {
        return port.spot().x() == xs[x] && port.spot().y() == ys[y];
    }

    private boolean isBlocked(int fromX, int fromY, int toX, int toY, List<Port> ends) {
        double x = Math.min(xs[fromX], xs[toX]);
        double y = Math.min(ys[fromY], ys[toY]);
        Box piece = new Box(x, y, Math.abs(xs[fromX] - xs[toX]), Math.abs(ys[fromY] - ys[toY]));
        for (Box obstacle : obstacles) {
            boolean hit = piece.x() < obstacle.right() - 0.5
                    && piece.right() > obstacle.x() + 0.5
                    && piece.y() < obstacle.bottom() - 0.5
                    && piece.bottom() > obstacle.y() + 0.5;
            // The last few pixels before a side belong to the shape that the way leaves or comes to.
            if (hit && !isPort(fromX, fromY, obstacle) && !isEnd(toX, toY, ends)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPort(int x, int y, Box obstacle) {
        return obstacle.grown(-4).isOnEdge(new Spot(xs[x], ys[y]));
    }

    private boolean isEnd(int x, int y, List<Port> ends) {
        return ends.stream().anyMatch(port -> isAt(port, x, y));
    }

    private List<Spot> back(int key, int[] before, int width) {
        List<Spot> way = new ArrayList<>();
        for (int at = key; at >= 0; at = before[at]) {
            int cell = at / 4;
            way.addFirst(new Spot(xs[cell % width], ys[cell / width]));
        }
        return way;
    }

    private static List<Spot> straightened(List<Spot> way) {
        List<Spot> corners = new ArrayList<>(List.of(way.getFirst()));
        for (int i = 1; i < way.size() - 1; i++) {
            Spot last = corners.getLast();
            Spot next = way.get(i + 1);
            Spot here = way.get(i);
            boolean straight =
                    (last.x() == here.x() && here.x() == next.x()) || (last.y() == here.y() && here.y() == next.y());
            if (!straight) {
                corners.add(here);
            }
        }
        corners.add(way.getLast());
        return corners;
    }
}

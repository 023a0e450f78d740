package org.schoolcollab.workflow.editing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** Finds or makes room on the diagram for a step. */
final class Place {

    private static final double GAP = 50;
    private static final double ABOVE = 20;
    /** Events on a step hang below it, with their labels. */
    private static final double BELOW = 40;

    private static final double EDGE = 40;
    private static final Set<StepKind> FLAT = Set.of(StepKind.START, StepKind.END, StepKind.WAIT, StepKind.EVENT);

    private final Model model;
    private final Diagram diagram;

    Place(Model model, Diagram diagram) {
        this.model = model;
        this.diagram = diagram;
    }

    static double width(StepKind kind) {
        return FLAT.contains(kind) ? 36 : kind == StepKind.GATEWAY ? 50 : 120;
    }

    static double height(StepKind kind) {
        return FLAT.contains(kind) ? 36 : kind == StepKind.GATEWAY ? 50 : 80;
    }

    /** Puts a step between two others, in the direction from one to the other; makes room by moving what is behind. */
    void between(Element step, Element from, Element to) {
        Box source = diagram.box(Model.id(from));
        Box target = diagram.box(Model.id(to));
        if (target.x() >= source.right()) {
            beside(step, from, false, false);
        } else if (target.y() >= source.bottom()) {
            beside(step, from, true, false);
        } else if (target.right() <= source.x()) {
            beside(step, from, false, true);
        } else {
            beside(step, from, true, true);
        }
    }

    /** Puts a step to the right of another. */
    void behind(Element step, Element from) {
        beside(step, from, false, false);
    }

    /**
     * Puts a step beside another.
     *
     * @param down in the column below instead of the row to the right
     * @param before where the other stands now, which is moved on
     */
    private void beside(Element step, Element from, boolean down, boolean before) {
        String id = Model.id(step);
        Box anchor = along(diagram.box(Model.id(from)), down);
        Box size = size(step, from, down);
        double line = before ? anchor.x() : anchor.right();
        double at = before ? anchor.x() : anchor.right() + GAP;
        Map<String, Box> others = diagram.boxes();
        others.remove(id);
        boolean again = true;
        while (again) {
            again = false;
            Box wanted = band(size, at, down);
            for (Map.Entry<String, Box> other : others.entrySet()) {
                Box box = along(other.getValue(), down);
                boolean stays = box.x() < line && !isAround(other.getKey(), step);
                boolean own = other.getKey().equals(Model.id(from));
                if (stays && !own && box.overlaps(wanted)) {
                    at = box.right() + GAP;
                    again = true;
                }
            }
        }
        double needed = at + size.width() + GAP;
        Box row = band(size, 0, down);
        double next = others.entrySet().stream()
                .filter(other -> !isAround(other.getKey(), step))
                .map(other -> along(other.getValue(), down))
                .filter(box -> box.x() >= line && box.y() < row.bottom() && row.y() < box.bottom())
                .mapToDouble(Box::x)
                .min()
                .orElse(needed);
        if (down) {
            diagram.shiftDown(line, needed - next);
        } else {
            diagram.shiftRight(line, needed - next);
        }
        Box place = along(new Box(at, size.y(), size.width(), size.height()), down);
        put(step, place);
    }

    private static Box along(Box box, boolean down) {
        return down ? box.turned() : box;
    }

    /** The step's size with its middle on the middle of the other, as seen along the way. */
    private Box size(Element step, Element from, boolean down) {
        Box known = diagram.box(Model.id(step));
        StepKind kind = Model.kind(step);
        double width = known.width() > 0 ? known.width() : width(kind);
        double height = known.height() > 0 ? known.height() : height(kind);
        Box anchor = diagram.box(Model.id(from));
        return along(new Box(anchor.middle() - width / 2, anchor.centre() - height / 2, width, height), down);
    }

    /** What has to be free for a step of this size. */
    private static Box band(Box size, double at, boolean down) {
        return down
                ? new Box(at - ABOVE, size.y() - ABOVE, size.width() + ABOVE + BELOW, size.height() + 2 * ABOVE)
                : new Box(at - ABOVE, size.y() - ABOVE, size.width() + 2 * ABOVE, size.height() + ABOVE + BELOW);
    }

    /** Draws a step, after its part has grown to hold it; should it still be on another, in a row of its own below. */
    private void put(Element step, Box place) {
        makeRoom(step, place);
        if (isFree(step, place)) {
            diagram.put(step, place);
        } else {
            below(step, place.x());
        }
        uncross(step);
    }

    private boolean isFree(Element step, Box place) {
        return diagram.boxes().entrySet().stream()
                .filter(other -> !other.getKey().equals(Model.id(step)) && !isAround(other.getKey(), step))
                .filter(other -> !model.step(other.getKey())
                        .getAttribute("attachedToRef")
                        .equals(Model.id(step)))
                .noneMatch(other -> other.getValue().overlaps(place));
    }

    /** Puts a step in a row of its own below all others of its part. */
    void below(Element step, double x) {
        double bottom = diagram.boxes().entrySet().stream()
                .filter(other -> !other.getKey().equals(Model.id(step)))
                .filter(other -> Model.scope(model.step(other.getKey())).equals(Model.scope(step)))
                .mapToDouble(other -> other.getValue().bottom())
                .max()
                .orElse(100);
        StepKind kind = Model.kind(step);
        Box place = new Box(x, bottom + BELOW + ABOVE, width(kind), height(kind));
        makeRoom(step, place);
        diagram.put(step, place);
        uncross(step);
    }

    /** Ways of others that now run under the step go around it. */
    private void uncross(Element step) {
        Box box = diagram.box(Model.id(step)).grown(2);
        for (Element flow : model.flows()) {
            if (List.of(flow.getAttribute("sourceRef"), flow.getAttribute("targetRef"))
                    .contains(Model.id(step))) {
                continue;
            }
            List<Box.Spot> way = diagram.way(Model.id(flow));
            for (int i = 1; i < way.size(); i++) {
                double x = Math.min(way.get(i - 1).x(), way.get(i).x());
                double y = Math.min(way.get(i - 1).y(), way.get(i).y());
                double width = Math.abs(way.get(i - 1).x() - way.get(i).x());
                double height = Math.abs(way.get(i - 1).y() - way.get(i).y());
                if (new Box(x, y, Math.max(width, 1), Math.max(height, 1)).overlaps(box)) {
                    diagram.route(flow);
                    break;
                }
            }
        }
    }

    /** Each part around a step grows, to the right and down, until it holds the place. */
    private void makeRoom(Element step, Box place) {
        Optional<Element> part = part(step);
        while (part.isPresent()) {
            Box box = diagram.box(Model.id(part.get()));
            if (box.width() > 0) {
                double right = place.right() + EDGE - box.right();
                if (right > 0) {
                    diagram.shiftRight(box.right() - 1, right);
                }
                double bottom = place.bottom() + EDGE + ABOVE - box.bottom();
                if (bottom > 0) {
                    diagram.shiftDown(box.bottom() - 1, bottom);
                }
            }
            part = part(part.get());
        }
    }

    private static Optional<Element> part(Element step) {
        Element scope = Model.scope(step);
        return scope.getLocalName().equals("subProcess") ? Optional.of(scope) : Optional.empty();
    }

    private boolean isAround(String id, Element step) {
        for (Optional<Element> part = part(step); part.isPresent(); part = part(part.get())) {
            if (Model.id(part.get()).equals(id)) {
                return true;
            }
        }
        return false;
    }
}

package org.schoolcollab.workflow.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.workflow.gate.Drawing.Node;

/**
 * Where a way has come to.
 *
 * @param before what was known where each process around was called, innermost first
 */
record Point(Frame frame, Node node, Known known, List<Known> before) {

    /** A process under way, and from where it was called. */
    record Frame(
            Drawing drawing,
            @Nullable Node caller,
            @Nullable Frame outer,
            int depth) {}

    static Point start(Drawing drawing, Node start) {
        return new Point(new Frame(drawing, null, null, 0), start, Known.NOTHING, List.of());
    }

    Drawing drawing() {
        return frame.drawing();
    }

    Point at(Node next, Known then) {
        return new Point(frame, next, then, before);
    }

    /** Into a called process; variables are not taken along, so its decision is open. */
    Point into(Drawing called, Node start) {
        List<Known> inner = new ArrayList<>();
        inner.add(known);
        inner.addAll(before);
        return new Point(
                new Frame(called, node, frame, frame.depth() + 1), start, known.undecided(), List.copyOf(inner));
    }

    /** The sub-process or call that this stands in; empty at the outermost. */
    Optional<Point> around() {
        String scope = node.scope();
        if (!scope.isEmpty()) {
            return Optional.of(at(Objects.requireNonNull(frame.drawing().node(scope)), known));
        }
        Node caller = frame.caller();
        Frame outer = frame.outer();
        if (caller == null || outer == null) {
            return Optional.empty();
        }
        return Optional.of(new Point(outer, caller, known.undecided(), before.subList(1, before.size())));
    }

    boolean isIn(String process) {
        Frame outermost = frame;
        for (Frame outer = frame; outer != null; outer = outer.outer()) {
            outermost = outer;
        }
        return outermost.drawing().key().equals(process);
    }
}

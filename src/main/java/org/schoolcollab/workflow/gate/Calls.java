package org.schoolcollab.workflow.gate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which processes a process calls, itself and through others. */
final class Calls {

    private Calls() {}

    static Set<String> from(Drawing main, Function<String, Optional<Drawing>> library) {
        Set<String> keys = new HashSet<>();
        Deque<Drawing> open = new ArrayDeque<>(Set.of(main));
        while (!open.isEmpty()) {
            Drawing drawing = open.pop();
            if (keys.add(drawing.key())) {
                drawing.nodes()
                        .filter(node -> node.kind() == Drawing.Kind.CALL)
                        .forEach(node ->
                                library.apply(node.xml().get("calledElement")).ifPresent(open::add));
            }
        }
        return keys;
    }
}

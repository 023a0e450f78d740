package org.schoolcollab.workflow.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.schoolcollab.workflow.editing.Box.Spot;
import org.w3c.dom.Element;

/** What is wrong with a diagram. */
final class Pictures {

    private Pictures() {}

    /** Pairs of shapes that lie on each other, but for a part and what stands in it, and an event on its step. */
    static List<String> overlaps(Definition definition) {
        Model model = new Model(Xml.read(definition.xml()));
        Diagram diagram = new Diagram(model);
        List<Map.Entry<String, Box>> boxes = List.copyOf(diagram.boxes().entrySet());
        List<String> found = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                String one = boxes.get(i).getKey();
                String other = boxes.get(j).getKey();
                boolean apart = !boxes.get(i).getValue().overlaps(boxes.get(j).getValue());
                if (!apart && !belongs(model, one, other) && !belongs(model, other, one)) {
                    found.add(one + " on " + other);
                }
            }
        }
        for (Map.Entry<String, Box> box : boxes) {
            Element scope = Model.scope(model.step(box.getKey()));
            boolean inside = !scope.getLocalName().equals("subProcess")
                    || diagram.box(Model.id(scope)).grown(20).holds(box.getValue());
            if (!inside) {
                found.add(box.getKey() + " outside its part");
            }
        }
        return found;
    }

    private static boolean belongs(Model model, String id, String around) {
        Element step = model.step(id);
        return step.getAttribute("attachedToRef").equals(around)
                || Model.id(Model.scope(step)).equals(around)
                || model.find(step.getAttribute("attachedToRef"))
                        .filter(host -> Model.id(Model.scope(host)).equals(around))
                        .isPresent();
    }

    /** Ways that do not begin and end at the shapes they join. */
    static List<String> loose(Definition definition) {
        Model model = new Model(Xml.read(definition.xml()));
        Diagram diagram = new Diagram(model);
        List<String> found = new ArrayList<>();
        for (Element flow : model.flows()) {
            List<Spot> way = diagram.way(Model.id(flow));
            boolean tied = way.size() > 1
                    && touches(diagram.box(flow.getAttribute("sourceRef")), way.getFirst())
                    && touches(diagram.box(flow.getAttribute("targetRef")), way.getLast());
            if (!tied) {
                found.add(Model.id(flow));
            }
        }
        return found;
    }

    private static boolean touches(Box box, Spot spot) {
        return box.grown(6).holds(new Box(spot.x(), spot.y(), 0, 0));
    }
}

package org.schoolcollab.workflow.editing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Replaces ids that a drawing tool made up by ids from the names, as soon as there is a name, wherever they are referred to. */
final class MadeUpIds {

    private static final Pattern MADE_UP = Pattern.compile("(Activity|Gateway|Event|Flow|Task)_[0-9a-z]{5,9}");
    private static final Set<String> REFERENCES =
            Set.of("id", "sourceRef", "targetRef", "default", "attachedToRef", "bpmnElement");

    private final Model model;

    MadeUpIds(Model model) {
        this.model = model;
    }

    void replace() {
        for (Element step : List.copyOf(model.steps().values())) {
            String id = Model.id(step);
            String name = step.getAttribute("name");
            if (MADE_UP.matcher(id).matches() && !name.isBlank()) {
                rename(Map.of(id, Ids.of(model, Model.kind(step), name)));
            }
        }
        for (Element flow : model.flows()) {
            String from = flow.getAttribute("sourceRef");
            String to = flow.getAttribute("targetRef");
            boolean settled =
                    !MADE_UP.matcher(from).matches() && !MADE_UP.matcher(to).matches();
            if (MADE_UP.matcher(Model.id(flow)).matches() && settled) {
                rename(Map.of(Model.id(flow), Ids.free(model, "flow_" + Ids.tail(from) + "_" + Ids.tail(to))));
            }
        }
        model.relist();
    }

    private void rename(Map<String, String> ids) {
        rename(model.document().getDocumentElement(), new LinkedHashMap<>(ids));
    }

    private static void rename(Element element, Map<String, String> ids) {
        for (String attribute : REFERENCES) {
            String now = ids.get(element.getAttribute(attribute));
            if (now != null) {
                element.setAttribute(attribute, now);
            }
        }
        Xml.children(element).forEach(child -> rename(child, ids));
    }
}

package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A process diagram with the steps done and the open one marked. What it shows stands beside it in words. */
class ProcessDiagram extends Div {

    private final Canvas canvas = new Canvas();

    ProcessDiagram() {
        addClassName("process-diagram");
        Div buttons = new Div(
                button("workflow.diagram.larger", 1),
                button("workflow.diagram.smaller", -1),
                button("workflow.diagram.whole", 0));
        buttons.addClassName("row");
        add(canvas, buttons);
    }

    private Button button(String key, int direction) {
        return new Button(getTranslation(key), e -> canvas.getElement().callJsFunction("zoom", direction));
    }

    void show(String bpmn, List<String> done, List<String> now, String label) {
        canvas.getElement()
                .executeJs(
                        "this.show($0, $1 ? $1.split(' ') : [], $2 ? $2.split(' ') : [], $3)",
                        bpmn,
                        String.join(" ", done),
                        String.join(" ", now),
                        label);
    }

    /** Shows a version with a note at each of these steps, by id. */
    void annotate(String bpmn, Map<String, String> notes, String label) {
        canvas.getElement()
                .executeJs(
                        "this.annotate($0, $1 ? $1.split('\\n') : [], $2 ? $2.split('\\n') : [], $3)",
                        bpmn,
                        String.join("\n", notes.keySet()),
                        String.join("\n", notes.values()),
                        label);
    }

    /** Shows a version with what differs from another one; the four sets are ids of steps. */
    void compare(
            String bpmn, Set<String> added, Set<String> removed, Set<String> moved, Set<String> changed, String label) {
        String marks =
                "this.compare($0, Object.fromEntries([['step-added', $1], ['step-removed', $2], ['step-moved', $3],"
                        + " ['step-changed', $4]].map(([mark, ids]) => [mark, ids ? ids.split(' ') : []])), $5)";
        canvas.getElement()
                .executeJs(
                        marks,
                        bpmn,
                        String.join(" ", added),
                        String.join(" ", removed),
                        String.join(" ", moved),
                        String.join(" ", changed),
                        label);
    }

    @Tag("process-diagram")
    @NpmPackage(value = "bpmn-js", version = "18.31.1")
    @JsModule("./bpmn/process-diagram.ts")
    private static final class Canvas extends Component {}
}

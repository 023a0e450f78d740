package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.DomListenerRegistration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The drawing board for a process. What is drawn comes back as BPMN; the board holds no history and saves nothing, both are its owner's.
 * Everything it can do is possible by keyboard, and in {@link StepListEditor} without drawing.
 */
@Tag("process-modeler")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
@JsModule("./bpmn/process-modeler.ts")
class ProcessModeler extends Component {

    /**
     * A mark on an element.
     *
     * @param severity {@code error} or {@code warning}
     * @param words shown when pointed at
     */
    record Mark(String id, String severity, String words) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Names of the texts that the board needs; {@code workflow.modeler.NAME} in the translations. */
    private static final List<String> WORDS = List.of(
            "tools",
            "canvas",
            "task",
            "service",
            "gateway",
            "end",
            "timer",
            "connect",
            "remove",
            "larger",
            "smaller",
            "whole",
            "placing",
            "timerNeedsStep",
            "connectNeedsStep",
            "after.task",
            "after.service",
            "after.gateway",
            "after.end",
            "after.timer",
            "walk.title",
            "walk.begin",
            "walk.on",
            "walk.into",
            "walk.towards",
            "walk.event",
            "walk.backTo",
            "walk.finish",
            "walk.ended",
            "walk.at",
            "walk.back",
            "walk.stop",
            "say.at",
            "say.removed",
            "say.connecting",
            "say.connectTo",
            "say.connected",
            "say.notConnected");

    /** What a step has that is drawn on the board; the panel beside it changes it. */
    private static final Map<String, Map<String, String>> TEMPLATES = Map.of(
            "task",
            Map.of(
                    "flowable:formKey", "sign-off",
                    "flowable:category", "REVIEW",
                    "flowable:candidateGroups", "${adviserGroup}",
                    "flowable:dueDate", "P10D",
                    "flowable:businessCalendarName", "workingDays"),
            "service",
            Map.of("flowable:delegateExpression", "${remindPeople}"),
            "timer",
            Map.of("timeDuration", "P8D", "timerCalendar", "workingMornings"));

    ProcessModeler() {
        Map<String, String> words = new LinkedHashMap<>();
        // The board puts names in by itself.
        WORDS.forEach(name -> words.put(name, getTranslation("workflow.modeler." + name, "{0}")));
        Map<String, Map<String, String>> templates = new LinkedHashMap<>();
        TEMPLATES.forEach((kind, attributes) -> {
            Map<String, String> all = new LinkedHashMap<>(attributes);
            all.put("name", getTranslation("workflow.modeler.new." + kind));
            templates.put(kind, all);
        });
        templates.put("gateway", Map.of("name", getTranslation("workflow.modeler.new.gateway")));
        templates.put("end", Map.of("name", getTranslation("workflow.modeler.new.end")));
        getElement()
                .executeJs(
                        "this.setUp(JSON.parse($0), JSON.parse($1))",
                        JSON.writeValueAsString(words),
                        JSON.writeValueAsString(templates));
    }

    /** Shows a definition; what is seen of it and what is selected stays. */
    void draw(String bpmn) {
        getElement().executeJs("this.draw($0)", bpmn);
    }

    /** The answer to a drawn change, where the portal keeps it otherwise than it was drawn. */
    void answer(int change, String bpmn) {
        getElement().executeJs("this.draw($0, $1)", bpmn, change);
    }

    void mark(List<Mark> marks) {
        getElement().executeJs("this.mark(JSON.parse($0))", JSON.writeValueAsString(marks));
    }

    /**
     * Selects an element and brings it into view.
     *
     * @param keyboard whether the keyboard goes there too
     */
    void focusOn(String element, boolean keyboard) {
        getElement().executeJs("this.focusElement($0, $1)", element, keyboard);
    }

    /** After each change by drawing: its number and the whole definition. */
    void onDrawn(BiConsumer<Integer, String> listener) {
        on(
                        "drawn",
                        event -> listener.accept(
                                event.getEventData().get("event.detail.change").asInt(),
                                event.getEventData().get("event.detail.xml").asString()))
                .addEventData("event.detail.xml")
                .addEventData("event.detail.change");
    }

    /** When a step is wanted: its kind ({@code task}, {@code service}, {@code gateway} or {@code end}) and behind which element. */
    void onAdded(BiConsumer<String, String> listener) {
        on(
                        "added",
                        event -> listener.accept(
                                event.getEventData().get("event.detail.kind").asString(),
                                event.getEventData().get("event.detail.behind").asString()))
                .addEventData("event.detail.kind")
                .addEventData("event.detail.behind");
    }

    /** With the id of a step that is to be taken out. */
    void onTaken(Consumer<String> listener) {
        detail("taken", listener);
    }

    /** With the id of the element that is selected now, or empty text. */
    void onSelected(Consumer<String> listener) {
        detail("selected", listener);
    }

    /** When the properties of an element are wanted. */
    void onOpened(Consumer<String> listener) {
        detail("opened", listener);
    }

    /** When the diagram cannot be shown: says why, in the words of the drawing library. */
    void onBroken(Consumer<String> listener) {
        detail("broken", listener);
    }

    void onUndo(Runnable listener) {
        on("undone", event -> listener.run());
    }

    void onRedo(Runnable listener) {
        on("redone", event -> listener.run());
    }

    private void detail(String event, Consumer<String> listener) {
        on(event, e -> listener.accept(e.getEventData().get("event.detail").asString()))
                .addEventData("event.detail");
    }

    private DomListenerRegistration on(String event, Consumer<DomEvent> listener) {
        return getElement().addEventListener(event, listener::accept);
    }
}

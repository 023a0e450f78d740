package org.schoolcollab.workflow.editing;

import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** Reminders and escalations: timers beside a step that lead to what tells people, as the shipped definitions draw them. */
final class Notices {

    static final String REMIND = "remindPeople";
    static final String ESCALATE = "escalateTask";

    private final Model model;
    private final Diagram diagram;
    private final Place place;
    private final Properties properties;

    Notices(Model model, Diagram diagram, Place place) {
        this.model = model;
        this.diagram = diagram;
        this.place = place;
        this.properties = new Properties(model);
    }

    /** Sets, changes or takes away (empty text) the reminder or escalation of a step. */
    void set(Element step, String delegate, String value) {
        Optional<Element> present = properties.notice(step, delegate);
        if (value.isEmpty()) {
            present.ifPresent(this::remove);
            return;
        }
        if (!Choices.isTime(value)) {
            throw new EditRefused("error.editing.noSuchChoice", value);
        }
        Element timer = present.orElseGet(() -> add(step, delegate));
        if (delegate.equals(REMIND)) {
            Properties.reminder(timer, value);
        } else {
            Properties.escalation(timer, value);
        }
        model.relist();
    }

    private Element add(Element step, String delegate) {
        Element service = service(step, delegate);
        boolean reminds = delegate.equals(REMIND);
        Element timer = event(
                step, Ids.tail(Model.id(step)) + (reminds ? "SoonDue" : "Overdue"), reminds ? "Soon due" : "Overdue");
        timer.setAttribute("cancelActivity", "false");
        Box host = diagram.box(Model.id(step));
        double x = host.x() + (reminds ? 10 : host.width() - 46);
        hang(timer, new Box(x, host.bottom() - 18, 36, 36), reminds);
        diagram.route(model.connect(timer, service));
        return timer;
    }

    /** An event on a step, without what it waits for. */
    Element event(Element step, String tail, String name) {
        Element event = Xml.create(step, Xml.BPMN, "boundaryEvent");
        event.setAttribute("id", Ids.free(model, "boundaryEvent_" + tail));
        event.setAttribute("name", name);
        event.setAttribute("attachedToRef", Model.id(step));
        Model.scope(step).insertBefore(event, step.getNextSibling());
        return event;
    }

    void hang(Element event, Box box, boolean left) {
        diagram.put(event, box);
        diagram.label(event, new Box(left ? box.x() - 40 : box.right() - 12, box.bottom() + 1, 52, 14));
    }

    /** What tells people in this part; drawn in a row of its own where there is none yet. */
    private Element service(Element step, String delegate) {
        Element scope = Model.scope(step);
        return Xml.children(scope, Xml.BPMN, "serviceTask").stream()
                .filter(service -> Properties.delegate(service).equals(delegate))
                .findFirst()
                .orElseGet(() -> newService(step, delegate));
    }

    private Element newService(Element step, String delegate) {
        boolean reminds = delegate.equals(REMIND);
        Element service = Xml.create(step, Xml.BPMN, "serviceTask");
        service.setAttribute("name", reminds ? "Remind people" : "Escalate task");
        service.setAttribute("id", Ids.of(model, StepKind.SERVICE, service.getAttribute("name")));
        Xml.flowable(service, "delegateExpression", "${" + delegate + "}");
        Element scope = Model.scope(step);
        scope.appendChild(service);
        place.below(service, diagram.box(Model.id(step)).x());
        Element end = Xml.create(step, Xml.BPMN, "endEvent");
        end.setAttribute("name", reminds ? "People reminded" : "Task escalated");
        end.setAttribute("id", Ids.of(model, StepKind.END, end.getAttribute("name")));
        scope.appendChild(end);
        place.behind(end, service);
        diagram.route(model.connect(service, end));
        return service;
    }

    /** Takes an event off its step, and with it what told people if nothing else leads there. */
    void remove(Element event) {
        for (Element flow : model.leaving(Model.id(event))) {
            Optional<Element> target = model.find(flow.getAttribute("targetRef"));
            drop(flow);
            target.filter(step -> Set.of(REMIND, ESCALATE).contains(Properties.delegate(step)))
                    .ifPresent(this::removeIfUnused);
        }
        drop(event);
    }

    private void removeIfUnused(Element step) {
        if (!model.entering(Model.id(step)).isEmpty()) {
            return;
        }
        for (Element flow : model.leaving(Model.id(step))) {
            Optional<Element> target = model.find(flow.getAttribute("targetRef"));
            drop(flow);
            target.filter(next -> Model.kind(next) == StepKind.END).ifPresent(this::removeIfUnused);
        }
        drop(step);
    }

    void drop(Element element) {
        diagram.remove(Model.id(element));
        model.remove(element);
    }
}

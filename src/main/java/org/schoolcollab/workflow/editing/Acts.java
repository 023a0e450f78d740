package org.schoolcollab.workflow.editing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.schoolcollab.workflow.editing.Edit.AddStep;
import org.schoolcollab.workflow.editing.Edit.Connect;
import org.schoolcollab.workflow.editing.Edit.Disconnect;
import org.schoolcollab.workflow.editing.Edit.Drawn;
import org.schoolcollab.workflow.editing.Edit.MoveStep;
import org.schoolcollab.workflow.editing.Edit.RemoveStep;
import org.schoolcollab.workflow.editing.Edit.Rename;
import org.schoolcollab.workflow.editing.Edit.SetProperty;
import org.schoolcollab.workflow.gate.Vocabulary;
import org.w3c.dom.Element;

/** Does what an editor asked for, on the tree and on the diagram. */
final class Acts {

    private final Model model;
    private final Diagram diagram;
    private final Place place;
    private final Notices notices;
    private final Properties properties;

    Acts(Model model) {
        this.model = model;
        this.diagram = new Diagram(model);
        this.place = new Place(model, diagram);
        this.notices = new Notices(model, diagram, place);
        this.properties = new Properties(model);
    }

    void apply(Edit edit, Definition before) {
        switch (edit) {
            case AddStep add -> add(add);
            case MoveStep move -> move(move);
            case RemoveStep remove -> remove(model.step(remove.id()));
            case Connect connect -> connect(connect);
            case Disconnect disconnect -> disconnect(model.flow(disconnect.wayId()));
            case Rename rename -> rename(rename);
            case SetProperty set -> set(set);
            case Drawn drawn -> drawn(before);
        }
    }

    private void add(AddStep add) {
        if (!add.kind().canBeAdded()) {
            throw new EditRefused("error.editing.cannotBeAdded", add.kind().name());
        }
        String name = label(add.name());
        if (add.kind() == StepKind.END) {
            addEnd(add, name);
            return;
        }
        Gap gap = gap(add.after());
        Element step = new NewSteps(model, properties).create(add, name, gap.from());
        insert(step, gap);
        if (add.kind() == StepKind.VOTE) {
            new VoteEvents(model, diagram, notices).add(step);
        }
        if (add.kind() == StepKind.TASK || add.kind() == StepKind.VOTE) {
            new NewSteps(model, properties)
                    .times(add, step)
                    .forEach((notice, value) -> notices.set(step, notice, value));
        }
    }

    private void addEnd(AddStep add, String name) {
        Element from = model.step(add.after());
        boolean asks = Model.kind(from) == StepKind.GATEWAY;
        if (Model.kind(from) == StepKind.END
                || (!asks && !model.leaving(Model.id(from)).isEmpty())) {
            throw new EditRefused("error.editing.hasWayOn", Model.label(from));
        }
        Element end = new NewSteps(model, properties).create(add, name, from);
        Model.scope(from).insertBefore(end, from.getNextSibling());
        if (asks) {
            place.below(end, diagram.box(Model.id(from)).x());
        } else {
            place.behind(end, from);
        }
        link(from, end, add.properties().get(StepProperty.CONDITION));
    }

    /** Where a step goes: behind a step that has no way on, or into a way. */
    private record Gap(Element from, Optional<Element> way) {}

    private Gap gap(String after) {
        Optional<Element> way = model.findFlow(after);
        if (way.isPresent()) {
            return new Gap(model.step(way.get().getAttribute("sourceRef")), way);
        }
        Element from = model.step(after);
        List<Element> leaving = model.leaving(after);
        if (Model.kind(from) == StepKind.END) {
            throw new EditRefused("error.editing.nothingBehindEnd", Model.label(from));
        }
        if (leaving.size() > 1) {
            throw new EditRefused("error.editing.whichWay", Model.label(from));
        }
        return new Gap(from, leaving.stream().findFirst());
    }

    private void insert(Element step, Gap gap) {
        Element from = gap.from();
        if (!Model.scope(from).equals(step.getParentNode())) {
            Model.scope(from).insertBefore(step, from.getNextSibling());
        }
        if (gap.way().isEmpty()) {
            place.behind(step, from);
            diagram.route(link(from, step, null));
            return;
        }
        Element way = gap.way().get();
        Element to = model.step(way.getAttribute("targetRef"));
        place.between(step, from, to);
        model.retarget(way, step);
        Element on = model.connect(step, to);
        if (Model.kind(step) == StepKind.GATEWAY) {
            step.setAttribute("default", Model.id(on));
        }
        diagram.route(way);
        diagram.route(on);
    }

    private void move(MoveStep move) {
        Element step = model.step(move.id());
        List<Element> leaving = model.leaving(move.id());
        StepKind kind = Model.kind(step);
        if (leaving.size() != 1 || kind == StepKind.START || kind == StepKind.EVENT) {
            throw new EditRefused("error.editing.cannotBeMoved", Model.label(step));
        }
        Gap gap = gap(move.after());
        boolean here = gap.from().equals(step)
                || gap.way()
                        .filter(way -> way.getAttribute("targetRef").equals(move.id()))
                        .isPresent();
        if (here) {
            return;
        }
        if (!Model.scope(gap.from()).equals(Model.scope(step))) {
            throw new EditRefused("error.editing.otherPart", Model.label(step));
        }
        if (gap.way().filter(leaving::contains).isPresent()) {
            return;
        }
        Map<String, Box> hanging = new java.util.LinkedHashMap<>();
        Box old = diagram.box(move.id());
        model.attachedTo(move.id())
                .forEach(event -> hanging.put(
                        Model.id(event), diagram.box(Model.id(event)).moved(-old.x(), -old.y())));
        closeGap(step, leaving.getFirst());
        insert(step, gap(move.after()));
        Box now = diagram.box(move.id());
        hanging.forEach((id, offset) -> {
            Element event = model.step(id);
            notices.hang(event, offset.moved(now.x(), now.y()), offset.x() < now.width() / 2);
            model.leaving(id).forEach(diagram::route);
        });
    }

    /** What led to a step now leads to what was behind it. */
    private void closeGap(Element step, Element way) {
        Element next = model.step(way.getAttribute("targetRef"));
        if (next.equals(step)) {
            throw new EditRefused("error.editing.cannotBeMoved", Model.label(step));
        }
        List<Element> entering = model.entering(Model.id(step)).stream()
                .filter(flow -> !flow.equals(way))
                .toList();
        notices.drop(way);
        if (Model.kind(step) == StepKind.GATEWAY) {
            step.removeAttribute("default");
        }
        for (Element flow : entering) {
            model.retarget(flow, next);
            diagram.route(flow);
        }
    }

    private void remove(Element step) {
        String id = Model.id(step);
        List<Element> leaving = model.leaving(id);
        switch (Model.kind(step)) {
            case START -> throw new EditRefused("error.editing.startStays", Model.label(step));
            case PART -> throw new EditRefused("error.editing.partStays", Model.label(step));
            case EVENT -> {
                notices.remove(step);
                return;
            }
            default -> {
                if (leaving.size() > 1) {
                    throw new EditRefused("error.editing.hasWays", Model.label(step));
                }
            }
        }
        model.attachedTo(id).forEach(notices::remove);
        if (leaving.size() == 1 && !leaving.getFirst().getAttribute("targetRef").equals(id)) {
            closeGap(step, leaving.getFirst());
        }
        model.leaving(id).forEach(notices::drop);
        for (Element flow : model.entering(id)) {
            disconnect(flow);
        }
        notices.drop(step);
    }

    private void connect(Connect connect) {
        Element from = model.step(connect.from());
        Element to = model.step(connect.to());
        boolean asks = Model.kind(from) == StepKind.GATEWAY;
        if (Model.kind(from) == StepKind.END) {
            throw new EditRefused("error.editing.nothingBehindEnd", Model.label(from));
        }
        if (Model.kind(to) == StepKind.START || Model.kind(to) == StepKind.EVENT) {
            throw new EditRefused("error.editing.nothingBefore", Model.label(to));
        }
        if (!Model.scope(from).equals(Model.scope(to))) {
            throw new EditRefused("error.editing.otherPart", Model.label(to));
        }
        if (!asks && !model.leaving(connect.from()).isEmpty()) {
            throw new EditRefused("error.editing.hasWayOn", Model.label(from));
        }
        link(from, to, connect.condition());
    }

    /** A new way; out of a gateway with a condition, or as the one that is taken otherwise. */
    private Element link(Element from, Element to, @org.jspecify.annotations.Nullable String condition) {
        boolean asks = Model.kind(from) == StepKind.GATEWAY;
        String when = condition == null ? "" : condition;
        boolean first = model.leaving(Model.id(from)).isEmpty();
        if (!when.isEmpty() && (!asks || !Vocabulary.isCondition(when))) {
            throw new EditRefused("error.editing.noSuchChoice", when);
        }
        if (asks && !first && when.isEmpty()) {
            throw new EditRefused("error.editing.whichCondition", Model.label(from));
        }
        Element flow = model.connect(from, to);
        if (asks && first) {
            from.setAttribute("default", Model.id(flow));
        } else {
            Ways.condition(flow, when);
        }
        diagram.route(flow);
        return flow;
    }

    private void disconnect(Element flow) {
        Element from = model.step(flow.getAttribute("sourceRef"));
        notices.drop(flow);
        if (Model.kind(from) == StepKind.GATEWAY) {
            Ways.settle(model, from);
        }
    }

    private void rename(Rename rename) {
        String name = label(rename.name());
        Optional<Element> flow = model.findFlow(rename.id());
        Element named = flow.orElseGet(() -> model.step(rename.id()));
        named.setAttribute("name", name);
        flow.filter(way -> diagram.way(rename.id()).size() > 1)
                .ifPresent(way -> diagram.lay(way, diagram.way(rename.id())));
    }

    /** A name that the gate accepts: short, and nothing that the engine would evaluate. */
    private static String label(String typed) {
        String name = typed.strip();
        if (name.length() > 200
                || name.contains("${")
                || name.contains("#{")
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new EditRefused("error.editing.name");
        }
        return name;
    }

    private void set(SetProperty set) {
        if (set.property() == StepProperty.CONDITION) {
            Element flow = model.flow(set.id());
            Element from = model.step(flow.getAttribute("sourceRef"));
            if (Model.kind(from) != StepKind.GATEWAY
                    || from.getAttribute("default").equals(set.id())) {
                throw new EditRefused("error.editing.takenOtherwise", Model.label(from));
            }
            if (!Vocabulary.isCondition(set.value())) {
                throw new EditRefused("error.editing.noSuchChoice", set.value());
            }
            Ways.condition(flow, set.value());
            return;
        }
        Element step = model.step(set.id());
        Map<StepProperty, String> now = properties.of(step);
        if (!now.containsKey(set.property())) {
            throw new EditRefused("error.editing.notOfThisStep", Model.label(step));
        }
        switch (set.property()) {
            case REMINDER -> notices.set(step, Notices.REMIND, set.value());
            case ESCALATION -> notices.set(step, Notices.ESCALATE, set.value());
            case DEADLINE -> {
                properties.set(step, StepProperty.DEADLINE, set.value());
                new NewSteps(model, properties)
                        .follow(now, set.value())
                        .forEach((notice, value) -> notices.set(step, notice, value));
            }
            default -> properties.set(step, set.property(), set.value());
        }
        model.relist();
    }

    /** Takes over what the drawing tool holds; tasks it left bare get what a new task has. */
    private void drawn(Definition before) {
        if (!Model.id(model.process()).equals(before.key())) {
            throw new EditRefused("error.editing.otherProcess", before.key());
        }
        for (Element step : List.copyOf(model.steps().values())) {
            boolean bare = Model.kind(step) == StepKind.TASK
                    && before.find(Model.id(step)).isEmpty()
                    && Xml.flowable(step, "formKey").isEmpty();
            if (bare && diagram.has(Model.id(step))) {
                AddStep add = new AddStep(Model.id(step), StepKind.TASK, Model.label(step), Map.of());
                new NewSteps(model, properties).fill(step, add, step);
                new NewSteps(model, properties)
                        .times(add, step)
                        .forEach((notice, value) -> notices.set(step, notice, value));
            }
        }
        model.relist();
    }
}

package org.schoolcollab.workflow.editing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.schoolcollab.bid.Stage;
import org.schoolcollab.workflow.gate.Vocabulary;
import org.w3c.dom.Element;

/** Makes steps with all that the gate demands of their kind. */
final class NewSteps {

    private static final String DEADLINE = "10";
    private static final String WAIT = "5";
    private static final int REMINDED_BEFORE = 2;
    private static final String VOTE = "userTask_CastVote";
    private static final String ADVISERS = "${adviserGroup}";
    private static final String LEADERS = "${decisionLeads.groups(execution)}";

    private final Model model;
    private final Properties properties;

    NewSteps(Model model, Properties properties) {
        this.model = model;
        this.properties = properties;
    }

    /** A step that is not drawn nor connected yet. */
    Element create(Edit.AddStep add, String name, Element from) {
        Element step = Xml.create(from, Xml.BPMN, element(add.kind()));
        step.setAttribute("id", id(add, name));
        if (!name.isEmpty()) {
            step.setAttribute("name", name);
        }
        fill(step, add, from);
        return step;
    }

    private static String element(StepKind kind) {
        return switch (kind) {
            case TASK, VOTE -> "userTask";
            case SERVICE -> "serviceTask";
            case CALL -> "callActivity";
            case GATEWAY -> "exclusiveGateway";
            case WAIT -> "intermediateCatchEvent";
            case END -> "endEvent";
            case START, PART, EVENT -> throw new EditRefused("error.editing.cannotBeAdded", kind.name());
        };
    }

    /** From the name, or the one that the screen belongs to. */
    private String id(Edit.AddStep add, String name) {
        if (add.kind() == StepKind.VOTE) {
            if (model.isTaken(VOTE)) {
                throw new EditRefused("error.editing.screenTaken", "vote");
            }
            return VOTE;
        }
        Vocabulary.Screen screen = Vocabulary.SCREENS.get(form(add));
        if (add.kind() == StepKind.TASK && screen != null && !screen.isAnywhere()) {
            return screen.steps().stream()
                    .sorted()
                    .filter(id -> !model.isTaken(id))
                    .findFirst()
                    .orElseThrow(() -> new EditRefused("error.editing.screenTaken", form(add)));
        }
        String id = Ids.of(model, add.kind(), name);
        boolean owned = Vocabulary.SCREENS.values().stream()
                .anyMatch(other -> other.steps().contains(id));
        return owned ? Ids.free(model, id + "SignOff") : id;
    }

    private static String form(Edit.AddStep add) {
        return add.properties().getOrDefault(StepProperty.FORM, Vocabulary.SIGN_OFF);
    }

    /** The district's advisers; where the process is not told who they are, whoever leads its decisions. */
    private String usualGroup() {
        return Vocabulary.isToldTo(model.process().getAttribute("id"), ADVISERS) ? ADVISERS : LEADERS;
    }

    /** Sets what a step of its kind needs, as asked for or as usual. */
    void fill(Element step, Edit.AddStep add, Element from) {
        switch (add.kind()) {
            case TASK -> {
                properties.set(step, StepProperty.FORM, form(add));
                Vocabulary.Screen screen = Vocabulary.SCREENS.get(form(add));
                String usual = screen == null || screen.isAnywhere() ? usualGroup() : String.join(",", screen.groups());
                properties.set(step, StepProperty.GROUP, asked(add, StepProperty.GROUP, usual));
                properties.set(step, StepProperty.DEADLINE, asked(add, StepProperty.DEADLINE, DEADLINE));
                properties.set(step, StepProperty.STAGE, asked(add, StepProperty.STAGE, stage(from)));
            }
            case VOTE -> {
                Xml.flowable(step, "formKey", "vote");
                Xml.flowable(step, "assignee", "${voter}");
                properties.set(step, StepProperty.DEADLINE, asked(add, StepProperty.DEADLINE, "voteDue"));
                properties.set(step, StepProperty.STAGE, asked(add, StepProperty.STAGE, Stage.BOARD.name()));
                Element loop = Xml.create(step, Xml.BPMN, "multiInstanceLoopCharacteristics");
                loop.setAttribute("isSequential", "false");
                Xml.flowable(loop, "collection", "voters");
                Xml.flowable(loop, "elementVariable", "voter");
                loop.appendChild(Xml.formal(from, "completionCondition", Choices.BALLOT_SETTLED));
                step.appendChild(loop);
            }
            case SERVICE ->
                properties.set(step, StepProperty.DELEGATE, asked(add, StepProperty.DELEGATE, Notices.REMIND));
            case CALL -> {
                properties.set(step, StepProperty.CALLED, asked(add, StepProperty.CALLED, ""));
                if (add.properties().containsKey(StepProperty.INSTALMENT)) {
                    properties.set(step, StepProperty.INSTALMENT, asked(add, StepProperty.INSTALMENT, ""));
                }
            }
            case WAIT -> properties.set(step, StepProperty.UNTIL, asked(add, StepProperty.UNTIL, WAIT));
            case GATEWAY, END, START, PART, EVENT -> {
                // Only a name and ways.
            }
        }
    }

    private static String asked(Edit.AddStep add, StepProperty property, String usual) {
        return add.properties().getOrDefault(property, usual);
    }

    /** The stage of the nearest person's step before; the first stage where there is none. */
    private String stage(Element from) {
        Set<String> seen = new HashSet<>();
        Deque<Element> open = new ArrayDeque<>(Set.of(from));
        while (!open.isEmpty()) {
            Element step = open.poll();
            if (!seen.add(Model.id(step))) {
                continue;
            }
            String stage = Xml.flowable(step, "category");
            if (Vocabulary.STAGES.contains(stage)) {
                return stage;
            }
            model.entering(Model.id(step))
                    .forEach(flow -> model.find(flow.getAttribute("sourceRef")).ifPresent(open::add));
            model.find(step.getAttribute("attachedToRef")).ifPresent(open::add);
        }
        return Stage.PLAN.name();
    }

    /** Reminder and escalation of a new step, by what sends them. */
    Map<String, String> times(Edit.AddStep add, Element step) {
        String deadline = properties.of(step).getOrDefault(StepProperty.DEADLINE, DEADLINE);
        Map<String, String> all = new LinkedHashMap<>();
        all.put(Notices.REMIND, asked(add, StepProperty.REMINDER, reminder(deadline, REMINDED_BEFORE)));
        all.put(Notices.ESCALATE, asked(add, StepProperty.ESCALATION, deadline));
        return all;
    }

    /** Where the deadline changes, the reminder stays as long before it, and the escalation with it. */
    Map<String, String> follow(Map<StepProperty, String> before, String deadline) {
        String old = before.getOrDefault(StepProperty.DEADLINE, "");
        String reminder = before.getOrDefault(StepProperty.REMINDER, "");
        Map<String, String> all = new LinkedHashMap<>();
        if (!reminder.isEmpty()) {
            int earlier = isDays(old) && isDays(reminder)
                    ? Integer.parseInt(old) - Integer.parseInt(reminder)
                    : REMINDED_BEFORE;
            all.put(Notices.REMIND, reminder(deadline, Math.max(1, earlier)));
        }
        if (!old.isEmpty() && old.equals(before.get(StepProperty.ESCALATION))) {
            all.put(Notices.ESCALATE, deadline);
        }
        return all;
    }

    private static String reminder(String deadline, int earlier) {
        if (isDays(deadline)) {
            int days = Integer.parseInt(deadline) - earlier;
            return days < 1 ? "" : Integer.toString(days);
        }
        String date = deadline.replaceFirst("Due$", "Reminder");
        return !date.equals(deadline) && Vocabulary.isDate(date) ? date : "";
    }

    private static boolean isDays(String value) {
        return value.matches("[0-9]{1,2}");
    }
}

package org.schoolcollab.workflow.editing;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.schoolcollab.workflow.gate.Vocabulary;
import org.w3c.dom.Element;

/** Reads and writes what can be set at a step. */
final class Properties {

    private static final String RELEASE = "budgetRelease";
    private static final String WORKING_DAYS = "workingDays";
    private static final String MORNINGS = "workingMornings";
    private static final Set<String> REPORTS = Set.of("marchReport", "octoberReport");

    private final Model model;

    Properties(Model model) {
        this.model = model;
    }

    Map<StepProperty, String> of(Element step) {
        Map<StepProperty, String> all = new EnumMap<>(StepProperty.class);
        switch (Model.kind(step)) {
            case TASK -> {
                all.put(StepProperty.FORM, Xml.flowable(step, "formKey"));
                all.put(StepProperty.GROUP, Xml.flowable(step, "candidateGroups"));
                timed(step, all);
            }
            case VOTE -> {
                timed(step, all);
                all.put(StepProperty.VOTE_RULE, voteRule(step));
            }
            case SERVICE -> all.put(StepProperty.DELEGATE, delegate(step));
            case CALL -> {
                all.put(StepProperty.CALLED, step.getAttribute("calledElement"));
                if (step.getAttribute("calledElement").equals(RELEASE)
                        || !instalment(step).isEmpty()) {
                    all.put(StepProperty.INSTALMENT, instalment(step));
                }
            }
            case WAIT -> all.put(StepProperty.UNTIL, until(step));
            case EVENT -> {
                if (!Xml.children(step, Xml.BPMN, "timerEventDefinition").isEmpty()) {
                    all.put(StepProperty.UNTIL, until(step));
                }
            }
            case GATEWAY -> all.put(StepProperty.OTHERWISE, step.getAttribute("default"));
            case START, END, PART -> {
                // Only a name and a place.
            }
        }
        // In the order in which they are shown.
        return Collections.unmodifiableMap(all);
    }

    private void timed(Element step, Map<StepProperty, String> all) {
        all.put(StepProperty.STAGE, Xml.flowable(step, "category"));
        all.put(StepProperty.DEADLINE, shown(Xml.flowable(step, "dueDate")));
        all.put(
                StepProperty.REMINDER,
                notice(step, Notices.REMIND).map(this::until).orElse(""));
        all.put(
                StepProperty.ESCALATION,
                notice(step, Notices.ESCALATE).map(this::until).orElse(""));
    }

    /** The timer beside a step that sends this notice. */
    Optional<Element> notice(Element step, String delegate) {
        return model.attachedTo(Model.id(step)).stream()
                .filter(event -> event.getAttribute("cancelActivity").equals("false"))
                .filter(event -> model.leaving(Model.id(event)).stream()
                        .map(flow -> model.find(flow.getAttribute("targetRef")))
                        .flatMap(Optional::stream)
                        .anyMatch(target -> delegate(target).equals(delegate)))
                .findFirst();
    }

    static String delegate(Element step) {
        return shown(Xml.flowable(step, "delegateExpression"));
    }

    private static String voteRule(Element step) {
        return Xml.children(step, Xml.BPMN, "multiInstanceLoopCharacteristics").stream()
                .flatMap(loop -> Xml.children(loop, Xml.BPMN, "completionCondition").stream())
                .map(condition -> condition.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static String instalment(Element step) {
        return handedIn(step).stream()
                .filter(in -> in.getAttribute("target").equals("instalment"))
                .map(in -> shown(in.getAttribute("sourceExpression")))
                .findFirst()
                .orElse("");
    }

    private static List<Element> handedIn(Element step) {
        return Xml.children(step, Xml.BPMN, "extensionElements").stream()
                .flatMap(extension -> Xml.children(extension, Xml.FLOWABLE, "in").stream())
                .toList();
    }

    private String until(Element event) {
        return Xml.children(event, Xml.BPMN, "timerEventDefinition").stream()
                .flatMap(timer -> Xml.children(timer).stream())
                .map(when -> shown(when.getTextContent().strip()))
                .findFirst()
                .orElse("");
    }

    /** "P10D" as "10", an expression as the name in it, all else as it is. */
    private static String shown(String written) {
        if (written.matches("P[0-9]{1,3}D")) {
            return written.substring(1, written.length() - 1);
        }
        return written.matches("\\$\\{[A-Za-z0-9]+}") ? written.substring(2, written.length() - 1) : written;
    }

    /** Sets what stands on the step itself; reminders and escalations are steps of their own, see {@link Notices}. */
    void set(Element step, StepProperty property, String value) {
        switch (property) {
            case FORM -> Xml.flowable(step, "formKey", known(value, Vocabulary.SCREENS.keySet()));
            case GROUP -> Xml.flowable(step, "candidateGroups", group(step, value));
            case STAGE -> Xml.flowable(step, "category", known(value, Vocabulary.STAGES));
            case DEADLINE -> deadline(step, value);
            case VOTE_RULE -> known(value, Set.of(Choices.BALLOT_SETTLED));
            case DELEGATE -> Xml.flowable(step, "delegateExpression", "${" + known(value, Vocabulary.DELEGATES) + "}");
            case CALLED -> call(step, known(value, Set.copyOf(Choices.CALLED)), "1");
            case INSTALMENT -> {
                if (!step.getAttribute("calledElement").equals(RELEASE)) {
                    throw new EditRefused("error.editing.notOfThisStep", Model.label(step));
                }
                call(step, RELEASE, known(value, Set.of("1", "2")));
            }
            case UNTIL -> timer(step, value, WORKING_DAYS);
            case OTHERWISE -> otherwise(step, value);
            case REMINDER, ESCALATION, CONDITION ->
                throw new EditRefused("error.editing.notOfThisStep", Model.label(step));
        }
    }

    static String known(String value, Set<String> values) {
        if (!values.contains(value)) {
            throw new EditRefused("error.editing.noSuchChoice", value);
        }
        return value;
    }

    private static String group(Element step, String value) {
        Vocabulary.Screen screen = Vocabulary.SCREENS.get(Xml.flowable(step, "formKey"));
        return known(value, screen == null ? Set.of() : screen.groups());
    }

    private static void deadline(Element step, String value) {
        String due = time(value);
        Xml.flowable(step, "dueDate", due);
        Xml.flowable(step, "businessCalendarName", due.startsWith("P") ? WORKING_DAYS : null);
    }

    private static String time(String value) {
        if (!Choices.isTime(value)) {
            throw new EditRefused("error.editing.noSuchChoice", value);
        }
        return Vocabulary.isDate(value) ? "${" + value + "}" : "P" + value + "D";
    }

    /** The one timer of an event: at a date, or after working days; reminders come in the morning. */
    static void timer(Element event, String value, String calendar) {
        String time = time(value);
        Xml.children(event, Xml.BPMN, "timerEventDefinition").forEach(event::removeChild);
        Element timer = Xml.create(event, Xml.BPMN, "timerEventDefinition");
        boolean days = time.startsWith("P");
        if (days) {
            Xml.flowable(timer, "businessCalendarName", calendar);
        }
        timer.appendChild(Xml.formal(event, days ? "timeDuration" : "timeDate", time));
        event.appendChild(timer);
    }

    static void reminder(Element event, String value) {
        timer(event, value, MORNINGS);
    }

    static void escalation(Element event, String value) {
        timer(event, value, WORKING_DAYS);
    }

    private void otherwise(Element gateway, String wayId) {
        List<Element> leaving = model.leaving(Model.id(gateway));
        Element chosen = leaving.stream()
                .filter(flow -> Model.id(flow).equals(wayId))
                .findFirst()
                .orElseThrow(() -> new EditRefused("error.editing.noSuchChoice", wayId));
        String condition = Ways.condition(chosen);
        String before = gateway.getAttribute("default");
        if (before.equals(wayId)) {
            return;
        }
        gateway.setAttribute("default", wayId);
        Ways.condition(chosen, "");
        // The way that was taken otherwise now needs a condition: the opposite of the one that is gone.
        leaving.stream()
                .filter(flow ->
                        Model.id(flow).equals(before) && Ways.condition(flow).isEmpty() && !condition.isEmpty())
                .forEach(flow -> Ways.condition(flow, Ways.opposite(condition)));
    }

    /** A call with what the called process needs to be told. */
    private static void call(Element step, String process, String instalment) {
        step.setAttribute("calledElement", process);
        Xml.flowable(step, "inheritBusinessKey", "true");
        Xml.children(step, Xml.BPMN, "extensionElements").forEach(step::removeChild);
        Element extension = Xml.create(step, Xml.BPMN, "extensionElements");
        if (process.equals("boardVote")) {
            hand(extension, "out", "source", "decision", "decision");
        } else if (REPORTS.contains(process)) {
            String month = process.equals("marchReport") ? "march" : "october";
            hand(extension, "in", "source", "leadGroup", "leadGroup");
            hand(extension, "in", "source", "adviserGroup", "adviserGroup");
            hand(extension, "in", "source", month + "Reminder", "reportReminder");
            hand(extension, "in", "source", month + "Due", "reportDue");
        } else {
            hand(extension, "in", "sourceExpression", "${" + instalment + "}", "instalment");
        }
        step.insertBefore(extension, step.getFirstChild());
    }

    private static void hand(Element extension, String way, String attribute, String source, String target) {
        Element handed = Xml.create(extension, Xml.FLOWABLE, way);
        handed.setAttribute(attribute, source);
        handed.setAttribute("target", target);
        extension.appendChild(handed);
    }
}

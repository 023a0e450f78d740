package org.schoolcollab.workflow.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.schoolcollab.workflow.gate.Drawing.Flow;
import org.schoolcollab.workflow.gate.Drawing.Node;

/** What each step needs by itself: a known screen and group, a deadline, a delegate that exists, dates and conditions that make sense. */
final class StepRules {

    private static final Pattern DAYS = Pattern.compile("P([1-9][0-9]{0,2})D");
    private static final Set<String> REPORT_DATES = Set.of("reportReminder", "reportDue");

    private final Drawing drawing;
    private final List<Finding> findings = new ArrayList<>();

    private StepRules(Drawing drawing) {
        this.drawing = drawing;
    }

    static List<Finding> check(Drawing drawing) {
        StepRules rules = new StepRules(drawing);
        drawing.nodes().forEach(rules::node);
        drawing.flows().forEach(rules::flow);
        return rules.findings;
    }

    private void node(Node node) {
        switch (node.kind()) {
            case PERSON -> person(node);
            case SERVICE -> service(node);
            case CALL -> call(node);
            case TIMER, ON_TIMER -> timer(node);
            case ON_MESSAGE -> {
                if (!isMessageOfThePortal(node) || !node.interrupts()) {
                    add(node, "gate.messageUnknown");
                }
            }
            case ON_ERROR, ERROR_END -> {
                if (drawing.errorCode(node).isEmpty()) {
                    add(node, "gate.errorUnknown");
                }
            }
            case START, END, SCOPE, GATEWAY -> {
                // Only their place matters, see ShapeRules.
            }
        }
    }

    /** A withdrawal, or the end of the voting on the step where people vote. */
    private boolean isMessageOfThePortal(Node node) {
        String message = drawing.messageName(node);
        if (message.equals(Vocabulary.VOTING_ENDED)) {
            Node host = drawing.node(node.xml().get("attachedToRef"));
            return host != null && host.xml().get("flowable:formKey").equals("vote");
        }
        return message.equals(Vocabulary.WITHDRAWN);
    }

    private void person(Node node) {
        XmlElement task = node.xml();
        String form = task.get("flowable:formKey");
        Vocabulary.Screen screen = Vocabulary.SCREENS.get(form);
        if (screen == null) {
            add(node, form.isEmpty() ? "gate.noScreen" : "gate.screenUnknown", form);
        } else {
            if (screen.isAnywhere() && Vocabulary.OWNED_STEPS.contains(node.id())) {
                add(node, "gate.stepOwned");
            } else if (!screen.isAnywhere() && !screen.steps().contains(node.id())) {
                add(node, "gate.screenElsewhere", form, String.join(", ", sorted(screen.steps())));
            }
            takers(node, screen);
        }
        if (!Vocabulary.STAGES.contains(task.get("flowable:category"))) {
            add(node, "gate.noStage");
        }
        deadline(node);
    }

    private void takers(Node node, Vocabulary.Screen screen) {
        XmlElement task = node.xml();
        boolean each =
                task.children("multiInstanceLoopCharacteristics").findAny().isPresent();
        if (screen.groups().isEmpty()) {
            if (!task.get("flowable:assignee").equals("${voter}")
                    || task.has("flowable:candidateGroups")
                    || task.has("flowable:candidateUsers")
                    || !each
                    || task.children("multiInstanceLoopCharacteristics").anyMatch(loop -> !isVote(loop))) {
                add(node, "gate.notEachVoter");
            }
            return;
        }
        Set<String> groups =
                Set.copyOf(Arrays.stream(task.get("flowable:candidateGroups").split(","))
                        .map(String::strip)
                        .distinct()
                        .toList());
        if (each || task.has("flowable:assignee") || task.has("flowable:candidateUsers")) {
            add(node, "gate.onePersonOnly");
        }
        boolean fits = screen.isAnywhere()
                ? groups.size() == 1 && screen.groups().containsAll(groups)
                : screen.groups().equals(groups);
        if (!fits) {
            add(node, "gate.groupElsewhere", String.join(", ", sorted(screen.groups())));
        }
    }

    private static boolean isVote(XmlElement loop) {
        return loop.get("flowable:collection").equals("voters")
                && loop.get("flowable:elementVariable").equals("voter")
                && !loop.get("isSequential").equals("true")
                && loop.children("completionCondition").allMatch(c -> c.text().equals(Vocabulary.BALLOT_SETTLED))
                && loop.children("completionCondition").count() == 1;
    }

    private void deadline(Node node) {
        String due = node.xml().get("flowable:dueDate");
        String calendar = node.xml().get("flowable:businessCalendarName");
        if (due.isEmpty()) {
            add(node, "gate.noDeadline");
        } else if (!isDate(due) && !(days(due) && Vocabulary.CALENDARS.contains(calendar))) {
            add(node, "gate.deadlineUnknown");
        }
    }

    private void service(Node node) {
        Optional<String> delegate = Expressions.name(node.xml().get("flowable:delegateExpression"));
        if (delegate.filter(Vocabulary.DELEGATES::contains).isEmpty()) {
            add(node, "gate.delegateUnknown");
        }
    }

    private void call(Node node) {
        if (node.xml().get("calledElement").isEmpty()) {
            add(node, "gate.callsNothing");
        }
        if (!node.xml().has("flowable:inheritBusinessKey")) {
            add(node, "gate.callLosesBid");
        }
        node.xml().children("extensionElements").forEach(extension -> {
            extension.children("flowable:in").forEach(in -> handedIn(node, in));
            extension.children("flowable:out").forEach(out -> {
                if (!out.get("source").equals(Vocabulary.DECISION)
                        || !out.get("target").equals(Vocabulary.DECISION)) {
                    add(node, "gate.handedOver", out.get("target"));
                }
            });
        });
    }

    /** A called process is given the variable of the same name, a report's dates, or the number of the instalment; never a decision. */
    private void handedIn(Node node, XmlElement in) {
        String source = in.get("source");
        String target = in.get("target");
        boolean number = !in.has("source")
                && target.equals("instalment")
                && Expressions.number(in.get("sourceExpression"))
                        .filter(n -> n == 1 || n == 2)
                        .isPresent();
        boolean same = !in.has("sourceExpression")
                && source.equals(target)
                && Vocabulary.VARIABLES.containsKey(source)
                && !source.equals(Vocabulary.DECISION);
        boolean date = !in.has("sourceExpression") && Vocabulary.isDate(source) && REPORT_DATES.contains(target);
        if (!number && !same && !date) {
            add(node, "gate.handedOver", target);
        }
    }

    private void timer(Node node) {
        List<XmlElement> timers = node.xml().children("timerEventDefinition").toList();
        if (timers.size() != 1 || timers.getFirst().children().size() != 1) {
            add(node, "gate.timerUnknown");
            return;
        }
        XmlElement when = timers.getFirst().children().getFirst();
        String calendar = timers.getFirst().get("flowable:businessCalendarName");
        boolean known = when.name().equals("timeDate")
                ? isDate(when.text()) && calendar.isEmpty()
                : days(when.text()) && (calendar.isEmpty() || Vocabulary.CALENDARS.contains(calendar));
        if (!known) {
            add(node, "gate.timerUnknown");
        }
    }

    private void flow(Flow flow) {
        if (!flow.condition().isEmpty()
                && Expressions.condition(flow.condition()).isEmpty()) {
            findings.add(Finding.of(flow.id(), "gate.conditionUnknown"));
        }
    }

    private static boolean isDate(String expression) {
        return Expressions.name(expression).filter(Vocabulary::isDate).isPresent();
    }

    private static boolean days(String duration) {
        Matcher matcher = DAYS.matcher(duration);
        return matcher.matches();
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private void add(Node node, String reason, String... arguments) {
        findings.add(new Finding(node.id(), reason, withLabel(node, arguments)));
    }

    private static List<String> withLabel(Node node, String... arguments) {
        List<String> all = new ArrayList<>();
        all.add(node.label());
        all.addAll(List.of(arguments));
        return List.copyOf(all);
    }
}

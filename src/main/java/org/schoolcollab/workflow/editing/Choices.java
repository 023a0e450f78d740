package org.schoolcollab.workflow.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.schoolcollab.bid.Stage;
import org.schoolcollab.workflow.gate.Vocabulary;

/** What can be chosen for a property, taken from what the gate knows and what the process is told. */
public final class Choices {

    /** Most working days that can be set. */
    static final int MOST_DAYS = 60;

    /** The one way in which votes are found to be enough. */
    static final String BALLOT_SETTLED = "${isBallotSettled.check(execution)}";

    static final List<String> CALLED = List.of("boardVote", "budgetRelease", "marchReport", "octoberReport");

    private static final List<Integer> DAYS = List.of(1, 2, 3, 4, 5, 8, 10, 15, 20, 30, 40, 60);

    private Choices() {}

    /**
     * The values that a property of this step can have. Of days, the usual ones are listed; every whole number from 1 to 60 can be set.
     */
    public static List<Choice> of(Definition definition, String id, StepProperty property) {
        if (property == StepProperty.CONDITION) {
            return conditions();
        }
        Step step = definition.step(id);
        return switch (property) {
            case FORM -> forms(step);
            case GROUP -> groups(definition.key(), step);
            case STAGE ->
                Stream.of(Stage.values())
                        .map(stage -> Choice.of(stage.name(), "enum.Stage." + stage.name()))
                        .toList();
            case DEADLINE, UNTIL -> times(definition.key(), false);
            case REMINDER, ESCALATION -> times(definition.key(), true);
            case VOTE_RULE -> List.of(Choice.of(BALLOT_SETTLED, "editing.choice.ballotSettled"));
            case DELEGATE -> sorted(Vocabulary.DELEGATES).map(Choices::named).toList();
            case CALLED -> CALLED.stream().map(Choices::named).toList();
            case INSTALMENT ->
                List.of(
                        Choice.of("1", "editing.choice.instalment", "1"),
                        Choice.of("2", "editing.choice.instalment", "2"));
            case OTHERWISE ->
                step.ways().stream()
                        .map(way -> Choice.of(
                                way.id(),
                                "editing.choice.way",
                                way.label(),
                                definition.step(way.to()).label()))
                        .toList();
            case CONDITION -> conditions();
        };
    }

    /** Answers that a gateway can ask for. */
    public static List<Choice> conditions() {
        List<Choice> all = new ArrayList<>();
        sorted(Vocabulary.DECISIONS)
                .forEach(word -> all.add(Choice.of("${decision == '" + word + "'}", "editing.choice.condition")));
        Vocabulary.SIGN_OFFS.forEach(
                word -> all.add(Choice.of("${signOff == '" + word + "'}", "editing.choice.condition")));
        all.add(Choice.of("${instalments == 1}", "editing.choice.condition"));
        all.add(Choice.of("${instalments == 2}", "editing.choice.condition"));
        all.add(Choice.of("${secondWaits}", "editing.choice.condition"));
        all.add(Choice.of("${!secondWaits}", "editing.choice.condition"));
        all.add(Choice.of("${instalments == 2 && secondWaits}", "editing.choice.condition"));
        all.add(Choice.of("${instalments == 2 && !secondWaits}", "editing.choice.condition"));
        return List.copyOf(all);
    }

    private static List<Choice> forms(Step step) {
        return Vocabulary.SCREENS.entrySet().stream()
                .filter(screen -> !screen.getKey().equals("vote"))
                .filter(screen -> screen.getValue().isAnywhere()
                        ? Vocabulary.SCREENS.values().stream()
                                .noneMatch(other -> other.steps().contains(step.id()))
                        : screen.getValue().steps().contains(step.id()))
                .map(screen -> named(screen.getKey()))
                .sorted((left, right) -> left.value().compareTo(right.value()))
                .toList();
    }

    private static List<Choice> groups(String process, Step step) {
        Vocabulary.Screen screen =
                Vocabulary.SCREENS.get(step.properties().getOrDefault(StepProperty.FORM, Vocabulary.SIGN_OFF));
        Set<String> groups = screen == null ? Set.of() : screen.groups();
        return sorted(groups)
                .filter(group -> Vocabulary.isToldTo(process, group))
                .map(Choices::group)
                .toList();
    }

    private static Choice group(String value) {
        return Choice.of(value, "editing.choice." + value.replaceAll("[^A-Za-z_]", ""));
    }

    private static List<Choice> times(String process, boolean never) {
        List<Choice> all = new ArrayList<>();
        if (never) {
            all.add(Choice.of("", "editing.choice.never"));
        }
        DAYS.forEach(days -> {
            String number = Integer.toString(days);
            all.add(Choice.of(number, days == 1 ? "editing.choice.day" : "editing.choice.days", number));
        });
        sorted(Vocabulary.toldTo(process)).filter(Vocabulary::isDate).forEach(date -> all.add(named(date)));
        return List.copyOf(all);
    }

    static boolean isTime(String value) {
        return Vocabulary.isDate(value) || (value.matches("[1-9][0-9]?") && Integer.parseInt(value) <= MOST_DAYS);
    }

    private static Choice named(String value) {
        return Choice.of(value, "editing.choice." + value);
    }

    private static Stream<String> sorted(Set<String> values) {
        return new TreeSet<>(values).stream();
    }
}

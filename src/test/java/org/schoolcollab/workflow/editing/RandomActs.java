package org.schoolcollab.workflow.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.schoolcollab.workflow.gate.HostileDefinitions;

/** Acts as a careless editor might do them, by a seed. */
final class RandomActs {

    private static final List<String> GROUPS = List.of(
            "${leadGroup}",
            "${adviserGroup}",
            "${decisionLeads.groups(execution)}",
            "FINANCE_OFFICER",
            "FINANCE_APPROVER");

    private final Random random;

    RandomActs(long seed) {
        this.random = new Random(seed);
    }

    /** A script of acts on a shipped definition, each as it stood when it was thought of. */
    record Script(String file, List<Edit> edits) {

        /** The definition after those acts that make sense, in turn. */
        Definition run() {
            Definition now = Definition.read(HostileDefinitions.shipped(file));
            for (Edit edit : edits) {
                try {
                    now = now.apply(edit);
                } catch (EditRefused makesNoSense) {
                    // An editor is told and goes on.
                }
            }
            return now;
        }
    }

    Script script() {
        String file = DefinitionTest.SHIPPED.get(
                random.nextBoolean() ? random.nextInt(2) : random.nextInt(DefinitionTest.SHIPPED.size()));
        Definition now = Definition.read(HostileDefinitions.shipped(file));
        List<Edit> edits = new ArrayList<>();
        int length = 1 + random.nextInt(4);
        while (edits.size() < length) {
            Edit edit = edit(now);
            try {
                now = now.apply(edit);
                edits.add(edit);
            } catch (EditRefused makesNoSense) {
                if (random.nextInt(10) == 0) {
                    edits.add(edit);
                }
            }
        }
        return new Script(file, List.copyOf(edits));
    }

    private Edit edit(Definition now) {
        Step step = pick(now.steps());
        Step other = pick(now.steps());
        return switch (random.nextInt(14)) {
            case 0, 1, 2 ->
                new Edit.AddStep(
                        place(now),
                        StepKind.TASK,
                        "Look " + random.nextInt(99),
                        Map.of(StepProperty.GROUP, pick(GROUPS)));
            case 3 -> new Edit.AddStep(place(now), StepKind.WAIT, "Days passed", Map.of());
            case 4 -> new Edit.AddStep(place(now), StepKind.GATEWAY, "Is it so?", Map.of());
            case 5 ->
                new Edit.AddStep(
                        place(now),
                        StepKind.SERVICE,
                        "Serve",
                        Map.of(
                                StepProperty.DELEGATE,
                                pick(List.of(
                                        "remindPeople", "commitFunds", "countBallot", "closeBid", "returnFunds"))));
            case 6 ->
                new Edit.AddStep(place(now), StepKind.CALL, "Call", Map.of(StepProperty.CALLED, pick(Choices.CALLED)));
            case 7, 8 -> new Edit.MoveStep(step.id(), place(now));
            case 9 -> new Edit.RemoveStep(step.id());
            case 10 ->
                new Edit.Connect(
                        step.id(),
                        other.id(),
                        random.nextBoolean() ? null : pick(Choices.conditions()).value());
            case 11 ->
                step.ways().isEmpty()
                        ? new Edit.Rename(step.id(), "New name")
                        : new Edit.Disconnect(pick(step.ways()).id());
            case 12 ->
                step.ways().isEmpty()
                        ? new Edit.Rename(step.id(), "New name")
                        : new Edit.SetProperty(
                                pick(step.ways()).id(),
                                StepProperty.CONDITION,
                                pick(Choices.conditions()).value());
            default -> property(now, step);
        };
    }

    private Edit property(Definition now, Step step) {
        List<StepProperty> properties =
                step.properties().keySet().stream().sorted().toList();
        if (properties.isEmpty()) {
            return new Edit.Rename(step.id(), "New name");
        }
        StepProperty property = pick(properties);
        List<Choice> choices = Choices.of(now, step.id(), property);
        return choices.isEmpty()
                ? new Edit.Rename(step.id(), "New name")
                : new Edit.SetProperty(step.id(), property, pick(choices).value());
    }

    private String place(Definition now) {
        Step step = pick(now.steps());
        return step.ways().isEmpty() || random.nextInt(4) == 0
                ? step.id()
                : pick(step.ways()).id();
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}

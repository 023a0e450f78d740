package org.schoolcollab.workflow.dryrun;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.task.api.Task;
import org.schoolcollab.workflow.ProcessVariables;
import org.schoolcollab.workflow.dryrun.Actors.Script;
import org.schoolcollab.workflow.dryrun.Moment.Open;
import org.schoolcollab.workflow.gate.Outline;

/** Looks in the engine where a made-up bid stands. */
final class Lookout {

    /** Values that conditions can ask for. */
    private static final Set<String> CONDITIONED = Set.of(
            ProcessVariables.DECISION.name(),
            ProcessVariables.SIGN_OFF.name(),
            ProcessVariables.INSTALMENTS.name(),
            ProcessVariables.INSTALMENT.name(),
            ProcessVariables.SECOND_WAITS.name());

    /**
     * Where the bid stands.
     *
     * @param open steps that wait for people, each once
     * @param waits whether a date is waited for
     * @param stands name of what waits
     * @param known names of the values that are set, each with its process
     */
    record Sight(Situation situation, List<Open> open, boolean waits, String stands, Set<String> known) {

        boolean isOver() {
            return situation.frames().isEmpty();
        }
    }

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Script script;
    private final World world;

    Lookout(RuntimeService runtime, TaskService tasks, Script script, World world) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.script = script;
        this.world = world;
    }

    /** The processes of the bid. */
    List<ProcessInstance> processes() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(script.bid())
                .list();
    }

    /** Where the bid stands now. */
    Sight look() {
        Map<String, List<Task>> open = tasks.createTaskQuery().processInstanceBusinessKey(script.bid()).list().stream()
                .collect(Collectors.groupingBy(Task::getProcessInstanceId));
        List<Situation.Frame> frames = new ArrayList<>();
        Set<Open> steps = new LinkedHashSet<>();
        Set<String> known = new TreeSet<>();
        List<String> waits = new ArrayList<>();
        for (ProcessInstance process : processes()) {
            String key = script.keyOf(process);
            Set<String> waiting = new TreeSet<>();
            open.getOrDefault(process.getId(), List.of()).forEach(task -> {
                waiting.add(task.getTaskDefinitionKey());
                steps.add(new Open(key, task.getTaskDefinitionKey(), task.getFormKey()));
            });
            if (waiting.isEmpty()) {
                waiting.addAll(runtime.getActiveActivityIds(process.getId()));
            }
            waiting.stream().filter(id -> isWait(key, id)).forEach(id -> waits.add(world.label(key, id)));
            Map<String, Object> values = runtime.getVariables(process.getId());
            values.keySet().forEach(name -> known.add(key + "#" + name));
            frames.add(frame(key, waiting, values));
        }
        frames.sort(Comparator.comparing(Situation.Frame::process)
                .thenComparing(frame -> frame.open().toString()));
        steps.forEach(step -> waits.add(world.label(step.process(), step.element())));
        return new Sight(
                new Situation(List.copyOf(frames), world.bid().standing()),
                List.copyOf(steps),
                !waits.isEmpty(),
                String.join(", ", waits),
                Set.copyOf(known));
    }

    private boolean isWait(String key, String element) {
        Outline.Step step = script.step(key, element);
        return step != null && step.kind() == Outline.Kind.WAIT;
    }

    private Situation.Frame frame(String key, Set<String> waiting, Map<String, Object> variables) {
        Asked asked = script.asked().get(key);
        Map<String, String> values = new TreeMap<>();
        variables.forEach((name, value) -> {
            if (CONDITIONED.contains(name)
                    && (asked == null || waiting.stream().anyMatch(step -> asked.isAsked(name, step)))) {
                values.put(name, String.valueOf(value));
            }
        });
        return new Situation.Frame(key, List.copyOf(waiting), Map.copyOf(values));
    }
}

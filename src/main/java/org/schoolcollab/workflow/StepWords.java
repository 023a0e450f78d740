package org.schoolcollab.workflow;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.schoolcollab.shell.MoreWords;
import org.schoolcollab.workflow.gate.Outline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The names of steps that people added to a process: as the latest version that has the step calls it. */
@Component
class StepWords implements MoreWords {

    private static final String TASK = "task.";
    private static final String OPEN = ".open";
    private static final String WHY = ".why";

    private final DeployedDefinitions definitions;

    /** Steps of a version never change, so what was read of it is kept. */
    private final Map<String, Map<String, String>> labels = new ConcurrentHashMap<>();

    StepWords(DeployedDefinitions definitions) {
        this.definitions = definitions;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> find(String key) {
        if (!key.startsWith(TASK)) {
            return Optional.empty();
        }
        if (key.endsWith(OPEN)) {
            return Optional.of("Open step");
        }
        if (key.endsWith(WHY)) {
            return Optional.of("the working days that the process gives for it");
        }
        String step = key.substring(TASK.length());
        return definitions.latest().stream()
                .flatMap(latest -> definitions.versions(latest.key()).stream())
                .map(version -> labels.computeIfAbsent(version.id(), id -> labels(version)))
                .filter(known -> known.containsKey(step))
                .map(known -> known.get(step))
                .findFirst();
    }

    private Map<String, String> labels(DeployedDefinitions.Version version) {
        Map<String, String> found = new ConcurrentHashMap<>();
        Outline.of(definitions.bpmn(version).getBytes(StandardCharsets.UTF_8))
                .steps()
                .values()
                .forEach(step -> found.put(step.id(), step.label()));
        return found;
    }
}

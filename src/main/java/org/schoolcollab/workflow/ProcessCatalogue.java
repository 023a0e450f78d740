package org.schoolcollab.workflow;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** The process definitions as deployed. */
@UseCase
public class ProcessCatalogue {

    /** The latest version of a definition. */
    public record Definition(String id, String key, String name, int version, Instant deployedAt) {}

    private final DeployedDefinitions definitions;

    ProcessCatalogue(DeployedDefinitions definitions) {
        this.definitions = definitions;
    }

    /** The latest version of each definition, by name. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<Definition> definitions() {
        return definitions.latest().stream()
                .map(found -> new Definition(found.id(), found.key(), found.name(), found.number(), found.deployedAt()))
                .toList();
    }

    /**
     * The latest version's BPMN with its diagram.
     *
     * @throws NotFound if no process has this key
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public String bpmn(String key) {
        return definitions.bpmn(definitions.latest(key).orElseThrow(NotFound::new));
    }
}

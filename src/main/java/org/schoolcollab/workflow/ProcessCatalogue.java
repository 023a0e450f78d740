package org.schoolcollab.workflow;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.Deployment;
import org.flowable.engine.repository.ProcessDefinition;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** The process definitions as deployed. */
@UseCase
public class ProcessCatalogue {

    /** The latest version of a definition. */
    public record Definition(String id, String key, String name, int version, Instant deployedAt) {}

    private final RepositoryService repository;
    private final BidCourse course;

    ProcessCatalogue(RepositoryService repository, BidCourse course) {
        this.repository = repository;
        this.course = course;
    }

    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<Definition> definitions() {
        return repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionName()
                .asc()
                .list()
                .stream()
                .map(this::definition)
                .toList();
    }

    private Definition definition(ProcessDefinition found) {
        Deployment deployment = repository
                .createDeploymentQuery()
                .deploymentId(found.getDeploymentId())
                .singleResult();
        return new Definition(
                found.getId(),
                found.getKey(),
                found.getName(),
                found.getVersion(),
                deployment.getDeploymentTime().toInstant());
    }

    /**
     * The latest version's BPMN with its diagram.
     *
     * @throws NotFound if no process has this key
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public String bpmn(String key) {
        ProcessDefinition found = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
        if (found == null) {
            throw new NotFound();
        }
        return course.bpmn(found.getId());
    }
}

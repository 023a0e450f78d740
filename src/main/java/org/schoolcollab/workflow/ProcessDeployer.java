package org.schoolcollab.workflow;

import java.io.IOException;
import java.io.InputStream;
import org.flowable.engine.RepositoryService;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the process definitions that come with the portal when it starts, each file on its own: a changed file becomes a new
 * version, an unchanged one stays as it is.
 */
@Component
class ProcessDeployer implements InitializingBean {

    static final String SHIPPED = GateCheck.SHIPPED;

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;

    ProcessDeployer(RepositoryService repository, ResourcePatternResolver resources) {
        this.repository = repository;
        this.resources = resources;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        for (Resource file : resources.getResources(SHIPPED)) {
            try (InputStream bpmn = file.getInputStream()) {
                repository
                        .createDeployment()
                        .name(file.getFilename())
                        .enableDuplicateFiltering()
                        .addInputStream(file.getFilename(), bpmn)
                        .deploy();
            }
        }
    }
}

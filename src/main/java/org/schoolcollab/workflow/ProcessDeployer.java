package org.schoolcollab.workflow;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowable.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deploys the process definitions that come with the portal when it starts, each by itself: where the key is unknown, or where the file
 * has changed and the version in use came with the portal, too. What administrators have published is never replaced by a start.
 */
@Component
class ProcessDeployer implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessDeployer.class);

    private final RepositoryService repository;
    private final DeployedDefinitions definitions;
    private final JdbcClient jdbc;

    ProcessDeployer(RepositoryService repository, DeployedDefinitions definitions, JdbcClient jdbc) {
        this.repository = repository;
        this.definitions = definitions;
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        Map<String, byte[]> coming = new LinkedHashMap<>();
        definitions.shipped().forEach((key, bpmn) -> {
            if (isToBeDeployed(key, bpmn)) {
                coming.put(key, bpmn);
            }
        });
        definitions.coming(coming);
        try {
            coming.forEach((key, bpmn) -> repository
                    .createDeployment()
                    .name(fileName(key))
                    .addBytes(fileName(key), bpmn)
                    .deploy());
        } finally {
            definitions.coming(Map.of());
        }
    }

    private boolean isToBeDeployed(String key, byte[] shipped) {
        List<DeployedDefinitions.Version> versions = definitions.versions(key);
        String file = new String(shipped, StandardCharsets.UTF_8);
        if (versions.isEmpty()) {
            return true;
        }
        // A file that was in use before is no news, whatever has been published since.
        if (versions.stream().anyMatch(version -> definitions.bpmn(version).equals(file))) {
            return false;
        }
        if (isPublishedByPeople(versions.getFirst())) {
            LOG.info(
                    "The process {} comes with a change, but version {} was published by people and stays in use",
                    key,
                    versions.getFirst().number());
            return false;
        }
        return true;
    }

    private boolean isPublishedByPeople(DeployedDefinitions.Version version) {
        return jdbc.sql("select count(*) from workflow_publication where process_key = ? and version = ?")
                        .params(version.key(), version.number())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** {@code bidLifecycle} comes as {@code bid-lifecycle.bpmn}. */
    static String fileName(String key) {
        return key.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT) + ".bpmn";
    }
}

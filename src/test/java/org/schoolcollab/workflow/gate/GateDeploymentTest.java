package org.schoolcollab.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import org.flowable.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.schoolcollab.testing.PortalTest;
import org.schoolcollab.workflow.DefinitionRefused;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever deploys, and however: the engine takes nothing that the gate refuses. */
@PortalTest
class GateDeploymentTest {

    @Autowired
    RepositoryService repository;

    @Test
    void theEngineTakesNoHostileDefinition() {
        long before = repository.createProcessDefinitionQuery().count();
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        HostileDefinitions.all().forEach(hostile -> {
            long memory = threads.getCurrentThreadAllocatedBytes();
            long computing = threads.getCurrentThreadCpuTime();
            assertThatThrownBy(() -> repository
                            .createDeployment()
                            .name(hostile.name())
                            .addBytes(hostile.name() + ".bpmn", hostile.bpmn())
                            .deploy())
                    .as(hostile.name())
                    .isInstanceOf(DefinitionRefused.class);
            assertThat(threads.getCurrentThreadCpuTime() - computing)
                    .as(hostile.name())
                    .isLessThan(1_000_000_000L);
            assertThat(threads.getCurrentThreadAllocatedBytes() - memory)
                    .as(hostile.name())
                    .isLessThan(64L << 20);
        });
        assertThat(repository.createProcessDefinitionQuery().count()).isEqualTo(before);
        assertThat(System.getProperty(HostileDefinitions.CANARY)).isNull();
    }

    @Test
    void aDefinitionUnderAnotherFileNameIsJudgedToo() {
        byte[] hostile = HostileDefinitions.all().getFirst().bpmn();
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addBytes("definition.bpmn20.xml", hostile)
                        .deploy())
                .isInstanceOf(DefinitionRefused.class);
    }

    @Test
    void whatIsShippedCanBeDeployedAgain() {
        byte[] shipped = HostileDefinitions.shipped("bid-lifecycle")
                .replace("Carries one bid", "Brings one bid")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        repository.createDeployment().addBytes("bid-lifecycle.bpmn", shipped).deploy();
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("bidLifecycle")
                        .latestVersion()
                        .singleResult()
                        .getVersion())
                .isEqualTo(2);
    }
}

package org.schoolcollab.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class BidLifecycleProcessTest {

    @Autowired
    RepositoryService repository;

    @Test
    void everyShippedProcessIsDeployedOnItsOwn() {
        assertThat(repository.createProcessDefinitionQuery().list())
                .extracting(ProcessDefinition::getKey)
                .containsExactlyInAnyOrder(
                        "bidLifecycle", "boardVote", "budgetRelease", "marchReport", "octoberReport");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(5);
    }
}

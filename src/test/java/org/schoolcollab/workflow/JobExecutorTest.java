package org.schoolcollab.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.job.service.impl.asyncexecutor.AbstractAsyncExecutor;
import org.junit.jupiter.api.Test;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What config/application.yaml says about the engine's jobs is what the engine does: asked of the engine itself. */
@PortalTest
class JobExecutorTest {

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Test
    void jobsOfAnEndedNodeAreTakenOverWithinFiveMinutes() {
        var settings = executor().getConfiguration();
        Duration untilFree = longer(settings.getAsyncJobLockTime(), settings.getTimerLockTime())
                .plus(settings.getResetExpiredJobsInterval());
        Duration untilSomebodyMayLook =
                longer(settings.getAsyncJobsGlobalLockForceAcquireAfter(), settings.getTimerLockForceAcquireAfter());
        Duration untilSomebodyLooks =
                settings.getDefaultTimerJobAcquireWaitTime().plus(settings.getDefaultAsyncJobAcquireWaitTime());
        assertThat(longer(untilFree, untilSomebodyMayLook).plus(untilSomebodyLooks))
                .isLessThan(Duration.ofMinutes(5));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    @Test
    void oneNodeAtATimeLooksForWork() {
        assertThat(executor().isGlobalAcquireLockEnabled()).isTrue();
        assertThat(executor().getConfiguration().isGlobalAcquireLockEnabled()).isTrue();
    }

    @Test
    void theExecutorOfTheEngineIsTheOneThatRuns() {
        assertThat(executor().getJobServiceConfiguration().getAsyncExecutor()).isSameAs(executor());
        assertThat(executor().getLockOwner()).isNotBlank();
    }

    private AbstractAsyncExecutor executor() {
        return (AbstractAsyncExecutor) engine.getAsyncExecutor();
    }
}

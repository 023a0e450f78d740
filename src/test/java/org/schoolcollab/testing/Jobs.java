package org.schoolcollab.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.flowable.engine.ManagementService;
import org.flowable.job.api.Job;
import org.schoolcollab.shared.PortalClock;
import org.springframework.stereotype.Component;

/** Runs the engine's timers by hand: those due by the portal's clock, in order of their due dates. */
@Component
public class Jobs {

    private static final int AT_MOST = 1000;

    private final ManagementService management;
    private final PortalClock clock;

    Jobs(ManagementService management, PortalClock clock) {
        this.management = management;
        this.clock = clock;
    }

    /** Executes what is due now; what that makes due, too. Answers how many jobs ran. */
    public int runDue() {
        int ran = 0;
        while (ran < AT_MOST) {
            List<Job> due = management
                    .createTimerJobQuery()
                    .duedateLowerThan(Date.from(clock.instant().plusMillis(1)))
                    .orderByJobDuedate()
                    .asc()
                    .listPage(0, 1);
            if (due.isEmpty()) {
                return ran;
            }
            Job job = management.moveTimerToExecutableJob(due.getFirst().getId());
            management.executeJob(job.getId());
            ran++;
        }
        throw new IllegalStateException("timers without end");
    }

    /** Moves the clock to an instant and runs what is due by then. */
    public int runUntil(Instant instant) {
        clock.advance(Duration.between(clock.instant(), instant));
        return runDue();
    }
}

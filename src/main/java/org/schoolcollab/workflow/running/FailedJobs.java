package org.schoolcollab.workflow.running;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.job.api.Job;
import org.flowable.job.service.impl.persistence.entity.AbstractRuntimeJobEntity;
import org.flowable.job.service.impl.persistence.entity.TimerJobEntity;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.security.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine's jobs that failed, and what people noted about them; checks nobody. */
@Component
class FailedJobs {

    private static final int TRIES = 3;
    private static final int AT_MOST = 500;

    /** A failed job: stuck for good, or waiting for its next try. */
    record Failed(Job job, boolean stuck, ProcessInstance process) {

        BidId bid() {
            return BidId.of(process.getBusinessKey());
        }

        /** Stays the same however often the job is tried. */
        String key() {
            return job.getCorrelationId() == null ? job.getId() : job.getCorrelationId();
        }
    }

    private final ManagementService management;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;

    FailedJobs(ManagementService management, RuntimeService runtime, JdbcClient jdbc) {
        this.management = management;
        this.runtime = runtime;
        this.jdbc = jdbc;
    }

    List<Failed> all() {
        List<Failed> found = new ArrayList<>();
        management.createDeadLetterJobQuery().orderByJobCreateTime().asc().listPage(0, AT_MOST).stream()
                .flatMap(job -> of(job, true))
                .forEach(found::add);
        Stream.concat(
                        management.createTimerJobQuery().withException().listPage(0, AT_MOST).stream(),
                        management.createJobQuery().withException().listPage(0, AT_MOST).stream())
                .flatMap(job -> of(job, false))
                .forEach(found::add);
        return found;
    }

    Optional<Failed> find(String id) {
        Job dead = management.createDeadLetterJobQuery().jobId(id).singleResult();
        if (dead != null) {
            return of(dead, true).findFirst();
        }
        Job waiting = management.createTimerJobQuery().jobId(id).withException().singleResult();
        return waiting == null ? Optional.empty() : of(waiting, false).findFirst();
    }

    private Stream<Failed> of(Job job, boolean stuck) {
        ProcessInstance process = job.getProcessInstanceId() == null
                ? null
                : runtime.createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .singleResult();
        return process == null ? Stream.empty() : Stream.of(new Failed(job, stuck, process));
    }

    /** The engine tries it as soon as it can, with all its tries again. */
    void tryNow(Failed failed) {
        if (failed.stuck()) {
            management.moveDeadLetterJobToExecutableJob(failed.job().getId(), TRIES);
        } else {
            management.moveTimerToExecutableJob(failed.job().getId());
        }
    }

    /** The engine tries it at a moment, with all its tries again. */
    void tryAt(Failed failed, Instant due) {
        if (failed.stuck()) {
            management.moveDeadLetterJobToExecutableJob(failed.job().getId(), TRIES);
        }
        management.executeCommand(context -> {
            var jobs = CommandContextUtil.getProcessEngineConfiguration(context).getJobServiceConfiguration();
            TimerJobEntity timer = failed.stuck()
                    ? jobs.getJobManager().moveJobToTimerJob(Objects.requireNonNull((AbstractRuntimeJobEntity)
                            jobs.getJobEntityManager().findById(failed.job().getId())))
                    : jobs.getTimerJobEntityManager().findById(failed.job().getId());
            timer.setDuedate(Date.from(due));
            timer.setRetries(TRIES);
            return null;
        });
    }

    @Nullable
    String noteOn(String key) {
        return jdbc.sql("select note from workflow_job_note where job_key = ? order by number desc limit 1")
                .param(key)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    void note(Failed failed, String note, PersonId by, Instant at) {
        jdbc.sql(
                        "insert into workflow_job_note (id, job_key, bid_id, note, written_by, written_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        java.util.UUID.randomUUID().toString(),
                        failed.key(),
                        failed.bid().toString(),
                        note,
                        by.toString(),
                        Timestamp.from(at))
                .update();
    }
}

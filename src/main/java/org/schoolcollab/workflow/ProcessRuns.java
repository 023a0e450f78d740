package org.schoolcollab.workflow;

import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.job.api.Job;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.workflow.gate.Outline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** How processes run: how long steps take, and what is stuck. */
@UseCase
public class ProcessRuns {

    private static final int RETRIES = 3;

    /**
     * How long a step took, over all times it was done on a version.
     *
     * @param times how often it was done
     * @param median half of the times took no longer
     * @param most nine of ten times took no longer
     */
    public record StepTime(String step, String name, int times, Duration median, Duration most) {}

    /**
     * A job of the engine that failed for good.
     *
     * @param element id of the step or event in the process
     * @param message what went wrong, as the engine has it
     */
    public record Stuck(
            String job,
            BidId bid,
            String process,
            String element,
            @Nullable String message,
            Instant since) {}

    private final JdbcClient jdbc;
    private final DeployedDefinitions definitions;
    private final ManagementService management;
    private final RuntimeService runtime;
    private final BidProgress progress;
    private final AuditTrail audit;
    private final CurrentUser currentUser;

    ProcessRuns(
            JdbcClient jdbc,
            DeployedDefinitions definitions,
            ManagementService management,
            RuntimeService runtime,
            BidProgress progress,
            AuditTrail audit,
            CurrentUser currentUser) {
        this.jdbc = jdbc;
        this.definitions = definitions;
        this.management = management;
        this.runtime = runtime;
        this.progress = progress;
        this.audit = audit;
        this.currentUser = currentUser;
    }

    /**
     * How long the steps of a version took, in the order of the process; steps never done are left out.
     *
     * @throws NotFound if there is no such version
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<StepTime> durations(String key, int version) {
        DeployedDefinitions.Version found = definitions.version(key, version);
        Map<String, List<Long>> taken = new LinkedHashMap<>();
        jdbc.sql("""
                        select ACT_ID_, DURATION_ from ACT_HI_ACTINST
                        where PROC_DEF_ID_ = ? and END_TIME_ is not null and DURATION_ is not null
                          and ACT_TYPE_ in ('userTask', 'callActivity', 'intermediateCatchEvent') order by ACT_ID_, DURATION_""").param(found.id()).query(row -> {
            taken.computeIfAbsent(row.getString(1), none -> new ArrayList<>()).add(row.getLong(2));
        });
        Outline outline = Outline.of(definitions.bpmn(found).getBytes(StandardCharsets.UTF_8));
        return outline.steps().values().stream()
                .filter(step -> taken.containsKey(step.id()))
                .map(step -> time(step, taken.getOrDefault(step.id(), List.of())))
                .toList();
    }

    private static StepTime time(Outline.Step step, List<Long> sorted) {
        return new StepTime(step.id(), step.label(), sorted.size(), at(sorted, 50), at(sorted, 90));
    }

    /** The value that this share of all, in percent, does not exceed. */
    static Duration at(List<Long> sorted, int percent) {
        int index = Math.ceilDiv(sorted.size() * percent, 100) - 1;
        return Duration.ofMillis(sorted.get(Math.max(0, index)));
    }

    /** Jobs that failed for good, the oldest first: reminders, closings and the like that did not happen. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<Stuck> stuck() {
        return management.createDeadLetterJobQuery().list().stream()
                .map(job -> {
                    ProcessInstance instance = instance(job);
                    return new Stuck(
                            job.getId(),
                            BidId.of(instance.getBusinessKey()),
                            instance.getProcessDefinitionName(),
                            job.getElementName() == null ? job.getElementId() : job.getElementName(),
                            job.getExceptionMessage(),
                            job.getCreateTime().toInstant());
                })
                .sorted(java.util.Comparator.comparing(Stuck::since))
                .toList();
    }

    private ProcessInstance instance(Job job) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(job.getProcessInstanceId())
                .singleResult();
        if (instance == null) {
            throw new NotFound();
        }
        return instance;
    }

    /**
     * Lets the engine try a failed job again, at once.
     *
     * @throws NotFound if it is not stuck, or no longer
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_PUBLISHER})
    public void retry(String jobId) {
        Actor actor = currentUser.actor();
        Role role = actor.has(Role.ADMINISTRATOR) ? Role.ADMINISTRATOR : Role.PROCESS_PUBLISHER;
        actor.require(role, List.of(Scope.all()));
        Job job = management.createDeadLetterJobQuery().jobId(jobId).singleResult();
        if (job == null) {
            throw new NotFound();
        }
        BidId bid = BidId.of(instance(job).getBusinessKey());
        progress.lock(bid);
        management.moveDeadLetterJobToExecutableJob(jobId, RETRIES);
        audit.record(Act.onBid(bid.value(), "process.jobRetried", role.name())
                .with("element", job.getElementId())
                .with("message", job.getExceptionMessage()));
    }
}

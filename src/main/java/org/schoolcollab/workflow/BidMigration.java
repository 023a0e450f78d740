package org.schoolcollab.workflow;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.migration.ActivityMigrationMapping;
import org.flowable.engine.migration.ProcessInstanceMigrationBuilder;
import org.flowable.engine.runtime.ProcessInstance;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.workflow.DeployedDefinitions.Version;
import org.schoolcollab.workflow.gate.Outline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes one instance of a process from one version to another and puts right what the engine leaves as it was. Checks nobody; the caller
 * has locked the bid.
 */
@Component
public class BidMigration {

    /** A process of a bid, by the engine's id. */
    public record Instance(String id, BidId bid) {}

    private final ProcessEngine engine;
    private final RuntimeService runtime;
    private final DeployedDefinitions definitions;
    private final StepsPutRight steps;
    private final EntityManager entities;
    private final JdbcClient jdbc;

    BidMigration(
            ProcessEngine engine,
            RuntimeService runtime,
            DeployedDefinitions definitions,
            StepsPutRight steps,
            EntityManager entities,
            JdbcClient jdbc) {
        this.engine = engine;
        this.runtime = runtime;
        this.definitions = definitions;
        this.steps = steps;
        this.entities = entities;
        this.jdbc = jdbc;
    }

    /** Everything that runs on a version, by bid. */
    @Transactional(readOnly = true)
    public List<Instance> on(Version version) {
        return jdbc.sql("""
                        select ID_, BUSINESS_KEY_ from ACT_RU_EXECUTION
                        where PROC_DEF_ID_ = ? and ID_ = PROC_INST_ID_ order by BUSINESS_KEY_, ID_""")
                .param(version.id())
                .query((row, n) -> new Instance(row.getString(1), BidId.of(row.getString(2))))
                .list();
    }

    /** Ids of the steps where an instance stands. */
    @Transactional(readOnly = true)
    public Set<String> standing(String instance) {
        return new TreeSet<>(jdbc.sql("""
                        select distinct ACT_ID_ from ACT_RU_ACTINST where PROC_INST_ID_ = ? and END_TIME_ is null
                          and ACT_TYPE_ in ('userTask', 'callActivity', 'intermediateCatchEvent')""").param(instance).query(String.class).list());
    }

    /** A version as steps and ways. */
    public Outline outline(Version version) {
        return Outline.of(definitions.bpmn(version).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Moves one instance.
     *
     * @param mapping step of the other version by step of this one, where bids stand; a step that is left out keeps its id
     * @throws MoveRefused why it stays; the transaction cannot go on then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(Instance instance, Version from, Version to, Map<String, String> mapping) {
        entities.flush();
        requireOn(instance, from);
        Outline old = outline(from);
        StepMapping allowed = new StepMapping(old, outline(to));
        ProcessInstanceMigrationBuilder migration = engine.getProcessMigrationService()
                .createProcessInstanceMigrationBuilder()
                .migrateToProcessDefinition(to.id());
        Map<String, String> goes = new HashMap<>();
        for (String step : standing(instance.id())) {
            // The engine would ask again who has voted, and forget how the vote is ended.
            if (StepMapping.isVote(old.step(step))) {
                throw MoveRefused.partlyDone();
            }
            String target = mapping.getOrDefault(step, allowed.allows(step, step) ? step : "");
            if (target.isEmpty()) {
                throw MoveRefused.needsMapping(old.label(step));
            }
            if (!allowed.allows(step, target)) {
                throw MoveRefused.otherKind(old.label(step), target);
            }
            goes.put(step, target);
            if (!target.equals(step)) {
                migration.addActivityMigrationMapping(ActivityMigrationMapping.createMappingFor(step, target));
            }
        }
        StepsPutRight.Before before = steps.before(instance.id());
        try {
            migration.migrate(instance.id());
        } catch (FlowableException refused) {
            throw MoveRefused.engine(String.valueOf(refused.getMessage()));
        }
        steps.putRight(instance, to.id(), before, goes);
    }

    private void requireOn(Instance instance, Version from) {
        ProcessInstance found = runtime.createProcessInstanceQuery()
                .processInstanceId(instance.id())
                .singleResult();
        if (found == null || !found.getProcessDefinitionId().equals(from.id())) {
            throw MoveRefused.elsewhere();
        }
        if (found.isSuspended()) {
            throw MoveRefused.paused();
        }
    }
}

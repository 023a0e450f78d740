package org.schoolcollab.workflow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEventListener;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.workflow.gate.Vocabulary;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A second process engine in the same database and the same transactions, set up like the one that carries bids, with two differences.
 * It knows no module: what a definition asks of the portal is answered by the {@link Stage} of the thread, and no task of it comes to
 * the inbox. And it has tables of its own, so that it never waits for a bid nor a bid for it. So a definition can be tried without
 * anything that could pay, write or send. Whoever uses it asks the gate first and rolls back. Built when it is first needed.
 */
@Component
public class RehearsalEngine implements DisposableBean {

    /** Begins the names of this engine's tables. */
    private static final String TABLES = "rehearsal_";

    private final SpringProcessEngineConfiguration carrying;
    private final JdbcClient jdbc;
    private static final ThreadLocal<Stage> STAGES = new ThreadLocal<>();
    private @Nullable ProcessEngine engine;

    RehearsalEngine(SpringProcessEngineConfiguration carrying, JdbcClient jdbc) {
        this.carrying = carrying;
        this.jdbc = jdbc;
    }

    /** The engine; what it does belongs into a transaction that is rolled back, and between {@link #on}. */
    public synchronized ProcessEngine get() {
        if (engine == null) {
            engine = build();
        }
        return engine;
    }

    /** Does something while this stage stands for the world. */
    public <T> T on(Stage stage, Supplier<T> act) {
        STAGES.set(stage);
        try {
            return act.get();
        } finally {
            STAGES.remove();
        }
    }

    /** Makes definitions of the other engine known to this one, until the transaction is rolled back. */
    public void learn(Collection<String> definitionIds) {
        jdbc.sql("insert into rehearsal_ACT_RE_PROCDEF select * from ACT_RE_PROCDEF where ID_ in (:ids)")
                .param("ids", definitionIds)
                .update();
        jdbc.sql("""
                        insert into rehearsal_ACT_RE_DEPLOYMENT select * from ACT_RE_DEPLOYMENT
                        where ID_ in (select DEPLOYMENT_ID_ from ACT_RE_PROCDEF where ID_ in (:ids))""").param("ids", definitionIds).update();
        jdbc.sql("""
                        insert into rehearsal_ACT_GE_BYTEARRAY select * from ACT_GE_BYTEARRAY
                        where DEPLOYMENT_ID_ in (select DEPLOYMENT_ID_ from ACT_RE_PROCDEF where ID_ in (:ids))""").param("ids", definitionIds).update();
    }

    /** Forgets definitions that were rolled back. */
    public void forget(Set<String> definitionIds) {
        var configuration = (SpringProcessEngineConfiguration) get().getProcessEngineConfiguration();
        definitionIds.forEach(id -> {
            configuration.getProcessDefinitionCache().remove(id);
            configuration.getProcessDefinitionInfoCache().remove(id);
        });
    }

    private static Stage stage() {
        return Objects.requireNonNull(STAGES.get(), "this engine only rehearses");
    }

    /** The stage's time; while the engine is built there is none. */
    private Instant now() {
        Stage stage = STAGES.get();
        return stage == null ? carrying.getClock().getCurrentTime().toInstant() : stage.now();
    }

    private ProcessEngine build() {
        SpringProcessEngineConfiguration rehearsing = new SpringProcessEngineConfiguration();
        rehearsing.setEngineName("rehearsal");
        rehearsing.setDataSource(carrying.getDataSource());
        rehearsing.setTransactionManager(carrying.getTransactionManager());
        rehearsing.setDatabaseType(carrying.getDatabaseType());
        rehearsing.setDatabaseTablePrefix(TABLES);
        rehearsing.setDatabaseCatalog(carrying.getDatabaseCatalog());
        rehearsing.setDatabaseSchemaUpdate(carrying.getDatabaseSchemaUpdate());
        rehearsing.setAsyncExecutorActivate(false);
        rehearsing.setDisableIdmEngine(true);
        rehearsing.setDisableEventRegistry(true);
        rehearsing.setHistoryLevel(HistoryLevel.NONE);
        rehearsing.setDbHistoryUsed(false);
        EngineConfiguration.setUp(
                rehearsing,
                new EngineConfiguration.EngineClock(this::now),
                beans(),
                (bid, key) -> stage().definitionFor(key));
        rehearsing.setEventListeners(List.of(new Listener()));
        return rehearsing.buildProcessEngine();
    }

    private static Map<Object, Object> beans() {
        Map<Object, Object> beans = Vocabulary.DELEGATES.stream().collect(Collectors.toMap(name -> name, name ->
                (JavaDelegate) execution -> stage().serve(name, execution)));
        beans.put("decisionLeads", new Leads());
        beans.put("isBallotSettled", new Settled());
        return new ConcurrentHashMap<>(beans);
    }

    /** Stands in for the delegate of this name. */
    public static final class Leads {

        public List<String> groups(DelegateExecution execution) {
            return stage().leaders();
        }
    }

    /** Stands in for the delegate of this name. */
    public static final class Settled {

        public boolean check(DelegateExecution execution) {
            return stage().isBallotSettled();
        }
    }

    private static final class Listener implements FlowableEventListener {

        @Override
        public void onEvent(FlowableEvent event) {
            Stage stage = STAGES.get();
            if (stage != null && event instanceof FlowableEngineEvent happened) {
                stage.happened(happened);
            }
        }

        @Override
        public boolean isFailOnException() {
            return true;
        }

        @Override
        public boolean isFireOnTransactionLifecycleEvent() {
            return false;
        }

        @Override
        public @Nullable String getOnTransaction() {
            return null;
        }
    }

    @Override
    public synchronized void destroy() {
        if (engine != null) {
            engine.close();
        }
    }
}

package org.schoolcollab.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Supplier;
import org.flowable.bpmn.model.BaseElement;
import org.flowable.bpmn.model.Process;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.common.engine.api.identity.AuthenticationContext;
import org.flowable.common.engine.impl.calendar.BusinessCalendarManager;
import org.flowable.common.engine.impl.calendar.CycleBusinessCalendar;
import org.flowable.common.engine.impl.calendar.DueDateBusinessCalendar;
import org.flowable.common.engine.impl.calendar.DurationBusinessCalendar;
import org.flowable.common.engine.impl.calendar.MapBusinessCalendarManager;
import org.flowable.common.engine.impl.identity.Authentication;
import org.flowable.common.engine.impl.persistence.StrongUuidGenerator;
import org.flowable.common.engine.impl.runtime.Clock;
import org.flowable.common.engine.impl.util.DefaultClockImpl;
import org.flowable.engine.impl.bpmn.parser.BpmnParse;
import org.flowable.engine.parse.BpmnParseHandler;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.flowable.spring.boot.EngineConfigurationConfigurer;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.shared.PortalClock;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the process engine is set up: the portal's clock, ids that need no table, no deployment of its own. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    EngineConfigurationConfigurer<SpringProcessEngineConfiguration> portalEngine(
            PortalClock clock,
            DelegateBeans delegates,
            WorkItemListener workItems,
            ObjectProvider<DeployedDefinitions> definitions,
            ObjectProvider<PinnedVersions> pinned) {
        return engine -> {
            setUp(
                    engine,
                    new EngineClock(clock::instant),
                    delegates,
                    (bid, key) -> pinned.getObject().definitionFor(bid, key));
            engine.setCustomPreDeployers(List.of(new GateDeployer(definitions)));
            engine.setPostBpmnParseHandlers(new ArrayList<>(List.of(workItems.onEveryUserTask(), new WholeTree())));
        };
    }

    /**
     * What holds for the engine that carries bids and for the one that rehearses, so that a definition runs alike in both.
     *
     * @param beans all that expressions can name
     */
    static void setUp(
            SpringProcessEngineConfiguration engine, Clock clock, Map<Object, Object> beans, CalledVersion versions) {
        engine.setClock(clock);
        engine.setIdGenerator(new StrongUuidGenerator());
        engine.setParallelMultiInstanceAsyncLeave(false);
        // All executions of a bid in one read, instead of one by one; each process says so too.
        engine.setEnableEagerExecutionTreeFetching(true);
        engine.setBeans(beans);
        engine.setActivityBehaviorFactory(new OnlyOwnBehaviours(versions));
        engine.setPostBpmnParseHandlers(new ArrayList<>(List.of(new WholeTree())));
        engine.setScriptEngine(() -> {
            throw new FlowableException("Process definitions of the portal hold no scripts");
        });
        engine.setBusinessCalendarManager(calendars(clock));
    }

    /** Which version of a called process a bid takes: the engine's id of its definition. */
    @FunctionalInterface
    interface CalledVersion {

        String definitionFor(BidId bid, String key);
    }

    /** Has the engine read the executions of every process at once, without the process definitions saying so. */
    private static final class WholeTree implements BpmnParseHandler {

        @Override
        public Set<Class<? extends BaseElement>> getHandledTypes() {
            return Set.of(Process.class);
        }

        @Override
        public void parse(BpmnParse parse, BaseElement element) {
            ((Process) element).setEnableEagerExecutionTreeFetching(true);
        }
    }

    /** The engine's own three, which a manager of our own has to name again, and ours. */
    private static BusinessCalendarManager calendars(Clock clock) {
        return new MapBusinessCalendarManager(new HashMap<>(Map.of(
                DurationBusinessCalendar.NAME, new DurationBusinessCalendar(clock),
                DueDateBusinessCalendar.NAME, new DueDateBusinessCalendar(clock),
                CycleBusinessCalendar.NAME, new CycleBusinessCalendar(clock),
                WorkingDayCalendar.END_OF_DAY, new WorkingDayCalendar(clock, WorkingDays::endOf),
                WorkingDayCalendar.MORNING, new WorkingDayCalendar(clock, WorkingDays::morningOf))));
    }

    /** The person who is logged in stands in the engine's history as who acted. */
    @Bean
    InitializingBean engineKnowsWhoActs(CurrentUser currentUser) {
        return () -> Authentication.setAuthenticationContext(new LoggedInPerson(currentUser));
    }

    private record LoggedInPerson(CurrentUser currentUser) implements AuthenticationContext {

        @Override
        public @Nullable String getAuthenticatedUserId() {
            return currentUser.find().map(actor -> actor.id().toString()).orElse(null);
        }

        @Override
        public java.security.@Nullable Principal getPrincipal() {
            return null;
        }

        @Override
        public void setPrincipal(java.security.@Nullable Principal principal) {
            // Who acts comes from the log-in alone.
        }
    }

    /** The engine asks a clock of ours. */
    static final class EngineClock extends DefaultClockImpl implements Clock {

        private final Supplier<Instant> clock;

        EngineClock(Supplier<Instant> clock) {
            this.clock = clock;
        }

        @Override
        public Date getCurrentTime() {
            return Date.from(clock.get());
        }

        @Override
        public java.util.Calendar getCurrentCalendar() {
            return getCurrentCalendar(TimeZone.getTimeZone(PortalClock.LONDON));
        }

        @Override
        public java.util.Calendar getCurrentCalendar(TimeZone zone) {
            GregorianCalendar calendar = new GregorianCalendar(zone);
            calendar.setTime(getCurrentTime());
            return calendar;
        }

        @Override
        public TimeZone getCurrentTimeZone() {
            return TimeZone.getTimeZone(PortalClock.LONDON);
        }
    }
}

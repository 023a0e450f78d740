package org.schoolcollab.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What happens when the demo starts: its clock before everything else, its data after the published programme. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLifecycle.class);

    /** The published programme is loaded in phase -2000. */
    private static final int CLOCK_PHASE = -3000;

    private static final int DATA_PHASE = -1000;

    @Bean
    SmartLifecycle demoClockStart(DemoClock clock) {
        return new Step(CLOCK_PHASE, clock::restore);
    }

    @Bean
    SmartLifecycle demoDataStart(DemoFirstStart data) {
        return new Step(DATA_PHASE, () -> {
            if (data.load()) {
                LOG.info("Loaded the demo: round {}, fictional schools, demo people", DemoFirstStart.ROUND);
            }
        });
    }

    private static final class Step implements SmartLifecycle {

        private final int phase;
        private final Runnable step;
        private volatile boolean running;

        Step(int phase, Runnable step) {
            this.phase = phase;
            this.step = step;
        }

        @Override
        public void start() {
            step.run();
            running = true;
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return phase;
        }
    }
}

package org.schoolcollab.programme;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Loads the published programme before the web server opens and before the engine's jobs run, so nobody meets an empty portal. */
@Component
class FirstStart implements SmartLifecycle {

    /** Before the demo's own first start, the engine and the web server. */
    static final int PHASE = -2000;

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final PublishedImport published;
    private volatile boolean running;

    FirstStart(PublishedImport published) {
        this.published = published;
    }

    @Override
    public void start() {
        if (published.load()) {
            LOG.info("Loaded the programme as published");
        }
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
        return PHASE;
    }
}

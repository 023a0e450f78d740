package org.schoolcollab.workflow.dryrun;

import java.util.concurrent.locks.ReentrantLock;
import org.schoolcollab.security.BesideTheScreen;
import org.schoolcollab.workflow.draft.DraftId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Carries dry runs out beside the screen, as the person who started them. Two may be under way on a node, others wait; those under way
 * take turns of some seconds, so that their transactions do not wait for each other's locks.
 */
@Component
public class DryRuns implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DryRuns.class);

    private static final int AT_ONCE = 2;

    private final DryRun dryRun;
    private final BesideTheScreen screen;
    private final ReentrantLock turn = new ReentrantLock(true);

    DryRuns(DryRun dryRun, @Value("${portal.batches.beside-the-screen:true}") boolean beside) {
        this.dryRun = dryRun;
        this.screen = new BesideTheScreen(AT_ONCE, beside);
    }

    /**
     * Starts to try a draft as it was saved last.
     *
     * @return how far it is, and what came of it once it is done
     */
    public Rehearsal start(DraftId draft) {
        Rehearsal rehearsal = dryRun.prepare(draft);
        screen.execute(() -> run(rehearsal));
        return rehearsal;
    }

    private void run(Rehearsal rehearsal) {
        try {
            while (takeTurn(rehearsal)) {
                LOG.debug("Dry run of {}: {} moves", rehearsal.draft().id(), rehearsal.moves());
            }
            dryRun.finish(rehearsal);
        } catch (RuntimeException failure) {
            LOG.error("Dry run of draft {} failed", rehearsal.draft().id(), failure);
            rehearsal.failed(failure);
        }
    }

    private boolean takeTurn(Rehearsal rehearsal) {
        turn.lock();
        try {
            return dryRun.goOn(rehearsal);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void destroy() {
        screen.close();
    }
}

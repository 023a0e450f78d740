package org.schoolcollab.workflow.move;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.schoolcollab.workflow.BidMigration.Instance;
import org.schoolcollab.workflow.MoveRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutor;
import org.springframework.stereotype.Component;

/**
 * Takes a move bid by bid, each in a transaction of its own, as the person who started it and beside the screen. What is cut short is
 * resumed; two that take the same move do each bid once.
 */
@Component
public class MoveRun implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MoveRun.class);

    private final BidMoves moves;
    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private final Executor executor;
    private final Set<MoveId> running = ConcurrentHashMap.newKeySet();

    MoveRun(BidMoves moves, @Value("${portal.batches.beside-the-screen:true}") boolean beside) {
        this.moves = moves;
        this.executor = beside ? new DelegatingSecurityContextExecutor(threads) : Runnable::run;
    }

    /** Takes the move on until it is done or stopped. */
    public void take(MoveId id) {
        if (running.add(id)) {
            executor.execute(() -> {
                try {
                    run(id);
                } finally {
                    running.remove(id);
                }
            });
        }
    }

    /** Whether this node is at work on it. */
    public boolean isRunning(MoveId id) {
        return running.contains(id);
    }

    private void run(MoveId id) {
        for (Optional<Instance> next = moves.next(id); next.isPresent(); next = moves.next(id)) {
            Instance instance = next.get();
            try {
                moves.moveOne(id, instance);
            } catch (MoveRefused refused) {
                moves.refused(id, instance, refused);
            } catch (RuntimeException failure) {
                // The bid is as it was. The move rests, so that somebody looks before it goes on.
                LOG.error("Move {}: bid {} failed", id, instance.bid(), failure);
                moves.stop(id);
            }
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}

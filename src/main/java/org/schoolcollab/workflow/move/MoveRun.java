package org.schoolcollab.workflow.move;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.schoolcollab.security.BesideTheScreen;
import org.schoolcollab.workflow.BidMigration.Instance;
import org.schoolcollab.workflow.MoveRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Takes a move bid by bid, each in a transaction of its own, as the person who started it and beside the screen. What is cut short is
 * resumed; two that take the same move do each bid once.
 */
@Component
public class MoveRun implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MoveRun.class);

    private final BidMoves moves;
    private final BesideTheScreen screen;
    private final Set<MoveId> running = ConcurrentHashMap.newKeySet();

    MoveRun(BidMoves moves, @Value("${portal.batches.beside-the-screen:true}") boolean beside) {
        this.moves = moves;
        this.screen = new BesideTheScreen(1, beside);
    }

    /** Takes the move on until it is done or stopped. */
    public void take(MoveId id) {
        if (running.add(id)) {
            screen.execute(() -> {
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
        screen.close();
    }
}

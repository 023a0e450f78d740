package org.schoolcollab.security;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** Runs what takes long beside the screen, as the person who started it: the person may leave and come back to it. */
public final class BesideTheScreen implements Executor, AutoCloseable {

    private final ExecutorService threads;
    private final boolean beside;

    /**
     * @param threads how many tasks run at once
     * @param beside false to run each task at once in the caller's thread
     */
    public BesideTheScreen(int threads, boolean beside) {
        this.threads = Executors.newFixedThreadPool(threads);
        this.beside = beside;
    }

    @Override
    public void execute(Runnable task) {
        if (beside) {
            // Who is logged in is taken from the screen's thread for each task: where the log-in is kept is settled
            // after this is made.
            threads.execute(new DelegatingSecurityContextRunnable(task));
        } else {
            task.run();
        }
    }

    /** Stops; what runs is interrupted. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}

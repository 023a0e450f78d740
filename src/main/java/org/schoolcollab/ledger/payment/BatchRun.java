package org.schoolcollab.ledger.payment;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import org.schoolcollab.ledger.payment.BatchLines.Step;
import org.schoolcollab.ledger.payment.BatchView.Line;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;

/**
 * Takes a batch line by line, each in a transaction of its own, as the person who started it and beside the screen: the person may
 * leave, and sees how far it is on coming back. A run that is cut short is started again; lines that are done stay as they are.
 */
@Component
public class BatchRun implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRun.class);

    private final Batches batches;
    private final BatchLines lines;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Executor executor;
    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    BatchRun(Batches batches, BatchLines lines, @Value("${portal.batches.beside-the-screen:true}") boolean beside) {
        this.batches = batches;
        this.lines = lines;
        // Who is logged in is taken from the screen's thread for each run: where the log-in is kept is settled after
        // this is made.
        this.executor = beside
                ? task -> threads.execute(
                        new DelegatingSecurityContextRunnable(task))
                : Runnable::run;
    }

    /** Requests every line that is open. */
    public void request(long batch) {
        start(batch, Step.REQUEST, batches.get(batch).toRequest(), line -> lines.request(batch, line));
    }

    /** Approves every line that is requested, if this person may approve the batch. */
    public void approve(long batch) {
        batches.beginApproval(batch);
        start(batch, Step.APPROVE, batches.get(batch).toApprove(), line -> lines.approve(batch, line));
    }

    /** Sends every requested line back to officers with this reason, if this person may approve the batch. */
    public void sendBack(long batch, String reason) {
        batches.beginSendingBack(batch, reason);
        start(batch, Step.APPROVE, batches.get(batch).toApprove(), line -> lines.sendBack(batch, line, reason));
    }

    /** Whether this node is at work on the batch. */
    public boolean isRunning(long batch) {
        return running.contains(batch);
    }

    private void start(long batch, Step step, List<Line> open, IntConsumer act) {
        if (running.add(batch)) {
            executor.execute(() -> {
                try {
                    open.forEach(line -> run(batch, line.number(), step, act));
                } finally {
                    running.remove(batch);
                }
            });
        }
    }

    /** One line: done, or refused with the reason kept. */
    private void run(long batch, int line, Step step, IntConsumer act) {
        try {
            act.accept(line);
        } catch (BusinessRuleViolation refused) {
            lines.refused(batch, line, step, refused);
        } catch (RuntimeException failure) {
            // The line is as it was; whoever looks at the batch sees it open and may run it again.
            LOG.error("Batch {}, line {}: {} failed", batch, line, step, failure);
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}

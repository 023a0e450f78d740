package org.schoolcollab.ledger.payment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.schoolcollab.ledger.payment.BatchLines.Step;
import org.schoolcollab.ledger.payment.BatchView.Line;
import org.schoolcollab.security.BesideTheScreen;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Takes a batch line by line, each in a transaction of its own, the areas side by side, as the person who started it and beside the
 * screen: the person may leave, and sees how far it is on coming back. A run that is cut short is started again; lines that are done stay as they are.
 */
@Component
public class BatchRun implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRun.class);

    /** One for each area with a board; the pool of connections has room for them beside the screens. */
    private static final int THREADS = 4;

    private final Batches batches;
    private final BatchLines lines;
    private final BesideTheScreen screen;
    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    BatchRun(Batches batches, BatchLines lines, @Value("${portal.batches.beside-the-screen:true}") boolean beside) {
        this.batches = batches;
        this.lines = lines;
        this.screen = new BesideTheScreen(THREADS, beside);
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
        start(batch, Step.APPROVE, batches.get(batch).toDecide(), line -> lines.sendBack(batch, line, reason));
    }

    /** Whether this node is at work on the batch. */
    public boolean isRunning(long batch) {
        return running.contains(batch);
    }

    private void start(long batch, Step step, List<Line> open, IntConsumer act) {
        if (open.isEmpty() || !running.add(batch)) {
            return;
        }
        // Lines of one area wait for the same envelope: one after the other. Areas go side by side.
        Collection<List<Line>> areas = open.stream()
                .collect(Collectors.groupingBy(Line::area, LinkedHashMap::new, Collectors.toList()))
                .values();
        AtomicInteger left = new AtomicInteger(areas.size());
        areas.forEach(lines -> screen.execute(() -> {
            try {
                lines.forEach(line -> run(batch, line.number(), step, act));
            } finally {
                if (left.decrementAndGet() == 0) {
                    running.remove(batch);
                }
            }
        }));
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
        screen.close();
    }
}

package org.schoolcollab.nodes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.flowable.engine.ManagementService;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.crash.MoneyActs;
import org.schoolcollab.crash.MoneyActs.Act;
import org.schoolcollab.crash.MoneyActs.Next;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.Statements;
import org.schoolcollab.testing.Statements.Point;
import org.schoolcollab.workflow.move.MoveId;
import org.schoolcollab.workflow.move.MoveRun;
import org.springframework.context.ApplicationContext;

/** What a node can be told to do, see {@link Node}. */
final class NodeOrders {

    private static final int AT_ONCE = 8;

    private final ApplicationContext application;
    private final Consumer<String> aside;
    private final MoneyActs acts;

    NodeOrders(ApplicationContext application, Consumer<String> aside) {
        this.application = application;
        this.aside = aside;
        this.acts = application.getBean(MoneyActs.class);
    }

    String carryOut(String[] words) throws Exception {
        return switch (words[0]) {
            case "clock-stands" -> {
                application.getBean(PortalClock.class).stopAt(Instant.parse(words[1]));
                yield "ok";
            }
            case "clock-runs" -> {
                application.getBean(PortalClock.class).runAt(Duration.between(Instant.now(), Instant.parse(words[1])));
                yield "ok";
            }
            case "executor" -> executor(words[1].equals("on"));
            case "look-for-work" -> takeGlobalLocks();
            case "trap" -> trap(words[1]);
            case "break" -> breakOff(next(words, 3), new Point(Integer.parseInt(words[1]), words[2].equals("before")));
            case "crowd" -> crowd(Integer.parseInt(words[1]), next(words, 2));
            case "each" -> each(next(words, 1), List.of(words).subList(5, words.length));
            case "move" -> move(MoveId.of(words[1]));
            case "accept" -> accept(List.of(words).subList(1, words.length));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private static Next next(String[] words, int from) {
        return new Next(Act.valueOf(words[from]), BidId.of(words[from + 1]), words[from + 2], words[from + 3]);
    }

    private String executor(boolean on) {
        var executor = application.getBean(ProcessEngineConfigurationImpl.class).getAsyncExecutor();
        if (on) {
            executor.start();
        } else {
            executor.shutdown();
        }
        return "ok";
    }

    /** What a node holds that is killed at the moment it looks for timers and for jobs. */
    private String takeGlobalLocks() {
        ManagementService management = application.getBean(ManagementService.class);
        Duration soon = Duration.ofSeconds(60);
        management.getLockManager("acquireTimerJobsLock").waitForLock(soon);
        management.getLockManager("acquireAsyncJobsLock").waitForLock(soon);
        return "ok";
    }

    private String trap(String fragment) {
        AtomicBoolean first = new AtomicBoolean(true);
        Statements.before(fragment, () -> {
            if (first.getAndSet(false)) {
                aside.accept("caught");
            }
            forGood();
        });
        return "ok";
    }

    private String breakOff(Next next, Point point) {
        acts.statementsToCommit(next);
        LogIn logIn = application.getBean(LogIn.class);
        boolean reached = logIn.as(
                next.person(),
                () -> Statements.breaking(
                        point,
                        connection -> {
                            aside.accept("there");
                            forGood();
                        },
                        () -> acts.step(next)));
        return reached ? "gone on" : "never there";
    }

    private static void forGood() {
        while (true) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException notYet) {
                // Only the end of the process ends this.
            }
        }
    }

    /** One act, asked for by so many at once. */
    private String crowd(int people, Next next) throws Exception {
        return atOnce(people, java.util.Collections.nCopies(people, next));
    }

    /** The same act on each of these bids. */
    private String each(Next like, List<String> bids) throws Exception {
        return atOnce(
                AT_ONCE,
                bids.stream()
                        .map(bid -> new Next(like.act(), BidId.of(bid), like.person(), like.seen()))
                        .toList());
    }

    private String move(MoveId id) {
        application
                .getBean(LogIn.class)
                .run("admin", () -> application.getBean(MoveRun.class).take(id));
        return "done=1";
    }

    private String accept(List<String> bids) {
        BidFixtures fixtures = application.getBean(BidFixtures.class);
        bids.forEach(bid -> fixtures.accept(BidId.of(bid), "hythe-hub"));
        return "done=" + bids.size();
    }

    /** Answers how many were done, and how many were refused by which reason. */
    private String atOnce(int people, List<Next> all) throws Exception {
        LogIn logIn = application.getBean(LogIn.class);
        var left = new java.util.concurrent.ConcurrentLinkedQueue<>(all);
        CountDownLatch ready = new CountDownLatch(people);
        Map<String, Integer> outcomes = new TreeMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(people)) {
            List<Future<List<String>>> running = new ArrayList<>();
            for (int person = 0; person < people; person++) {
                running.add(threads.submit(() -> {
                    logIn.as(all.getFirst().person());
                    ready.countDown();
                    ready.await();
                    List<String> mine = new ArrayList<>();
                    for (Next next = left.poll(); next != null; next = left.poll()) {
                        mine.add(outcome(next));
                    }
                    return mine;
                }));
            }
            for (Future<List<String>> one : running) {
                one.get().forEach(outcome -> outcomes.merge(outcome, 1, Integer::sum));
            }
        }
        StringBuilder line = new StringBuilder();
        outcomes.forEach((outcome, times) -> line.append(line.isEmpty() ? "" : "\t")
                .append(outcome)
                .append('=')
                .append(times));
        return line.toString();
    }

    private String outcome(Next next) {
        try {
            acts.step(next);
            return "done";
        } catch (BusinessRuleViolation told) {
            return told.messageKey();
        } catch (RuntimeException failure) {
            failure.printStackTrace();
            return failure.getClass().getName();
        }
    }
}

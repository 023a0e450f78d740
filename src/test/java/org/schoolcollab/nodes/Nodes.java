package org.schoolcollab.nodes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The nodes of a test class: started when asked for, those that were killed replaced. */
final class Nodes implements AutoCloseable {

    /** What would make tests wait for minutes, shortened. Lock times stay as they are: they follow the portal's clock. */
    static final Map<String, String> QUICK = Map.of(
            "flowable.process.async.executor.default-timer-job-acquire-wait-time", "PT0.3S",
            "flowable.process.async.executor.default-async-job-acquire-wait-time", "PT0.3S",
            "flowable.process.async.executor.reset-expired-jobs-interval", "PT0.3S",
            "flowable.process.async.executor.async-jobs-global-lock-poll-rate", "PT0.1S",
            "flowable.process.async.executor.timer-lock-poll-rate", "PT0.1S",
            "flowable.process.async.executor.async-jobs-global-lock-force-acquire-after", "PT2S",
            "flowable.process.async.executor.timer-lock-force-acquire-after", "PT2S");

    private final List<Node> up = new ArrayList<>();
    private final List<Node> starting = new ArrayList<>();
    private final String name;
    private final Map<String, String> settings;
    private int started;

    Nodes(String name, Map<String, String> settings) {
        this.name = name;
        this.settings = new HashMap<>(settings);
    }

    /** So many that are up and doing nothing; those missing start side by side. */
    List<Node> up(int count) {
        up.removeIf(node -> !node.isAlive());
        spare(Math.max(0, count - up.size()));
        while (up.size() < count) {
            Node next = starting.removeFirst();
            String ready = next.answer();
            if (!ready.equals("ready")) {
                throw new IllegalStateException(ready);
            }
            up.add(next);
        }
        return List.copyOf(up.subList(0, count));
    }

    /** Starts more until so many are starting, and does not wait for them. */
    void spare(int count) {
        while (starting.size() < count) {
            started++;
            starting.add(Node.start(name + "-" + started, settings));
        }
    }

    @Override
    public void close() {
        up.forEach(Node::close);
        starting.forEach(Node::close);
    }
}

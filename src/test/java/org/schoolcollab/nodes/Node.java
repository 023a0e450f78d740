package org.schoolcollab.nodes;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.schoolcollab.crash.MoneyActs.Next;
import org.schoolcollab.embedded.EmbeddedMariaDb;
import org.schoolcollab.testing.TestDatabase;

/** A process of the application on the test database, as who gives it orders sees it. Its log is in {@code target/nodes}. */
public final class Node implements AutoCloseable {

    private static final int ANSWERS_WITHIN_SECONDS = 300;

    private final Process process;
    private final Writer orders;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    private Node(Process process) {
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "node " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts one; it is up when it has answered {@code ready}.
     *
     * @param settings of the application, beside those of {@link NodeMain}
     */
    static Node start(String name, Map<String, String> settings) {
        EmbeddedMariaDb server = TestDatabase.instance().server();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.timezone=UTC"));
        Map<String, String> properties = new LinkedHashMap<>(settings);
        properties.put("spring.datasource.url", server.url());
        properties.put("spring.datasource.username", EmbeddedMariaDb.APPLICATION);
        properties.put("spring.flyway.url", server.url());
        properties.put("spring.flyway.user", EmbeddedMariaDb.OWNER);
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add(NodeMain.class.getName());
        File log = new File("target/nodes", name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", server.applicationPassword());
        builder.environment().put("SPRING_FLYWAY_PASSWORD", server.ownerPassword());
        try {
            java.nio.file.Files.createDirectories(log.getParentFile().toPath());
            return new Node(builder.start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answers.add(line);
            }
        } catch (IOException gone) {
            answers.add(gone.toString());
        }
    }

    /** Gives an order and waits for its answer. */
    String ask(String... words) {
        tell(words);
        return answer();
    }

    /** Gives an order; {@link #answer()} waits for what it says to it. */
    void tell(String... words) {
        try {
            orders.write(String.join("\t", words) + "\n");
            orders.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    String answer() {
        try {
            for (int waited = 0; waited < ANSWERS_WITHIN_SECONDS; waited++) {
                String line = answers.poll(1, TimeUnit.SECONDS);
                if (line != null) {
                    return line;
                }
                if (!process.isAlive()) {
                    throw new IllegalStateException("The node ended, see its log in target/nodes");
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("No answer from the node");
    }

    /** The answer to an order about acts, as how many ended how: {@code done}, or the key of the refusal. */
    static Map<String, Integer> outcomes(String answer) {
        Map<String, Integer> outcomes = new LinkedHashMap<>();
        for (String word : answer.split("\t", -1)) {
            int at = word.indexOf('=');
            outcomes.merge(word.substring(0, at), Integer.valueOf(word.substring(at + 1)), Integer::sum);
        }
        return outcomes;
    }

    /** An act as the words of an order. */
    static List<String> words(Next next) {
        return List.of(next.act().name(), next.bid().toString(), next.person(), next.seen());
    }

    /** An order from its parts. */
    @SafeVarargs
    static String[] order(String word, List<String>... more) {
        List<String> words = new ArrayList<>(List.of(word));
        for (List<String> some : more) {
            words.addAll(some);
        }
        return words.toArray(String[]::new);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL; returns once the database has noticed and taken back what was not committed. */
    void kill() {
        end();
        TestDatabase.instance().awaitNoTransaction();
    }

    private void end() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Nothing is under way in it. */
    @Override
    public void close() {
        end();
    }

    @Override
    public String toString() {
        return "node " + process.pid();
    }
}

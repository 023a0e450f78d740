package org.schoolcollab.nodes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.schoolcollab.testing.Statements;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextManager;

/**
 * A process of the application, without its web server, on a database that the environment names. It reads an order from each line of
 * its input and answers it with one line; it ends with its input.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.MOCK,
        properties = {"flowable.async-executor-activate=false", "portal.batches.beside-the-screen=false"})
@ActiveProfiles("demo")
@ContextConfiguration(initializers = NodeMain.Watched.class)
final class NodeMain {

    private NodeMain() {}

    static final class Watched implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Statements.watch(context);
        }
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err);
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(lines), "orders");
        reader.setDaemon(true);
        reader.start();
        var application =
                new TestContextManager(NodeMain.class).getTestContext().getApplicationContext();
        NodeOrders orders = new NodeOrders(application, line -> answer(answers, line));
        answer(answers, "ready");
        while (true) {
            answer(answers, orders.carryOut(lines.take().split("\t", -1)));
        }
    }

    private static void read(BlockingQueue<String> lines) {
        try (BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                lines.add(line);
            }
        } catch (IOException gone) {
            System.err.println(gone);
        }
        // Whoever gave the orders is gone: nothing is worth an orderly end.
        Runtime.getRuntime().halt(0);
    }

    private static void answer(PrintStream answers, String line) {
        synchronized (answers) {
            answers.println(line);
            answers.flush();
        }
    }
}

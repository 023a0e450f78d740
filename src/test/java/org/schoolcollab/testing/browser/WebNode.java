package org.schoolcollab.testing.browser;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.schoolcollab.PortalApplication;
import org.schoolcollab.embedded.EmbeddedMariaDb;
import org.schoolcollab.testing.KnownState;
import org.schoolcollab.testing.TestDatabase;

/** The portal as a process of its own on the test database, served on a port of its own. Its log is in {@code target/nodes}. */
public final class WebNode implements AutoCloseable {

    private static final int STARTS_WITHIN_SECONDS = 300;

    private final Process process;
    private final String address;

    private WebNode(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts one, and does not wait for it. */
    public static WebNode start(String name) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        EmbeddedMariaDb server = TestDatabase.instance().server();
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("server.port", String.valueOf(port));
        properties.put("server.address", "127.0.0.1");
        properties.put("spring.profiles.active", "demo");
        properties.put("spring.datasource.url", server.url());
        properties.put("spring.datasource.username", EmbeddedMariaDb.APPLICATION);
        properties.put("spring.flyway.url", server.url());
        properties.put("spring.flyway.user", EmbeddedMariaDb.OWNER);
        properties.put("flowable.async-executor-activate", "false");
        properties.put("portal.clock.start", KnownState.NOW.toString());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.timezone=UTC"));
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add(PortalApplication.class.getName());
        File log = new File("target/nodes", name + ".log");
        Files.createDirectories(log.getParentFile().toPath());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.to(log));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", server.applicationPassword());
        builder.environment().put("SPRING_FLYWAY_PASSWORD", server.ownerPassword());
        return new WebNode(builder.start(), "http://127.0.0.1:" + port);
    }

    /** Where it is served, once it is. */
    public String address() throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest ask = HttpRequest.newBuilder(URI.create(address + "/login"))
                    .timeout(Duration.ofSeconds(STARTS_WITHIN_SECONDS))
                    .build();
            for (int waited = 0; waited < STARTS_WITHIN_SECONDS; waited++) {
                try {
                    client.send(ask, HttpResponse.BodyHandlers.discarding());
                    return address;
                } catch (IOException notYet) {
                    if (process.waitFor(1, TimeUnit.SECONDS)) {
                        throw new IllegalStateException("The node ended, see its log in target/nodes", notYet);
                    }
                }
            }
        }
        throw new IllegalStateException("The node is not served");
    }

    /** With SIGKILL: nothing is ended in order. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

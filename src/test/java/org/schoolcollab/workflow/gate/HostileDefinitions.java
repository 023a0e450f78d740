package org.schoolcollab.workflow.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/**
 * Process definitions that want what no definition may: run code, read files, open connections, fill memory, or reach money past the
 * board and finance. Each is a shipped definition with one attack put in, so that nothing else can be the reason for its refusal. Every
 * attack that could run something would leave {@link #CANARY} behind.
 */
public final class HostileDefinitions {

    /** System property that an attack sets when its code runs. */
    public static final String CANARY = "org.schoolcollab.canary";

    /** One hostile file. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and a definition is bytes
    public record Hostile(String name, byte[] bpmn) {
        @Override
        public String toString() {
            return name;
        }
    }

    private HostileDefinitions() {}

    /** Every hostile definition. */
    public static List<Hostile> all() {
        return Stream.of(new HostileCode(), new HostileXml(), new HostileWays())
                .flatMap(attacks -> attacks.made().stream())
                .toList();
    }

    /** Names of those that hold no code and can be read, but lead bids or money astray. */
    public static Set<String> misleading() {
        return new HostileWays().made().stream().map(Hostile::name).collect(Collectors.toUnmodifiableSet());
    }

    /** A definition that comes with the portal, e.g. {@code board-vote}. */
    public static String shipped(String name) {
        try {
            return new ClassPathResource("processes/" + name + ".bpmn").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}

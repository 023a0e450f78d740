package org.schoolcollab.testing.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list from which the accessibility statement is made. A test compares it with what it held to the standard; run with
 * {@code -DtestArgs=-Dportal.accessibility.write=true} it is written anew.
 */
final class AccessibilityRecord {

    private static final Path FILE = Path.of("src/main/resources/accessibility/tested.json");
    private static final Path TURN = Path.of("target/accessibility.lock");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private AccessibilityRecord() {}

    /**
     * Holds what is listed for this test against what it did.
     *
     * @param screens names of the screens held to the standard
     * @param byKeyboard what was done by keyboard alone
     */
    static void assertListed(String test, Set<String> screens, Set<String> byKeyboard) {
        if (Boolean.getBoolean("portal.accessibility.write")) {
            list(test, screens, byKeyboard);
            return;
        }
        Map<String, Object> record = read();
        assertThat(of(record, "screens").getOrDefault(test, List.of()))
                .as("screens listed for %s in %s", test, FILE)
                .containsExactlyElementsOf(screens);
        assertThat(of(record, "keyboard").getOrDefault(test, List.of()))
                .as("ways by keyboard listed for %s in %s", test, FILE)
                .containsExactlyElementsOf(byKeyboard);
        assertThat(record).containsEntry("schemes", BrowserJourney.schemes());
    }

    /** Several test runs side by side write into the one file, one after the other. */
    private static void list(String test, Set<String> screens, Set<String> byKeyboard) {
        try (FileChannel turn = FileChannel.open(TURN, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            turn.lock();
            Map<String, Object> record = read();
            record.put("date", LocalDate.now(ZoneOffset.UTC).toString());
            record.put("standard", "WCAG 2.2 AA");
            record.put("tool", "axe-core");
            record.put("schemes", BrowserJourney.schemes());
            put(record, "screens", test, screens);
            put(record, "keyboard", test, byKeyboard);
            write(record);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void put(Map<String, Object> record, String part, String test, Set<String> done) {
        Map<String, Collection<String>> byTest = of(record, part);
        if (done.isEmpty()) {
            byTest.remove(test);
        } else {
            byTest.put(test, new TreeSet<>(done));
        }
        record.put(part, byTest);
    }

    private static Map<String, Collection<String>> of(Map<String, Object> record, String part) {
        return new TreeMap<>(JSON.convertValue(
                record.getOrDefault(part, Map.of()), new TypeReference<Map<String, Collection<String>>>() {}));
    }

    private static Map<String, Object> read() {
        try {
            return Files.exists(FILE)
                    ? new TreeMap<>(JSON.readValue(Files.readString(FILE), new TypeReference<Map<String, Object>>() {}))
                    : new TreeMap<>();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Map<String, Object> record) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, JSON.writeValueAsString(record) + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

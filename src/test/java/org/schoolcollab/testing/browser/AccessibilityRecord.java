package org.schoolcollab.testing.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
public final class AccessibilityRecord {

    private static final Path FILE = Path.of("src/main/resources/accessibility/tested.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private AccessibilityRecord() {}

    /** Holds the screens listed for this test against those that it tested. */
    public static void assertListed(String test, Set<String> tested) {
        try {
            Map<String, Object> record = new TreeMap<>(JSON.readValue(
                    Files.exists(FILE) ? Files.readString(FILE) : "{}", new TypeReference<Map<String, Object>>() {}));
            Map<String, Object> screens = new TreeMap<>(JSON.convertValue(
                    record.getOrDefault("screens", Map.of()), new TypeReference<Map<String, Object>>() {}));
            if (Boolean.getBoolean("portal.accessibility.write")) {
                screens.put(test, new TreeSet<>(tested));
                record.put("screens", screens);
                record.put("date", LocalDate.now(java.time.ZoneOffset.UTC).toString());
                record.put("standard", "WCAG 2.2 AA");
                record.put("tool", "axe-core");
                Files.createDirectories(FILE.getParent());
                Files.writeString(FILE, JSON.writeValueAsString(record) + "\n");
                return;
            }
            assertThat(JSON.convertValue(screens.get(test), new TypeReference<TreeSet<String>>() {}))
                    .as("screens listed for %s in %s", test, FILE)
                    .isEqualTo(new TreeSet<>(tested));
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}

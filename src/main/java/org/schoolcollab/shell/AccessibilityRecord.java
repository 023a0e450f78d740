package org.schoolcollab.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** What the browser tests held to the standard: a file that these tests compare with what they did, and that is shipped. */
@Component
class AccessibilityRecord {

    /**
     * @param schemes colours, beside the usual light ones, in which the contrast was measured
     * @param screens names of the screens by the test that checked them
     * @param keyboard what was done by keyboard alone, by the test that did it
     */
    record Tested(
            String standard,
            String tool,
            LocalDate date,
            List<String> schemes,
            Map<String, List<String>> screens,
            Map<String, List<String>> keyboard) {

        List<String> names() {
            return all(screens);
        }

        List<String> byKeyboard() {
            return all(keyboard);
        }

        private static List<String> all(Map<String, List<String>> byTest) {
            return byTest.values().stream()
                    .flatMap(List::stream)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private final ObjectMapper json;

    AccessibilityRecord(ObjectMapper json) {
        this.json = json;
    }

    Tested tested() {
        try (InputStream file = new ClassPathResource("accessibility/tested.json").getInputStream()) {
            return json.readValue(file, Tested.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

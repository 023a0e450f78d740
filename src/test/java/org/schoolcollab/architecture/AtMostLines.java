package org.schoolcollab.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** From the class's declaration to its end at most so many lines of the source that are not blank. */
final class AtMostLines extends ArchCondition<JavaClass> {

    private final int most;

    AtMostLines(int most) {
        super("have at most " + most + " lines");
        this.most = most;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        String file = type.getName().replace('.', '/') + ".java";
        Path source = Stream.of("src/main/java", "src/test/java")
                .map(root -> Path.of(root, file))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no source of " + type.getName()));
        try {
            List<String> lines = Files.readAllLines(source);
            long length = lines.stream()
                    .dropWhile(line -> !line.contains("class " + type.getSimpleName()))
                    .filter(line -> !line.isBlank())
                    .count();
            if (length > most) {
                events.add(SimpleConditionEvent.violated(type, type.getName() + " has " + length + " lines"));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

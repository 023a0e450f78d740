package org.schoolcollab.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word on screen stands in the translation file, once, and can be read. */
class TranslationTest {

    private static final Path FILE = Path.of("src/main/resources/vaadin-i18n/translations.properties");
    private static final Pattern ASKED = Pattern.compile("getTranslation\\(\\s*\"([^\"]+)\"\\s*([,)+])");
    private static final Pattern ERROR = Pattern.compile("\"(error\\.[A-Za-z.]+)\"\\s*(\\+?)");
    private static final Pattern MENU = Pattern.compile("@Menu\\([^)]*title\\s*=\\s*\"([^\"]+)\"");
    private static final Pattern ACT = Pattern.compile(
            "Act\\.on(?:Bid\\(\\s*[^\"]*?|\\(\\s*\"[^\"]+\",[^\"]*?)\"([a-z]+\\.[A-Za-z.]+)\"\\s*([,)+])",
            Pattern.DOTALL);
    private static final Pattern ENUM = Pattern.compile("\"enum\\.([A-Za-z]+)\\.\"");

    private final Properties texts = read();
    private final String sources = sources();

    @Test
    void noKeyStandsTwice() throws IOException {
        Set<String> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String key = line.substring(0, line.indexOf('='));
                if (!seen.add(key)) {
                    twice.add(key);
                }
            }
        }

        assertThat(twice).isEmpty();
    }

    @Test
    void everySentenceCanBeFormatted() {
        texts.stringPropertyNames()
                .forEach(key -> assertThatCode(() -> new MessageFormat(texts.getProperty(key), Locale.UK))
                        .as(key)
                        .doesNotThrowAnyException());
    }

    /** WCAG 2.5.3: who says what they see has to reach it. The accessible name of what reads {@code key} is {@code key.of}. */
    @Test
    void anAccessibleNameSaysTheWordsThatAreSeen() {
        Set<String> wrong = texts.stringPropertyNames().stream()
                .filter(key -> key.endsWith(".of"))
                .filter(key -> {
                    String seen = texts.getProperty(key.substring(0, key.length() - ".of".length()));
                    return seen != null
                            && !texts.getProperty(key)
                                    .toLowerCase(Locale.UK)
                                    .contains(seen.replace("…", "").toLowerCase(Locale.UK));
                })
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(wrong).isEmpty();
    }

    /** Every sentence is a message format, in which an apostrophe stands twice. */
    @Test
    void apostrophesAreShown() {
        Set<String> wrong = texts.stringPropertyNames().stream()
                .filter(key -> texts.getProperty(key).replace("''", "").contains("'"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(wrong).isEmpty();
    }

    @Test
    void everyKeyThatAScreenAsksForExists() {
        Set<String> missing = missing(ASKED, key -> key);
        missing.addAll(missing(MENU, key -> key));

        assertThat(missing).isEmpty();
    }

    @Test
    void everyRefusalHasItsSentence() {
        assertThat(missing(ERROR, key -> key)).isEmpty();
    }

    @Test
    void everyActHasItsSentence() {
        assertThat(missing(ACT, action -> "audit." + action)).isEmpty();
    }

    @Test
    void everyValueOfAShownEnumHasItsName() {
        Set<String> shown = new TreeSet<>();
        Matcher found = ENUM.matcher(sources);
        while (found.find()) {
            shown.add(found.group(1));
        }
        // Where two modules have a type of one name, the keys are those of the type that is shown.
        Map<String, Set<String>> missing = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.schoolcollab")) {
            if (type.isEnum() && shown.contains(type.getSimpleName())) {
                Set<String> nameless = type.getFields().stream()
                        .filter(field -> field.getRawType().equals(type))
                        .map(field -> "enum." + type.getSimpleName() + "." + field.getName())
                        .filter(key -> !texts.containsKey(key))
                        .collect(Collectors.toCollection(TreeSet::new));
                missing.merge(type.getSimpleName(), nameless, (one, other) -> one.size() <= other.size() ? one : other);
            }
        }

        assertThat(shown).contains("Role");
        assertThat(missing.values()).allMatch(Set::isEmpty);
    }

    @Test
    void aMissingKeyWouldBeNoticed() {
        assertThat(ASKED.matcher("getTranslation(\"planted.key\")").find()).isTrue();
        assertThat(ACT.matcher("Act.onBid(id.value(), \"planted.done\", Roles.ADVISER)")
                        .find())
                .isTrue();
        assertThat(exists("planted.key", false)).isFalse();
        assertThat(exists("planted.", true)).isFalse();
    }

    private Set<String> missing(Pattern pattern, java.util.function.UnaryOperator<String> toKey) {
        Set<String> missing = new TreeSet<>();
        Matcher found = pattern.matcher(sources);
        while (found.find()) {
            String key = toKey.apply(found.group(1));
            boolean isStart = key.endsWith(".") || (found.groupCount() > 1 && "+".equals(found.group(2)));
            if (!exists(key, isStart)) {
                missing.add(key);
            }
        }
        return missing;
    }

    private boolean exists(String key, boolean isStart) {
        Predicate<String> fits = isStart ? known -> known.startsWith(key) : key::equals;
        return texts.stringPropertyNames().stream().anyMatch(fits);
    }

    private static Properties read() {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(FILE)) {
            texts.load(reader);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        return texts;
    }

    private static String sources() {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file)).append('\n');
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        return all.toString();
    }
}

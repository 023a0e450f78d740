package org.schoolcollab.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.schoolcollab.workflow.gate.Finding;
import org.schoolcollab.workflow.gate.ProcessGate;
import org.schoolcollab.workflow.gate.Verdict;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * {@code portal gate FILE…}: judges definition files without a running portal, each beside the definitions that come with it. One line
 * a file: {@code accepted}, or {@code refused} with each element and reason.
 */
public final class GateCheck {

    /** The definitions that come with the portal. */
    public static final String SHIPPED = "classpath*:/processes/*.bpmn";

    private static final int FINE = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_CALL = 2;

    private GateCheck() {}

    /**
     * Runs the command.
     *
     * @param files what follows {@code gate} on the command line
     * @return exit code: 0 where every file is accepted, 1 where any is refused, 2 where none was named
     */
    public static int run(List<String> files, PrintStream out, PrintStream err) {
        if (files.isEmpty()) {
            err.println("Usage: portal gate FILE...");
            return WRONG_CALL;
        }
        ProcessGate gate = ProcessGate.beside(shipped());
        ResourceBundle sentences = ResourceBundle.getBundle("vaadin-i18n.translations", Locale.ROOT);
        int result = FINE;
        for (String file : files) {
            Verdict verdict = judge(gate, file);
            if (verdict.isAccepted()) {
                out.println(file + ": accepted");
            } else {
                result = REFUSED;
                out.println(file + ": refused: "
                        + verdict.findings().stream()
                                .map(finding -> sentence(finding, sentences))
                                .collect(Collectors.joining("; ")));
            }
        }
        return result;
    }

    private static Verdict judge(ProcessGate gate, String file) {
        try (InputStream content = Files.newInputStream(Path.of(file))) {
            return gate.judge(content.readNBytes(ProcessGate.MOST_BYTES + 1));
        } catch (IOException | InvalidPathException unreadable) {
            return new Verdict(List.of(new Finding("", "gate.unreadable", List.of())));
        }
    }

    private static String sentence(Finding finding, ResourceBundle sentences) {
        Object[] arguments =
                finding.arguments().stream().map(GateCheck::onOneLine).toArray();
        String sentence = new MessageFormat(sentences.getString(finding.reason()), Locale.ENGLISH).format(arguments);
        return finding.element().isEmpty() ? sentence : onOneLine(finding.element()) + ": " + sentence;
    }

    /** Text of the definition cannot break out of its line nor fill the screen. */
    private static String onOneLine(String untrusted) {
        String line = untrusted.replaceAll("\\p{Cntrl}+", " ");
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }

    private static List<byte[]> shipped() {
        List<byte[]> definitions = new ArrayList<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(SHIPPED)) {
                definitions.add(file.getContentAsByteArray());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return definitions;
    }
}

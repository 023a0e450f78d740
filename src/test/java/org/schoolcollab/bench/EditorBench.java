package org.schoolcollab.bench;

import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.browser.BrowserJourney;
import org.schoolcollab.testing.browser.BrowserTest;
import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.draft.ProcessDrafts;
import org.schoolcollab.workflow.editing.Definition;
import org.schoolcollab.workflow.editing.Edit;
import org.schoolcollab.workflow.editing.StepKind;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The process of a bid with sign-offs added until it has 200 elements: opened in Chromium until it is drawn and judged; a step moved in
 * the diagram and saved, without the pause in which further changes are awaited; judged by the gate alone. The bundle is what the browser
 * fetches of scripts and styles for a person who opens the editor first, beyond what the tasks screen fetches, compressed by gzip. Medians.
 * Not part of the suites; run by {@code ./portal bench editor}.
 */
@BrowserTest
class EditorBench {

    private static final int ELEMENTS = 200;
    private static final int ROUNDS = 7;
    private static final int JUDGEMENTS = 51;

    private static final String IS_OPEN = """
            () => document.querySelectorAll('process-modeler .djs-shape').length >= 200
              && document.querySelector('.problems [role=status]')?.textContent.length > 0""";

    private static final String MOVE_AND_SAVE = """
            async () => {
              const saved = document.querySelector('.editor-saved');
              const modeler = document.querySelector('process-modeler').modeler;
              const step = modeler.get('elementRegistry').get('userTask_ReviewPlan');
              const before = saved.textContent;
              const settled = text => new Promise(done => {
                const look = () => text() ? done() : requestAnimationFrame(look);
                look();
              });
              const began = performance.now();
              modeler.get('modeling').moveElements([step], { x: 0, y: 10 });
              await settled(() => !saved.textContent.startsWith('Saved'));
              saved.$server.autosave();
              await settled(() => saved.textContent.startsWith('Saved') && saved.textContent !== before);
              return performance.now() - began;
            }""";

    @Autowired
    ProcessDrafts drafts;

    @Autowired
    LogIn logIn;

    @Test
    void measures(BrowserJourney journey) {
        logIn.as("editor");
        Draft draft = drafts.open("bidLifecycle", 1);
        String xml = large(draft.xml());
        drafts.save(draft.id(), draft.version(), xml);

        List<Double> gate = new ArrayList<>();
        for (int i = 0; i < JUDGEMENTS; i++) {
            long began = System.nanoTime();
            drafts.problems(xml);
            gate.add((System.nanoTime() - began) / 1e6);
        }

        Page page = journey.as("editor");
        Set<String> fetched = new TreeSet<>();
        page.onResponse(response -> {
            if (response.url().contains("/VAADIN/build/")) {
                fetched.add(response.url());
            }
        });
        journey.open(page, "tasks");
        Set<String> everywhere = Set.copyOf(fetched);
        List<Double> open = new ArrayList<>();
        List<Double> save = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long began = System.nanoTime();
            page.navigate(journey.address() + "/processes/edit/" + draft.id());
            page.waitForFunction(IS_OPEN);
            open.add((System.nanoTime() - began) / 1e6);
            save.add(((Number) page.evaluate(MOVE_AND_SAVE)).doubleValue());
        }
        fetched.removeAll(everywhere);
        int bundle = 0;
        for (String address : fetched) {
            int size = zipped(page.request().get(address).body());
            System.out.println(address.replaceFirst(".*/", "") + " " + size + " bytes");
            bundle += size;
        }
        System.out.printf(
                Locale.ROOT,
                "{\"open_ms\": %.0f, \"save_ms\": %.0f, \"gate_ms\": %.1f, \"bundle_kb_gzip\": %.1f}%n",
                median(open),
                median(save),
                median(gate),
                bundle / 1024.0);
    }

    /** Sign-offs one behind the other, each with its reminder and its escalation. */
    private static String large(String xml) {
        Definition definition = Definition.read(xml);
        for (int i = 1; definition.steps().size() < ELEMENTS; i++) {
            definition =
                    definition.apply(new Edit.AddStep("userTask_ReviewPlan", StepKind.TASK, "Sign-off " + i, Map.of()));
        }
        return definition.xml();
    }

    private static int zipped(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.size();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}

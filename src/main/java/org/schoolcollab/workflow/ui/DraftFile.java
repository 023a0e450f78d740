package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.Refusals;
import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.draft.DraftId;
import org.schoolcollab.workflow.draft.NoDraft;
import org.schoolcollab.workflow.draft.ProcessDrafts;
import org.schoolcollab.workflow.gate.ProcessGate;

/** Drafts as BPMN files, out of the portal and into it. */
final class DraftFile {

    private static final int MOST_REASONS = 20;

    private DraftFile() {}

    /** A link that downloads the draft as it was saved last. */
    static Anchor link(Component words, ProcessDrafts drafts, DraftId id) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    ProcessDrafts.BpmnFile file = drafts.exportFile(id);
                    byte[] content = file.xml().getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(
                            new ByteArrayInputStream(content), file.name(), "application/xml", content.length);
                }),
                words.getTranslation("workflow.editor.export"));
        link.setDownload(true);
        return link;
    }

    /**
     * Takes in a file.
     *
     * @param opened is given the draft made of it
     */
    static Div upload(ProcessDrafts drafts, Consumer<Draft> opened) {
        Div box = new Div();
        Div outcome = new Div();
        outcome.getElement().setAttribute("role", "alert");
        outcome.addClassName("refusal");
        outcome.setVisible(false);
        Upload upload = new Upload(UploadHandler.inMemory((file, bytes) -> {
            try {
                outcome.setVisible(false);
                opened.accept(drafts.importFile(bytes));
            } catch (BusinessRuleViolation refusal) {
                outcome.removeAll();
                outcome.add(new Paragraph(Refusals.sentence(box, refusal)));
                if (refusal instanceof NoDraft none) {
                    outcome.add(reasons(box, none));
                }
                outcome.setVisible(true);
            }
        }));
        upload.setAcceptedFileExtensions(".bpmn", ".xml");
        upload.setUploadButton(new Button(box.getTranslation("workflow.drafts.chooseFile")));
        upload.setDropLabel(new Span(box.getTranslation("workflow.drafts.dropFile")));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(ProcessGate.MOST_BYTES + 1);
        upload.addAllFinishedListener(event -> upload.clearFileList());
        upload.getElement().setAttribute("aria-label", box.getTranslation("workflow.drafts.import"));
        Paragraph hint = new Paragraph(box.getTranslation("workflow.drafts.importHint"));
        hint.addClassName("hint");
        box.addClassName("stack");
        box.add(hint, upload, outcome);
        return box;
    }

    /** Why, each with the id of its element: whoever made the file knows it by that. */
    private static UnorderedList reasons(Component words, NoDraft refusal) {
        UnorderedList list = new UnorderedList();
        refusal.findings().stream().limit(MOST_REASONS).forEach(finding -> {
            String reason =
                    words.getTranslation(finding.reason(), finding.arguments().toArray());
            list.add(new ListItem(
                    finding.element().isEmpty()
                            ? reason
                            : words.getTranslation("workflow.problems.at", finding.element(), reason)));
        });
        return list;
    }
}

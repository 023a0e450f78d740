package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
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
import org.schoolcollab.workflow.draft.ProcessDrafts;
import org.schoolcollab.workflow.gate.ProcessGate;

/** Drafts as BPMN files, out of the portal and into it. */
final class DraftFile {

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
        Paragraph outcome = new Paragraph();
        outcome.getElement().setAttribute("role", "alert");
        outcome.addClassName("refusal");
        outcome.setVisible(false);
        Upload upload = new Upload(UploadHandler.inMemory((file, bytes) -> {
            try {
                outcome.setVisible(false);
                opened.accept(drafts.importFile(bytes));
            } catch (BusinessRuleViolation refusal) {
                outcome.setText(Refusals.sentence(box, refusal));
                outcome.setVisible(true);
            }
        }));
        upload.setAcceptedFileExtensions(".bpmn", ".xml");
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
}

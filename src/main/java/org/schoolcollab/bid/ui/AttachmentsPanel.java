package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.attachment.Attachment;
import org.schoolcollab.bid.attachment.Attachments;
import org.schoolcollab.bid.attachment.FileCheck;
import org.schoolcollab.bid.attachment.FileKind;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Refusals;

/** The files of a bid: to download for whoever sees it, to add and remove for its lead. */
class AttachmentsPanel extends Div {

    private final transient Attachments attachments;
    private final transient BidId bid;
    private final boolean withLead;
    private final Div list = new Div();
    private final Div refusals = new Div();
    /** Whether what stands in the refusals belongs to files sent before. */
    private boolean over;

    AttachmentsPanel(Attachments attachments, BidId bid, boolean withLead) {
        this.attachments = attachments;
        this.bid = bid;
        this.withLead = withLead;
        addClassName("stack");
        refusals.addClassName("refusal");
        refusals.getElement().setAttribute("role", "alert");
        refusals.setVisible(false);
        add(new H2(getTranslation("bid.files.title")), list);
        if (withLead) {
            Paragraph hint = new Paragraph(getTranslation("bid.files.hint", Attachments.MOST));
            hint.addClassName("hint");
            add(hint, upload(), refusals);
        }
        show();
    }

    private void show() {
        List<Attachment> files = attachments.of(bid);
        list.removeAll();
        if (files.isEmpty()) {
            list.add(new Paragraph(getTranslation("bid.files.none")));
            return;
        }
        Column[] columns = {
            Column.text(getTranslation("bid.files.name")),
            Column.number(getTranslation("bid.files.size")),
            Column.text(getTranslation("bid.files.added")),
            Column.text(getTranslation("bid.files.act"))
        };
        DataTable table = new DataTable(
                getTranslation("bid.files.title"), withLead ? columns : java.util.Arrays.copyOf(columns, 3));
        table.stacked();
        files.forEach(file -> table.row(cells(file)));
        list.add(table);
    }

    private Component[] cells(Attachment file) {
        Span added = new Span(getTranslation("bid.files.by", file.addedBy(), Dates.moment(file.addedAt())));
        Component[] cells = {FileLink.to(attachments, file), new Span(file.sizeIn(this::getTranslation)), added};
        if (!withLead) {
            return cells;
        }
        Button remove = new Button(getTranslation("bid.files.remove"), click -> askToRemove(file));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        remove.setAriaLabel(getTranslation("bid.files.remove.of", file.name()));
        Component[] withButton = java.util.Arrays.copyOf(cells, cells.length + 1);
        withButton[cells.length] = remove;
        return withButton;
    }

    private void askToRemove(Attachment file) {
        new CheckDialog(
                        getTranslation("bid.files.remove.of", file.name()),
                        new Paragraph(getTranslation("bid.files.removeHint")),
                        getTranslation("bid.files.removeNext"),
                        getTranslation("bid.files.remove"),
                        () -> {
                            attachments.remove(file.id());
                            show();
                        })
                .open();
    }

    private Upload upload() {
        Upload upload = new Upload(this::arrived);
        upload.setAcceptedFileExtensions(FileKind.endings().toArray(String[]::new));
        upload.setMaxFileSize(Math.toIntExact(FileCheck.LARGEST));
        upload.getElement().setAttribute("aria-label", getTranslation("bid.files.add"));
        upload.setI18n(new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setMany(getTranslation("bid.files.choose")))
                .setDropFiles(new UploadI18N.DropFiles().setMany(getTranslation("bid.files.drop")))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(getTranslation("error.bid.file.TOO_LARGE"))
                        .setIncorrectFileType(getTranslation("error.bid.file.ENDING"))));
        upload.addFileRejectedListener(rejected -> refuse(rejected.getFileName(), rejected.getErrorMessage()));
        upload.addAllFinishedListener(finished -> {
            upload.clearFileList();
            over = true;
        });
        return upload;
    }

    /** Runs while the browser sends the file, outside of the page's lock: a slow line holds nobody up. */
    private void arrived(UploadEvent event) throws IOException {
        String name = event.getFileName();
        Path file = Files.createTempFile("portal-upload", null);
        try {
            try (InputStream in = event.getInputStream()) {
                Files.copy(new Shortened(in, FileCheck.LARGEST + 1), file, StandardCopyOption.REPLACE_EXISTING);
            }
            take(event, name, file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void take(UploadEvent event, String name, Path file) {
        try {
            attachments.add(bid, name, file);
            event.getUI().accessSynchronously(() -> {
                forgetWhatIsOver();
                show();
            });
        } catch (BusinessRuleViolation refused) {
            event.getUI().accessSynchronously(() -> refuse(name, Refusals.sentence(this, refused)));
        }
    }

    private void refuse(String name, String sentence) {
        forgetWhatIsOver();
        refusals.add(new Paragraph(getTranslation("bid.files.refused", name, sentence)));
        refusals.setVisible(true);
    }

    private void forgetWhatIsOver() {
        if (over) {
            refusals.removeAll();
            refusals.setVisible(false);
            over = false;
        }
    }

    /** The beginning of a stream: whoever sends more is refused for it, and the disk is not filled. */
    private static final class Shortened extends java.io.FilterInputStream {

        private long left;

        Shortened(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            if (left <= 0) {
                return -1;
            }
            left--;
            return super.read();
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int got = super.read(buffer, from, (int) Math.min(length, left));
            left -= Math.max(0, got);
            return got;
        }
    }
}

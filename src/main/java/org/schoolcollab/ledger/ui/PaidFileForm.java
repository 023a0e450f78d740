package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import org.schoolcollab.ledger.payment.PaidFileRefused;
import org.schoolcollab.ledger.payment.PaidFileRefused.LineError;
import org.schoolcollab.ledger.payment.PaidStatusLoad;
import org.schoolcollab.ledger.payment.PaidStatusLoad.Before;
import org.schoolcollab.ledger.payment.PaidStatusLoad.Loaded;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;

/** Takes in a file of the council's ledger, or says line by line why not. */
final class PaidFileForm extends Section {

    private static final int LARGEST = 5_000_000;

    private final transient PaidStatusLoad load;
    private final transient Runnable done;
    private final Checkbox otherAmounts = new Checkbox(getTranslation("ledger.paid.otherAmounts"));
    private final Div outcome = new Div();

    /** @param done runs once a file is taken in */
    PaidFileForm(PaidStatusLoad load, Runnable done) {
        this.load = load;
        this.done = done;
        addClassNames("card", "stack");
        getElement().setAttribute("aria-label", getTranslation("ledger.paid.title"));
        Paragraph hint = new Paragraph(getTranslation("ledger.paid.hint"));
        hint.addClassName("hint");
        Upload upload = new Upload(UploadHandler.inMemory((file, bytes) -> take(file.fileName(), bytes)));
        upload.setAcceptedFileExtensions(".csv");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST);
        upload.setDropAllowed(true);
        upload.getElement().setAttribute("aria-label", getTranslation("ledger.paid.title"));
        UploadI18N words = new UploadI18N();
        words.setAddFiles(new UploadI18N.AddFiles().setOne(getTranslation("ledger.paid.choose")));
        words.setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("ledger.paid.drop")));
        upload.setI18n(words);
        upload.addAllFinishedListener(event -> upload.clearFileList());
        outcome.getElement().setAttribute("role", "status");
        add(hint, otherAmounts, upload, outcome);
    }

    /** Runs as soon as the browser has sent the file. */
    void take(String name, byte[] bytes) {
        outcome.removeAll();
        try {
            Loaded loaded = load.load(name, bytes, otherAmounts.getValue());
            outcome.add(notice(inWords(name, loaded)));
            done.run();
        } catch (PaidFileRefused refused) {
            Paragraph notice = notice(
                    getTranslation("ledger.paid.refused", name, refused.errors().size()));
            notice.addClassName("notice-warn");
            outcome.add(notice);
            if (refused.isOtherAmountsOnly()) {
                outcome.add(new Paragraph(getTranslation("ledger.paid.otherAmountsOnly")));
            }
            outcome.add(errors(refused));
        }
    }

    private String inWords(String name, Loaded loaded) {
        Before before = loaded.before();
        return before == null
                ? getTranslation(
                        "ledger.paid.loaded",
                        name,
                        loaded.paid(),
                        loaded.failed(),
                        loaded.known(),
                        loaded.otherAmounts())
                : getTranslation("ledger.paid.before", name, before.by(), Dates.moment(before.at()));
    }

    private DataTable errors(PaidFileRefused refused) {
        DataTable table = new DataTable(
                        getTranslation("ledger.paid.errors"),
                        Column.text(getTranslation("ledger.paid.line")),
                        Column.text(getTranslation("ledger.paid.error")))
                .stacked();
        for (LineError error : refused.errors()) {
            table.row(
                    new Span(error.line() == 0 ? getTranslation("ledger.paid.file") : Integer.toString(error.line())),
                    new Span(
                            getTranslation(error.messageKey(), error.arguments().toArray())));
        }
        return table;
    }

    private static Paragraph notice(String text) {
        Paragraph notice = new Paragraph(text);
        notice.addClassName("notice");
        return notice;
    }
}

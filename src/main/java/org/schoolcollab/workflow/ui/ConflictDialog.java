package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.publish.Change;
import org.schoolcollab.workflow.publish.Difference;

/** Somebody else saved the same draft meanwhile. Nothing of either is lost until one of the buttons is pressed. */
class ConflictDialog extends Dialog {

    /** What can be done about it. */
    interface Ways {
        /** Gives one's own changes up for theirs. */
        void discard(Draft theirs);

        /** Saves one's own over theirs. */
        void overwrite(Draft theirs);

        /** Keeps one's own as another draft. */
        void saveAsNew();

        /** What one's own changes in theirs. */
        Difference compare(Draft theirs);
    }

    private final Div differences = new Div();

    ConflictDialog(Draft theirs, Ways ways) {
        setHeaderTitle(getTranslation("workflow.conflict.title"));
        addClassName("check-dialog");
        setCloseOnOutsideClick(false);
        differences.addClassName("stack");
        differences.getElement().setAttribute("role", "status");
        add(
                new Paragraph(getTranslation(
                        "workflow.conflict.words", theirs.savedByName(), Dates.moment(theirs.savedAt()))),
                new Paragraph(getTranslation("workflow.conflict.ways")),
                differences);
        Button keep = new Button(getTranslation("workflow.conflict.saveAsNew"), e -> {
            close();
            ways.saveAsNew();
        });
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter()
                .add(
                        new Button(getTranslation("workflow.conflict.compare"), e -> show(ways.compare(theirs))),
                        new Button(getTranslation("workflow.conflict.discard"), e -> {
                            close();
                            ways.discard(theirs);
                        }),
                        new Button(getTranslation("workflow.conflict.overwrite"), e -> {
                            close();
                            ways.overwrite(theirs);
                        }),
                        keep);
    }

    private void show(Difference difference) {
        differences.removeAll();
        if (difference.isEmpty()) {
            differences.add(new Paragraph(getTranslation("workflow.conflict.same")));
            return;
        }
        UnorderedList list = new UnorderedList();
        for (Change change : difference.changes()) {
            list.add(new ListItem(change.words().say(this::getTranslation)));
        }
        differences.add(new Paragraph(getTranslation("workflow.conflict.yours")), list);
    }
}

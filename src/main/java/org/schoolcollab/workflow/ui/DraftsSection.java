package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.draft.ProcessDrafts;

/** The drafts under work, with the way to each for those who edit, and the import of a file. */
class DraftsSection extends Section {

    DraftsSection(ProcessDrafts drafts, boolean editor) {
        addClassName("stack");
        H2 title = new H2(getTranslation("workflow.drafts.title"));
        title.setId("drafts-title");
        getElement().setAttribute("aria-labelledby", "drafts-title");
        add(title);
        List<Draft> found = drafts.drafts();
        if (found.isEmpty()) {
            Paragraph none =
                    new Paragraph(getTranslation(editor ? "workflow.drafts.none" : "workflow.drafts.noneHere"));
            none.addClassName("empty");
            add(none);
        } else {
            add(table(found, editor));
        }
        if (editor) {
            add(
                    new H3(getTranslation("workflow.drafts.import")),
                    DraftFile.upload(
                            drafts, draft -> getUI().ifPresent(ui -> ui.navigate("processes/edit/" + draft.id()))));
        }
    }

    private DataTable table(List<Draft> found, boolean editor) {
        DataTable table = new DataTable(
                getTranslation("workflow.drafts.caption"),
                Column.text(getTranslation("workflow.drafts.name")),
                Column.text(getTranslation("workflow.drafts.state")),
                Column.text(getTranslation("workflow.drafts.savedBy")),
                Column.text(getTranslation("workflow.drafts.savedAt")));
        for (Draft draft : found) {
            boolean edited = editor && draft.status() == Draft.Status.OPEN;
            table.row(
                    new Anchor("processes/" + (edited ? "edit/" : "publish/") + draft.id(), draft.name()),
                    new Span(getTranslation("enum.DraftStatus." + draft.status().name())),
                    new Span(draft.savedByName()),
                    new Span(Dates.moment(draft.savedAt())));
        }
        return table;
    }
}

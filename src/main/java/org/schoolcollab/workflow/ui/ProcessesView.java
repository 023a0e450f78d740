package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Page;
import org.schoolcollab.workflow.ProcessCatalogue;
import org.schoolcollab.workflow.ProcessCatalogue.Definition;
import org.schoolcollab.workflow.Reconciliation;
import org.schoolcollab.workflow.Reconciliation.Difference;
import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.draft.ProcessDrafts;

/** The deployed process definitions with their diagrams, and whether the inbox and the bids agree with the engine. */
@Route("processes")
@Menu(order = 60, title = "workflow.processes.menu")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.AUDITOR})
public class ProcessesView extends Page {

    private final transient Reconciliation reconciliation;
    private final Div result = new Div();

    ProcessesView(
            ProcessCatalogue catalogue, Reconciliation reconciliation, ProcessDrafts drafts, CurrentUser currentUser) {
        this.reconciliation = reconciliation;
        title(getTranslation("workflow.processes.title"));
        subtitle(getTranslation("workflow.processes.subtitle"));

        List<Definition> definitions = catalogue.definitions();
        ProcessDiagram diagram = new ProcessDiagram();
        Select<Definition> choice = new Select<>();
        choice.setLabel(getTranslation("workflow.processes.choose"));
        choice.setWidth("min(100%, 26rem)");
        choice.setItems(definitions);
        choice.setItemLabelGenerator(found -> getTranslation(
                "workflow.processes.version", found.name(), found.version(), Dates.day(found.deployedAt())));
        choice.addClassName("process-choice");
        choice.addValueChangeListener(e -> diagram.show(
                catalogue.bpmn(e.getValue().key()),
                List.of(),
                List.of(),
                getTranslation("workflow.diagram.label", e.getValue().name())));
        boolean editor = currentUser.actor().has(Role.PROCESS_EDITOR);
        Button edit = new Button(getTranslation("workflow.processes.edit"), e -> edit(drafts, choice.getValue()));
        edit.addThemeVariants(ButtonVariant.PRIMARY);
        edit.setVisible(editor);
        Anchor versions = new Anchor("", getTranslation("workflow.processes.versions"));
        Div ways = row(edit, versions);

        choice.addValueChangeListener(
                e -> versions.setHref("processes/versions/" + e.getValue().key()));
        definitions.stream().findFirst().ifPresent(choice::setValue);

        result.addClassName("stack");
        Button again = new Button(getTranslation("workflow.reconcile.again"), e -> check());
        add(
                choice,
                ways,
                diagram,
                new DraftsSection(drafts, editor),
                new H2(getTranslation("workflow.reconcile.title")),
                result,
                row(again));
        check();
    }

    private static Div row(Component... parts) {
        Div row = new Div(parts);
        row.addClassName("row");
        return row;
    }

    private void edit(ProcessDrafts drafts, Definition chosen) {
        Draft draft = drafts.open(chosen.key(), chosen.version());
        getUI().ifPresent(ui -> ui.navigate("processes/edit/" + draft.id()));
    }

    private void check() {
        result.removeAll();
        List<Difference> differences = reconciliation.differences();
        Paragraph summary = new Paragraph(getTranslation(
                differences.isEmpty() ? "workflow.reconcile.none" : "workflow.reconcile.some", differences.size()));
        summary.addClassName("notice");
        summary.setClassName("notice-warn", !differences.isEmpty());
        summary.getElement().setAttribute("role", "status");
        UnorderedList list = new UnorderedList();
        differences.forEach(difference -> list.add(new ListItem(getTranslation(
                "workflow.reconcile." + difference.kind().name(),
                difference.subject(),
                difference.shown(),
                difference.engine()))));
        list.setVisible(!differences.isEmpty());
        result.add(summary, list);
    }
}

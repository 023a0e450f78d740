package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Page;
import org.schoolcollab.workflow.ProcessCatalogue;
import org.schoolcollab.workflow.ProcessCatalogue.Definition;
import org.schoolcollab.workflow.Reconciliation;
import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.draft.ProcessDrafts;
import org.schoolcollab.workflow.running.PuttingRight;

/** The deployed process definitions with their diagrams, and whether the inbox and the bids agree with the engine. */
@Route("processes")
@Menu(order = 60, title = "workflow.processes.menu")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.AUDITOR})
public class ProcessesView extends Page {

    ProcessesView(
            ProcessCatalogue catalogue,
            Reconciliation reconciliation,
            PuttingRight puttingRight,
            ProcessDrafts drafts,
            CurrentUser currentUser) {
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

        Actor actor = currentUser.actor();
        DifferencesPart differences = new DifferencesPart(
                reconciliation, puttingRight, actor.has(Role.ADMINISTRATOR) || actor.has(Role.PROCESS_PUBLISHER));
        Button again = new Button(getTranslation("workflow.reconcile.again"), e -> differences.show());
        add(
                choice,
                ways,
                diagram,
                new DraftsSection(drafts, editor),
                new H2(getTranslation("workflow.reconcile.title")),
                differences,
                row(again));
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
}

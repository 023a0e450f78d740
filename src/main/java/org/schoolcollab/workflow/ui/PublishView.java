package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Page;
import org.schoolcollab.shell.Refusals;
import org.schoolcollab.workflow.DeployedDefinitions.Version;
import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.draft.DraftId;
import org.schoolcollab.workflow.draft.ProcessDrafts;
import org.schoolcollab.workflow.dryrun.DryRuns;
import org.schoolcollab.workflow.editing.Definition;
import org.schoolcollab.workflow.gate.Finding;
import org.schoolcollab.workflow.publish.ProcessPublishing;
import org.schoolcollab.workflow.publish.ProcessVersions;

/** A draft beside the version in use: an editor proposes it, somebody else looks at what changes and publishes it or sends it back. */
@Route("processes/publish/:draft")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.AUDITOR})
public class PublishView extends Page implements BeforeEnterObserver {

    private final transient ProcessDrafts drafts;
    private final transient ProcessVersions versions;
    private final transient ProcessPublishing publishing;
    private final transient Actor actor;
    private final DryRunPanel dryRun;
    private final Div content = new Div();

    PublishView(
            ProcessDrafts drafts,
            ProcessVersions versions,
            ProcessPublishing publishing,
            DryRuns dryRuns,
            CurrentUser currentUser) {
        this.dryRun = new DryRunPanel(dryRuns, null);
        this.drafts = drafts;
        this.versions = versions;
        this.publishing = publishing;
        this.actor = currentUser.actor();
        content.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            show(drafts.draft(DraftId.of(event.getRouteParameters().get("draft").orElse(""))));
        } catch (NotFound | IllegalArgumentException unknown) {
            NotFoundException missing = new NotFoundException();
            missing.initCause(unknown);
            throw missing;
        }
    }

    private void show(Draft draft) {
        int inUse = inUse(draft);
        title(getTranslation("workflow.publish.title", draft.name()));
        subtitle(getTranslation("workflow.publish.subtitle." + draft.status().name()));
        List<Finding> problems = drafts.problems(draft.xml());
        actions(acts(draft, inUse, problems.isEmpty()).toArray(Component[]::new));
        content.removeAll();
        content.add(facts(draft));
        if (!problems.isEmpty()) {
            content.add(new H2(getTranslation("workflow.publish.problems")), problems(draft, problems));
        }
        content.add(new H2(getTranslation("workflow.publish.changes", inUse)));
        content.add(new DifferenceParts(
                versions.difference(draft.id()),
                getTranslation("workflow.versions.inUse", inUse),
                getTranslation("workflow.publish.draft")));
        content.add(
                dryRun, new Anchor("processes/versions/" + draft.key(), getTranslation("workflow.publish.versions")));
    }

    private int inUse(Draft draft) {
        try {
            return versions.of(draft.key()).getFirst().version().number();
        } catch (NotFound unknown) {
            return 0;
        }
    }

    private Facts facts(Draft draft) {
        Facts facts = new Facts()
                .fact(
                        getTranslation("workflow.versions.saved"),
                        getTranslation("workflow.versions.savedBy", draft.savedByName(), Dates.moment(draft.savedAt())))
                .fact(
                        getTranslation("workflow.publish.based"),
                        getTranslation(
                                draft.rollsBack() ? "workflow.publish.rollsBack" : "workflow.versions.number",
                                draft.basedOn()));
        if (draft.comment() != null && draft.proposedByName() != null && draft.proposedAt() != null) {
            facts.fact(getTranslation("workflow.versions.why"), draft.comment());
            facts.fact(
                    getTranslation("workflow.publish.proposed"),
                    getTranslation(
                            "workflow.versions.savedBy", draft.proposedByName(), Dates.moment(draft.proposedAt())));
        }
        if (draft.sentBack() != null) {
            facts.fact(getTranslation("workflow.publish.sentBack"), draft.sentBack());
        }
        return facts.fact(getTranslation("workflow.versions.hash"), draft.hash());
    }

    private Component problems(Draft draft, List<Finding> problems) {
        UnorderedList list = new UnorderedList();
        DraftProblems.errors(this, Definition.read(draft.xml()), problems)
                .forEach(line -> list.add(new ListItem(line.words())));
        list.addClassNames("notice", "notice-warn");
        return list;
    }

    private List<Component> acts(Draft draft, int inUse, boolean accepted) {
        List<Component> acts = new ArrayList<>();
        boolean proposed = draft.status() == Draft.Status.PROPOSED;
        boolean underWork = proposed || draft.status() == Draft.Status.OPEN;
        if (underWork && accepted && mayTry()) {
            acts.add(new Button(getTranslation("workflow.editor.try"), e -> dryRun.run(draft)));
        }
        if (proposed && actor.has(Role.PROCESS_PUBLISHER)) {
            Button publish = new Button(
                    getTranslation("workflow.publish.verb", inUse + 1),
                    e -> confirm(draft, inUse).open());
            publish.addThemeVariants(ButtonVariant.PRIMARY);
            acts.add(publish);
            acts.add(new Button(
                    getTranslation("workflow.publish.sendBack"),
                    e -> new CommentDialog(
                                    getTranslation("workflow.publish.sendBack"),
                                    getTranslation("workflow.publish.sendBack.next"),
                                    getTranslation("workflow.publish.sendBack"),
                                    reason -> {
                                        publishing.sendBack(draft.id(), reason);
                                        again(draft, "workflow.publish.sendBack.done");
                                    })
                            .open()));
        }
        if (proposed && actor.has(Role.PROCESS_EDITOR)) {
            acts.add(new Button(getTranslation("workflow.publish.takeBack"), e -> takeBack(draft)));
        }
        if (draft.status() == Draft.Status.OPEN && actor.has(Role.PROCESS_EDITOR)) {
            Button propose = new Button(
                    getTranslation("workflow.publish.propose"),
                    e -> new CommentDialog(
                                    getTranslation("workflow.publish.propose"),
                                    getTranslation("workflow.publish.propose.next"),
                                    getTranslation("workflow.publish.propose"),
                                    comment -> {
                                        publishing.propose(draft.id(), draft.version(), comment);
                                        again(draft, "workflow.publish.propose.done");
                                    })
                            .open());
            propose.addThemeVariants(ButtonVariant.PRIMARY);
            propose.setEnabled(accepted);
            acts.add(propose);
            acts.add(new Anchor("processes/edit/" + draft.id(), getTranslation("workflow.publish.edit")));
            acts.add(new Button(
                    getTranslation("workflow.publish.discard"),
                    e -> discarding(draft).open()));
        }
        return acts;
    }

    private boolean mayTry() {
        return actor.has(Role.PROCESS_EDITOR) || actor.has(Role.PROCESS_PUBLISHER) || actor.has(Role.ADMINISTRATOR);
    }

    private CheckDialog confirm(Draft draft, int inUse) {
        return new CheckDialog(
                getTranslation("workflow.publish.check", draft.name()),
                facts(draft),
                getTranslation("workflow.publish.next"),
                getTranslation("workflow.publish.verb", inUse + 1),
                () -> {
                    Version made = publishing.publish(draft.id(), draft.version(), inUse);
                    Refusals.done(getTranslation("workflow.publish.done", made.number(), made.name()));
                    UI.getCurrent().navigate("processes/versions/" + draft.key());
                });
    }

    private CheckDialog discarding(Draft draft) {
        return new CheckDialog(
                getTranslation("workflow.publish.discard"),
                facts(draft),
                getTranslation("workflow.publish.discard.next"),
                getTranslation("workflow.publish.discard"),
                () -> {
                    drafts.discard(draft.id(), draft.version());
                    Refusals.done(getTranslation("workflow.publish.discard.done"));
                    UI.getCurrent().navigate("processes/versions/" + draft.key());
                });
    }

    private void takeBack(Draft draft) {
        try {
            publishing.takeBack(draft.id());
            again(draft, "workflow.publish.takeBack.done");
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
        }
    }

    private void again(Draft draft, String key) {
        Refusals.done(getTranslation(key));
        show(drafts.draft(draft.id()));
    }
}

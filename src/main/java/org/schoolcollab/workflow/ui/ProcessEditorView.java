package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shell.Page;
import org.schoolcollab.shell.Refusals;
import org.schoolcollab.shell.ViewTabs;
import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.draft.DraftId;
import org.schoolcollab.workflow.draft.ProcessDrafts;
import org.schoolcollab.workflow.dryrun.DryRuns;
import org.schoolcollab.workflow.editing.Definition;
import org.schoolcollab.workflow.editing.Edit;
import org.schoolcollab.workflow.editing.Step;
import org.schoolcollab.workflow.editing.StepKind;
import org.schoolcollab.workflow.editing.Way;
import org.schoolcollab.workflow.publish.ProcessPublishing;
import org.schoolcollab.workflow.publish.ProcessVersions;
import org.schoolcollab.workflow.ui.ProblemsPanel.Line;

/**
 * A draft of a process is edited: drawn or as a list of steps, with one history for both. It saves itself; what keeps it from being
 * published is shown while it is edited.
 */
@Route("processes/edit/:draft")
@RolesAllowed(Roles.PROCESS_EDITOR)
public class ProcessEditorView extends Page implements BeforeEnterObserver, BeforeLeaveObserver {

    private final transient ProcessDrafts drafts;
    private final transient ProcessPublishing publishing;
    private final transient ProcessVersions versions;
    private final ProcessModeler modeler = new ProcessModeler();
    private final StepListEditor steps = new StepListEditor(this::edit, this::chooseInList);
    private final ElementPanel element = new ElementPanel(this::edit);
    private final ProblemsPanel problems = new ProblemsPanel(this::lead);
    private final Button undo = new Button(getTranslation("workflow.editor.undo"), e -> undo());
    private final Button redo = new Button(getTranslation("workflow.editor.redo"), e -> redo());
    private final Button propose = new Button(getTranslation("workflow.editor.propose"), e -> propose());
    private final Button tryIt = new Button(getTranslation("workflow.editor.try"), e -> tryIt());
    private final Tabs ways = new ViewTabs(
            getTranslation("workflow.editor.ways"),
            new Tab(getTranslation("workflow.editor.diagram")),
            new Tab(getTranslation("workflow.editor.list")));
    private transient @Nullable DraftDesk desk;
    private final Div content = new Div();
    private final DryRunPanel dryRun;
    private String chosen = "";
    private @Nullable DraftSaving saving;

    ProcessEditorView(ProcessDrafts drafts, ProcessPublishing publishing, ProcessVersions versions, DryRuns dryRuns) {
        dryRun = new DryRunPanel(dryRuns, this::leadUp);
        this.drafts = drafts;
        this.publishing = publishing;
        this.versions = versions;
        addClassName("process-editor");
        propose.addThemeVariants(ButtonVariant.PRIMARY);
        listen();
    }

    private void listen() {
        modeler.onDrawn(this::drawn);
        modeler.onAdded((kind, behind) -> gently(() -> addBehind(kind, behind)));
        modeler.onTaken(id -> gently(() -> {
            edit(new Edit.RemoveStep(id));
            modeler.focusOn(chosen, false);
        }));
        modeler.onSelected(this::chooseInDiagram);
        modeler.onOpened(id -> {
            chooseInDiagram(id);
            element.focusName();
        });
        modeler.onUndo(this::undo);
        modeler.onRedo(this::redo);
        modeler.onBroken(why -> ways.setSelectedIndex(1));
        ways.addSelectedChangeListener(e -> {
            showWay();
            refresh(true);
            modeler.focusOn(chosen, false);
        });
        showWay();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Draft draft;
        try {
            draft = drafts.draft(
                    DraftId.of(event.getRouteParameters().get("draft").orElse("")));
        } catch (NotFound | IllegalArgumentException none) {
            throw new NotFoundException();
        }
        title(getTranslation("workflow.editor.title", draft.name()));
        if (draft.status() != Draft.Status.OPEN) {
            subtitle(getTranslation("workflow.editor.closed." + draft.status().name()));
            add(new Anchor("processes/publish/" + draft.id(), getTranslation("workflow.editor.toPublishing")));
            return;
        }
        subtitle(
                draft.basedOn() == 0
                        ? getTranslation("workflow.editor.basedOnFile")
                        : getTranslation("workflow.editor.basedOn", draft.basedOn()));
        content.removeAll();
        chosen = "";
        desk = new DraftDesk(drafts, draft);
        saving = new DraftSaving(desk, versions, () -> refresh(true));
        layOut(draft);
        refresh(true);
    }

    private void layOut(Draft draft) {
        actions(
                propose,
                tryIt,
                undo,
                redo,
                new RouterLink(
                        getTranslation("workflow.editor.changes"),
                        PublishView.class,
                        new RouteParameters("draft", draft.id().toString())),
                DraftFile.link(this, drafts, draft.id()));
        Div canvas = new Div(ways, modeler, steps);
        canvas.addClassNames("stack", "editor-canvas");
        Div side = new Div(element, problems);
        side.addClassName("stack");
        Div columns = new Div(canvas, side);
        columns.addClassNames("two-columns", "editor-columns");
        if (draft.sentBack() != null) {
            Paragraph reason = new Paragraph(getTranslation("workflow.editor.sentBack", draft.sentBack()));
            reason.addClassNames("notice", "notice-warn");
            content.add(reason);
        }
        content.add(saving(), columns, dryRun);
        content.addClassName("stack");
        add(content);
    }

    private boolean isDrawing() {
        return ways.getSelectedIndex() == 0;
    }

    private void showWay() {
        modeler.setVisible(isDrawing());
        steps.setVisible(!isDrawing());
    }

    // ---- edits
    // ---------------------------------------------------------------------------------------------------------------

    /** Does an edit of list or panel and shows it in both. */
    private void edit(Edit edit) {
        List<String> before = ids();
        if (desk().edit(edit)) {
            chooseWhatCame(before);
            refresh(true);
            saving().later();
        }
    }

    /** Takes what was drawn; ids that the drawing tool made up come back as others. */
    void drawn(int change, String xml) {
        List<String> before = ids();
        boolean asDrawn = false;
        try {
            if (!desk().edit(new Edit.Drawn(xml))) {
                return;
            }
            asDrawn = definition().steps().stream()
                    .flatMap(step -> Stream.concat(
                            Stream.of(step.id()), step.ways().stream().map(Way::id)))
                    .allMatch(id -> xml.contains("\"" + id + "\""));
        } catch (BusinessRuleViolation refusal) {
            Refusals.show(this, refusal);
        }
        chooseWhatCame(before);
        if (!asDrawn) {
            modeler.answer(change, definition().xml());
        }
        refresh(false);
        modeler.focusOn(chosen, false);
        saving().later();
    }

    /** Adds a step of the palette's kind behind an element. */
    void addBehind(String kind, String behind) {
        StepKind added = StepKind.valueOf(kind.toUpperCase(Locale.ROOT));
        edit(new Edit.AddStep(behind, added, getTranslation("workflow.modeler.new." + kind), Map.of()));
        modeler.focusOn(chosen, false);
    }

    private void undo() {
        desk().undo();
        refresh(true);
        saving().later();
    }

    private void redo() {
        desk().redo();
        refresh(true);
        saving().later();
    }

    private List<String> ids() {
        return definition().steps().stream().map(Step::id).toList();
    }

    /** The step that came; where the chosen one went, the one before it. */
    private void chooseWhatCame(List<String> before) {
        List<String> now = ids();
        now.stream().filter(id -> !before.contains(id)).findFirst().ifPresent(id -> chosen = id);
        int was = before.indexOf(chosen);
        if (was > 0 && !now.contains(chosen)) {
            chosen = before.subList(0, was).reversed().stream()
                    .filter(now::contains)
                    .findFirst()
                    .orElse("");
        }
    }

    private void gently(Runnable act) {
        try {
            act.run();
        } catch (BusinessRuleViolation refusal) {
            Refusals.show(this, refusal);
        }
    }

    // ---- showing
    // -------------------------------------------------------------------------------------------------------------

    private void refresh(boolean draw) {
        boolean seen = isDrawing();
        if (draw && seen) {
            modeler.draw(definition().xml());
        }
        steps.show(definition(), chosen);
        element.show(definition(), chosen);
        List<Line> lines = DraftProblems.of(this, drafts, definition());
        problems.show(definition(), lines);
        if (seen) {
            modeler.mark(lines.stream()
                    .map(line ->
                            new ProcessModeler.Mark(line.element(), line.error() ? "error" : "warning", line.words()))
                    .toList());
        }
        undo.setEnabled(desk().canUndo());
        redo.setEnabled(desk().canRedo());
    }

    private void chooseInDiagram(String id) {
        chosen = id;
        steps.show(definition(), id);
        element.show(definition(), id);
    }

    private void chooseInList(String id) {
        chosen = id;
        element.show(definition(), id);
    }

    private void lead(String id) {
        chooseInDiagram(id);
        if (isDrawing()) {
            modeler.focusOn(id, true);
        } else {
            steps.focusChosen();
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (saving != null && !saving.now()) {
            event.postpone();
        }
    }

    /** To a step, from below the diagram. */
    private void leadUp(String id) {
        lead(id);
        ways.getElement().executeJs("this.scrollIntoView({block: 'start'})");
    }

    private void tryIt() {
        if (saving().now()) {
            dryRun.run(desk().saved());
        }
    }

    private void propose() {
        if (!saving().now()) {
            return;
        }
        Draft draft = desk().saved();
        new CommentDialog(
                        getTranslation("workflow.propose.title", draft.name()),
                        getTranslation("workflow.propose.next"),
                        getTranslation("workflow.editor.propose"),
                        comment -> {
                            publishing.propose(draft.id(), draft.version(), comment);
                            Refusals.done(getTranslation("workflow.propose.done", draft.name()));
                            UI.getCurrent().navigate("processes/publish/" + draft.id());
                        })
                .open();
    }

    /** What is edited, as it is now. */
    Definition definition() {
        return desk().definition();
    }

    private DraftDesk desk() {
        if (desk == null) {
            throw new IllegalStateException("no draft is open");
        }
        return desk;
    }

    private DraftSaving saving() {
        if (saving == null) {
            throw new IllegalStateException("no draft is open");
        }
        return saving;
    }
}

package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.Refusals;
import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.dryrun.DryRuns;
import org.schoolcollab.workflow.dryrun.Rehearsal;

/** Tries a draft with a made-up bid, says how far it is, and shows the paths that the bid went. */
class DryRunPanel extends Section {

    private static final int LOOK_AGAIN_MS = 700;

    private final transient DryRuns runs;
    private final transient @Nullable Consumer<String> leads;
    private final Paragraph status = new Paragraph();
    private final ProgressBar progress = new ProgressBar();
    private final Button stop = new Button(getTranslation("workflow.dryrun.stop"), e -> stop());
    private final Div result = new Div();
    private transient @Nullable Rehearsal rehearsal;
    private @Nullable Registration polling;

    /** @param leads is given the id of an element of the draft that was pressed; null where there is nothing to lead to */
    DryRunPanel(DryRuns runs, @Nullable Consumer<String> leads) {
        this.runs = runs;
        this.leads = leads;
        addClassNames("card", "stack", "dry-run");
        H2 title = new H2(getTranslation("workflow.dryrun.title"));
        title.setId("dry-run-title");
        // The keyboard is led here when a run begins.
        title.getElement().setAttribute("tabindex", "-1");
        getElement().setAttribute("aria-labelledby", "dry-run-title");
        Paragraph hint = new Paragraph(getTranslation("workflow.dryrun.hint"));
        hint.addClassName("hint");
        status.getElement().setAttribute("role", "status");
        progress.setIndeterminate(true);
        progress.getElement().setAttribute("aria-label", getTranslation("workflow.dryrun.progress"));
        result.addClassName("stack");
        add(title, hint, status, progress, stop, result);
        setVisible(false);
    }

    /** Tries the draft as it is saved. */
    void run(Draft draft) {
        try {
            rehearsal = runs.start(draft.id());
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
            return;
        }
        setVisible(true);
        result.removeAll();
        getElement().executeJs("this.querySelector('h2').focus(); this.scrollIntoView({block: 'start'})");
        look();
    }

    /** How far it is now. */
    private void look() {
        Rehearsal now = rehearsal;
        if (now == null) {
            return;
        }
        boolean done = now.isDone();
        progress.setVisible(!done);
        stop.setVisible(!done);
        if (done) {
            stopLooking();
            show(now);
        } else {
            status.setText(getTranslation("workflow.dryrun.running", now.moves(), now.ends()));
            lookAgain();
        }
    }

    private void show(Rehearsal done) {
        try {
            DryRunPaths paths = new DryRunPaths(done.report(), done.key(), leads);
            status.setText(paths.summary());
            result.add(paths);
        } catch (RuntimeException failure) {
            // What failed is in the log; whoever edits can only try again.
            status.setText(getTranslation("workflow.dryrun.failed"));
        }
    }

    private void stop() {
        if (rehearsal != null) {
            rehearsal.stop();
        }
    }

    private void lookAgain() {
        UI ui = UI.getCurrent();
        if (polling == null && ui != null) {
            ui.setPollInterval(LOOK_AGAIN_MS);
            polling = ui.addPollListener(e -> look());
        }
    }

    private void stopLooking() {
        if (polling != null) {
            polling.remove();
            polling = null;
            getUI().ifPresent(ui -> ui.setPollInterval(-1));
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stop();
        stopLooking();
    }
}

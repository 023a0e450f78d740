package org.schoolcollab.workflow.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Page;
import org.schoolcollab.shell.Refusals;
import org.schoolcollab.workflow.move.BidMoves;
import org.schoolcollab.workflow.move.MoveId;
import org.schoolcollab.workflow.move.MoveReport;
import org.schoolcollab.workflow.move.MoveRun;
import org.schoolcollab.workflow.move.Trial;

/** How far a move of bids is, and what became of each. Can be left and opened again. */
@Route("processes/moves/:move")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_PUBLISHER, Roles.PROCESS_EDITOR, Roles.AUDITOR})
public class MoveReportView extends Page implements BeforeEnterObserver {

    private static final int LOOK_AGAIN_MS = 1_000;

    private final transient BidMoves moves;
    private final transient MoveRun run;
    private final transient Actor actor;
    private final Div content = new Div();
    private transient @Nullable MoveId id;
    private @Nullable Registration polling;
    private boolean shownAtWork;

    MoveReportView(BidMoves moves, MoveRun run, CurrentUser currentUser) {
        this.moves = moves;
        this.run = run;
        this.actor = currentUser.actor();
        content.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            MoveId opened = MoveId.of(event.getRouteParameters().get("move").orElse(""));
            show(moves.report(opened));
            id = opened;
        } catch (NotFound | IllegalArgumentException unknown) {
            NotFoundException missing = new NotFoundException();
            missing.initCause(unknown);
            throw missing;
        }
    }

    private void show(MoveReport report) {
        title(getTranslation(
                "workflow.move.title", report.plan().from(), report.plan().to()));
        subtitle(getTranslation("workflow.move.status." + report.status().name()));
        shownAtWork = report.status() == MoveReport.Status.RUNNING;
        content.removeAll();
        long waiting = report.count(Trial.Result.WAITING);
        ProgressBar progress = new ProgressBar(
                0, Math.max(1, report.bids().size()), report.bids().size() - waiting);
        progress.getElement().setAttribute("aria-label", getTranslation("workflow.move.progress"));
        content.add(
                new Facts()
                        .fact(getTranslation("workflow.versions.why"), report.comment())
                        .fact(
                                getTranslation("workflow.move.begun"),
                                getTranslation(
                                        "workflow.versions.savedBy",
                                        report.startedBy(),
                                        Dates.moment(report.startedAt()))),
                progress);
        acts(report);
        content.add(
                new Trials(report.bids()),
                new Anchor("processes/versions/" + report.plan().key(), getTranslation("workflow.publish.versions")));
    }

    private void acts(MoveReport report) {
        boolean may = actor.has(Role.ADMINISTRATOR) || actor.has(Role.PROCESS_PUBLISHER);
        if (!may || report.status() == MoveReport.Status.DONE) {
            return;
        }
        boolean atWork = report.status() == MoveReport.Status.RUNNING && run.isRunning(report.id());
        content.add(
                atWork
                        ? new Button(getTranslation("workflow.move.stop"), e -> stop(report.id()))
                        : new Button(getTranslation("workflow.move.resume"), e -> resume(report.id())));
    }

    private void stop(MoveId move) {
        try {
            moves.stop(move);
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
        }
        show(moves.report(move));
    }

    private void resume(MoveId move) {
        try {
            moves.resume(move);
            run.take(move);
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
        }
        show(moves.report(move));
        follow();
    }

    private void look() {
        MoveId open = id;
        if (open != null && run.isRunning(open)) {
            show(moves.report(open));
        } else if (open != null && polling != null) {
            stopLooking();
            show(moves.report(open));
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        follow();
    }

    /** Looks again at what is shown at work, even if it has ended since: the next look says so. */
    private void follow() {
        if (shownAtWork && polling == null) {
            getUI().ifPresent(ui -> {
                ui.setPollInterval(LOOK_AGAIN_MS);
                polling = ui.addPollListener(e -> look());
            });
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopLooking();
    }

    private void stopLooking() {
        Registration registered = polling;
        if (registered != null) {
            registered.remove();
            polling = null;
            getUI().ifPresent(ui -> ui.setPollInterval(-1));
        }
    }
}

package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.ledger.payment.BatchRun;
import org.schoolcollab.ledger.payment.BatchView;
import org.schoolcollab.ledger.payment.BatchView.Line;
import org.schoolcollab.ledger.payment.BatchView.Result;
import org.schoolcollab.ledger.payment.Batches;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Facts;

/** One batch: each line with its result, how far the run is, and for another person in finance the approval. */
@Route("money/batches/:batch")
@RolesAllowed({Roles.FINANCE_OFFICER, Roles.FINANCE_APPROVER, Roles.ADMINISTRATOR, Roles.AUDITOR})
public class BatchPage extends MoneyPage implements BeforeEnterObserver {

    private static final int LOOK_AGAIN_MS = 500;

    private final transient Batches batches;
    private final transient BatchRun run;
    private final transient CurrentUser currentUser;
    private @Nullable Registration polling;
    private @Nullable SendBackForm sendBack;
    private long number;
    private boolean shownAtWork;

    BatchPage(Batches batches, BatchRun run, CurrentUser currentUser) {
        super(Section.BATCHES);
        this.batches = batches;
        this.run = run;
        this.currentUser = currentUser;
    }

    static String address(long batch) {
        return "money/batches/" + batch;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getRouteParameters().get("batch").orElse("");
        try {
            number = Long.parseLong(asked);
            show(batches.get(number));
        } catch (NumberFormatException | NotFound nothing) {
            throw new NotFoundException("no batch " + asked);
        }
    }

    private void show(BatchView batch) {
        title(getTranslation("ledger.batch.title", batch.number()));
        subtitle(getTranslation("ledger.batch.subtitle", batch.requester(), Dates.moment(batch.requestedAt())));
        content.removeAll();
        boolean running = run.isRunning(number);
        shownAtWork = running;
        content.add(summary(batch, running), new BatchTable(batch));
        if (!running) {
            buttons(batch);
        }
        poll(running);
    }

    private Component summary(BatchView batch, boolean running) {
        int all = batch.lines().size();
        Paragraph words = new Paragraph(getTranslation(
                running ? "ledger.batch.running" : "ledger.batch.standing",
                all,
                batch.requested().size(),
                batch.released().size(),
                batch.lines().stream()
                        .filter(line -> line.request() == Result.REFUSED || line.approval() == Result.REFUSED)
                        .count()));
        words.getElement().setAttribute("role", "status");
        Div summary = new Div(words);
        if (running) {
            boolean approving = batch.toRequest().isEmpty();
            ProgressBar bar = new ProgressBar(
                    0,
                    all,
                    approving
                            ? all - batch.toDecide().size()
                            : all - batch.toRequest().size());
            bar.getElement().setAttribute("aria-label", getTranslation("ledger.batch.progress"));
            summary.add(bar);
        }
        return summary;
    }

    private void buttons(BatchView batch) {
        Div buttons = new Div();
        buttons.addClassName("buttons");
        List<Line> toRequest = batch.toRequest();
        if (!toRequest.isEmpty() && currentUser.actor().has(Role.FINANCE_OFFICER)) {
            buttons.add(button("again", toRequest, () -> run.request(number)));
        }
        List<Line> toDecide = batch.toDecide();
        if (!toDecide.isEmpty() && currentUser.actor().has(Role.FINANCE_APPROVER)) {
            List<Line> toApprove = batch.toApprove();
            if (!toApprove.isEmpty()) {
                Button approve = button("approve", toApprove, () -> run.approve(number));
                approve.addThemeVariants(ButtonVariant.PRIMARY);
                buttons.add(approve);
            }
            if (toApprove.size() < toDecide.size()) {
                Paragraph held = new Paragraph(getTranslation("ledger.batch.held", toDecide.size() - toApprove.size()));
                held.addClassName("notice");
                content.addComponentAtIndex(1, held);
            }
            String typed = sendBack == null ? "" : sendBack.reason();
            sendBack = new SendBackForm(number, toDecide, !toApprove.isEmpty(), run, typed, this::loadAnew);
            content.add(sendBack);
        }
        if (buttons.getComponentCount() > 0) {
            content.addComponentAtIndex(1, buttons);
        }
    }

    private Button button(String step, List<Line> lines, Runnable act) {
        String verb = getTranslation("ledger.batch." + step, lines.size(), BatchView.sum(lines));
        return new Button(
                verb,
                event -> new CheckDialog(
                                getTranslation("ledger.approval.check"),
                                new Facts()
                                        .fact(getTranslation("ledger.due.lines"), Integer.toString(lines.size()))
                                        .fact(
                                                getTranslation("ledger.award.amount"),
                                                BatchView.sum(lines).format()),
                                getTranslation("ledger.batch." + step + ".next"),
                                verb,
                                () -> {
                                    act.run();
                                    loadAnew();
                                })
                        .open());
    }

    /** Once more: a reason that was typed stays. */
    @Override
    public void loadAnew() {
        show(batches.get(number));
    }

    /** Looks again while the batch runs. */
    private void poll(boolean running) {
        getUI().ifPresent(ui -> {
            if (running && polling == null) {
                ui.setPollInterval(LOOK_AGAIN_MS);
                polling = ui.addPollListener(event -> loadAnew());
            } else if (!running && polling != null) {
                stopPolling();
                ui.setPollInterval(-1);
            }
        });
    }

    @Override
    protected void onAttach(com.vaadin.flow.component.AttachEvent event) {
        // What is shown is at work, even if the run has ended since: the next look says so.
        poll(shownAtWork);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (polling != null) {
            event.getUI().setPollInterval(-1);
            stopPolling();
        }
    }

    private void stopPolling() {
        if (polling != null) {
            polling.remove();
            polling = null;
        }
    }
}

package org.schoolcollab.workflow.running;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.runtime.ProcessInstance;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.inbox.WorkItems;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;

/**
 * Pauses a bid and lets it go on. While it is paused nobody can take a step of it, its steps stand in nobody's queue and its timers wait;
 * those that came due meanwhile happen when it goes on. Deadlines stay as they are.
 */
@UseCase
public class BidPauses {

    /** The most characters of a reason. */
    public static final int REASON_LIMIT = 2000;

    private static final String RUNNING = "under way";
    private static final String PAUSED = "paused";

    private final RuntimeService runtime;
    private final PausedBids paused;
    private final WorkItems items;
    private final BidProgress progress;
    private final AuditTrail audit;
    private final Keepers keepers;
    private final PortalClock clock;

    BidPauses(
            RuntimeService runtime,
            PausedBids paused,
            WorkItems items,
            BidProgress progress,
            AuditTrail audit,
            Keepers keepers,
            PortalClock clock) {
        this.runtime = runtime;
        this.paused = paused;
        this.items = items;
        this.progress = progress;
        this.audit = audit;
        this.keepers = keepers;
        this.clock = clock;
    }

    /**
     * Pauses every process of a bid.
     *
     * @param reason for its history; required
     * @throws PauseRefused if it is paused, or its process has ended
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_PUBLISHER})
    public void pause(BidId bid, String reason) {
        String role = keepers.require();
        progress.lock(bid);
        String why = Texts.reason(REASON_LIMIT, reason);
        List<ProcessInstance> running = running(bid);
        if (running.isEmpty()) {
            throw PauseRefused.ended();
        }
        if (paused.of(bid).isPresent()) {
            throw PauseRefused.already();
        }
        paused.insert(bid, why, keepers.actor().id(), clock.instant());
        running.forEach(process -> runtime.suspendProcessInstanceById(process.getId()));
        items.paused(bid);
        audit.record(Act.onBid(bid.value(), "process.paused", role)
                .with("reason", why)
                .changed("process", RUNNING, PAUSED));
    }

    /**
     * Lets a paused bid go on.
     *
     * @param reason for its history; required
     * @throws PauseRefused if it is not paused
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_PUBLISHER})
    public void resume(BidId bid, String reason) {
        String role = keepers.require();
        progress.lock(bid);
        String why = Texts.reason(REASON_LIMIT, reason);
        if (paused.of(bid).isEmpty()) {
            throw PauseRefused.notPaused();
        }
        paused.delete(bid);
        running(bid).forEach(process -> runtime.activateProcessInstanceById(process.getId()));
        items.resumed(bid);
        audit.record(Act.onBid(bid.value(), "process.resumed", role)
                .with("reason", why)
                .changed("process", PAUSED, RUNNING));
    }

    private List<ProcessInstance> running(BidId bid) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(bid.toString())
                .list();
    }
}

package org.schoolcollab.workflow.running;

import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidRegister;
import org.schoolcollab.bid.BidStatus;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.workflow.BidMigration;
import org.schoolcollab.workflow.DeployedDefinitions;
import org.schoolcollab.workflow.ProcessVariables;
import org.schoolcollab.workflow.gate.Outline;
import org.springframework.transaction.annotation.Transactional;

/** Puts a bid to another step of its process by hand, only where {@link TokenRules} permit it. */
@UseCase
public class BidTokens {

    /** The most characters of a reason. */
    public static final int REASON_LIMIT = 2000;

    /**
     * A step where a bid stands, and where it may be put from there.
     *
     * @param instance the engine's id of the process
     * @param process its name
     * @param stays key of the sentence that says why it may not leave, null where it may
     */
    public record Place(
            String instance,
            String process,
            String step,
            String name,
            List<Target> targets,
            @Nullable String stays) {}

    /** A step to which a bid may be put. */
    public record Target(String step, String name) {}

    private final RuntimeService runtime;
    private final DeployedDefinitions definitions;
    private final BidMigration migration;
    private final BidRegister bids;
    private final BidProgress progress;
    private final AuditTrail audit;
    private final Keepers keepers;

    BidTokens(
            RuntimeService runtime,
            DeployedDefinitions definitions,
            BidMigration migration,
            BidRegister bids,
            BidProgress progress,
            AuditTrail audit,
            Keepers keepers) {
        this.runtime = runtime;
        this.definitions = definitions;
        this.migration = migration;
        this.bids = bids;
        this.progress = progress;
        this.audit = audit;
        this.keepers = keepers;
    }

    /** Where a bid stands, in every process of it that is under way. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_PUBLISHER})
    @Transactional(readOnly = true)
    public List<Place> places(BidId bid) {
        keepers.require();
        BidStatus status = bids.get(bid).status();
        List<Place> places = new ArrayList<>();
        for (ProcessInstance process : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(bid.toString())
                .orderByStartTime()
                .asc()
                .list()) {
            Outline outline = outline(process);
            TokenRules rules = new TokenRules(outline);
            migration
                    .standing(process.getId())
                    .forEach(step -> places.add(new Place(
                            process.getId(),
                            process.getProcessDefinitionName(),
                            step,
                            outline.label(step),
                            rules.targets(step, status).stream()
                                    .map(target -> new Target(target, outline.label(target)))
                                    .toList(),
                            rules.stays(step)
                                    .map(why -> "error.workflow.token." + why.name())
                                    .orElse(null))));
        }
        return places;
    }

    /**
     * Puts a bid to another step. Past a sign-off it goes on as if that had been agreed to.
     *
     * @param instance the engine's id of the process
     * @param from id of the step where it stands
     * @param reason for its history; required
     * @throws TokenRefused if it does not stand there, may not leave or may not be put there
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_PUBLISHER})
    public void move(BidId bid, String instance, String from, String to, String reason) {
        String role = keepers.require();
        BidStatus status = progress.lock(bid).status();
        String why = Texts.reason(REASON_LIMIT, reason);
        ProcessInstance process = runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .processInstanceBusinessKey(bid.toString())
                .singleResult();
        if (process == null || !migration.standing(instance).contains(from)) {
            throw TokenRefused.elsewhere();
        }
        if (process.isSuspended()) {
            throw TokenRefused.paused();
        }
        Outline outline = outline(process);
        TokenRules rules = new TokenRules(outline);
        rules.stays(from).ifPresent(stays -> {
            throw TokenRefused.mayNotLeave(stays, outline.label(from));
        });
        if (!rules.targets(from, status).contains(to)) {
            throw TokenRefused.notPermitted(outline.label(from), outline.label(to));
        }
        audit.record(Act.onBid(bid.value(), "process.tokenMoved", role)
                .with("process", process.getProcessDefinitionName())
                .with("version", process.getProcessDefinitionVersion())
                .with("reason", why)
                .changed("step", outline.label(from), outline.label(to)));
        if (rules.isPastSignOff(from, to)) {
            runtime.setVariable(instance, ProcessVariables.SIGN_OFF.name(), "AGREED");
        }
        runtime.createChangeActivityStateBuilder()
                .processInstanceId(instance)
                .moveActivityIdTo(from, to)
                .changeState();
    }

    private Outline outline(ProcessInstance process) {
        return Outline.of(definitions.bpmn(process.getProcessDefinitionId()).getBytes(StandardCharsets.UTF_8));
    }
}

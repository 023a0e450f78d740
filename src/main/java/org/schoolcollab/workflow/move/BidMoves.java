package org.schoolcollab.workflow.move;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.bid.BidProgress;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.workflow.BidMigration;
import org.schoolcollab.workflow.BidMigration.Instance;
import org.schoolcollab.workflow.DeployedDefinitions;
import org.schoolcollab.workflow.DeployedDefinitions.Version;
import org.schoolcollab.workflow.MoveRefused;
import org.schoolcollab.workflow.StepMapping;
import org.schoolcollab.workflow.gate.Outline;
import org.schoolcollab.workflow.publish.Standing;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Moves bids under way from one version of a process to another: first a dry run, bid by bid, then one transaction for each bid, which
 * can be stopped and resumed. Bids that are not moved finish on their version.
 */
@UseCase
public class BidMoves {

    /** The most characters of a comment. */
    public static final int COMMENT_LIMIT = 2000;

    private final BidMigration migration;
    private final DeployedDefinitions definitions;
    private final Standing standing;
    private final Moves moves;
    private final BidProgress progress;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    BidMoves(
            BidMigration migration,
            DeployedDefinitions definitions,
            Standing standing,
            Moves moves,
            BidProgress progress,
            AuditTrail audit,
            CurrentUser currentUser,
            PortalClock clock) {
        this.migration = migration;
        this.definitions = definitions;
        this.standing = standing;
        this.moves = moves;
        this.progress = progress;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * A plan with the suggested mapping of every step where a bid stands: by id, then by name.
     *
     * @throws org.schoolcollab.shared.NotFound if there is no such version
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_PUBLISHER})
    @Transactional(readOnly = true)
    public MovePlan plan(String key, int from, int to) {
        require();
        Version old = definitions.version(key, from);
        StepMapping steps = mapping(old, definitions.version(key, to));
        return new MovePlan(key, from, to, steps.suggested(standing.of(old).keySet()));
    }

    /** Every step where bids stand, with what may take its place. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_PUBLISHER})
    @Transactional(readOnly = true)
    public List<MovePlan.Place> places(String key, int from, int to) {
        require();
        Version old = definitions.version(key, from);
        Outline before = migration.outline(old);
        Outline after = migration.outline(definitions.version(key, to));
        StepMapping steps = new StepMapping(before, after);
        Map<String, Integer> bids = standing.of(old);
        Set<String> inOrder = new LinkedHashSet<>(before.steps().keySet());
        inOrder.retainAll(bids.keySet());
        List<MovePlan.Place> places = new ArrayList<>();
        inOrder.forEach(step -> places.add(new MovePlan.Place(
                step,
                before.label(step),
                bids.getOrDefault(step, 0),
                steps.targets(step).stream()
                        .map(target -> new MovePlan.Target(target, after.label(target)))
                        .toList())));
        return places;
    }

    /** What would be moved, in the order of the move. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_PUBLISHER})
    @Transactional(readOnly = true)
    public List<Instance> bids(MovePlan plan) {
        require();
        return migration.on(definitions.version(plan.key(), plan.from()));
    }

    /** The dry run of one bid: moves it, in a transaction that is rolled back whatever comes of it. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_PUBLISHER})
    public Trial tryOne(MovePlan plan, Instance instance) {
        require();
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        Version from = definitions.version(plan.key(), plan.from());
        Outline old = migration.outline(from);
        List<String> at =
                migration.standing(instance.id()).stream().map(old::label).toList();
        BidSummary bid = progress.lock(instance.bid());
        try {
            move(plan, instance, null);
            return trial(instance, bid, Trial.Result.CAN_MOVE, at, null);
        } catch (MoveRefused refused) {
            Trial.Result result = refused.isMappingMissing() ? Trial.Result.NEEDS_MAPPING : Trial.Result.CANNOT;
            return trial(instance, bid, result, at, refused);
        }
    }

    private static Trial trial(
            Instance instance, BidSummary bid, Trial.Result result, List<String> at, @Nullable MoveRefused refused) {
        return new Trial(
                instance.id(),
                bid.id(),
                bid.collaborationName(),
                result,
                at,
                refused == null ? null : refused.messageKey(),
                refused == null ? null : argument(refused));
    }

    private static String argument(MoveRefused refused) {
        return refused.arguments().length == 0 ? "" : String.valueOf(refused.arguments()[0]);
    }

    /**
     * Begins a move; {@link MoveRun} takes it bid by bid.
     *
     * @param comment why, for the report; at most {@value #COMMENT_LIMIT} characters
     * @throws NothingToMove where no bid is under way on the old version
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_PUBLISHER})
    public MoveId begin(MovePlan plan, String comment) {
        Actor actor = require();
        String why = Texts.required(COMMENT_LIMIT, "comment", comment);
        definitions.version(plan.key(), plan.to());
        List<Instance> bids = migration.on(definitions.version(plan.key(), plan.from()));
        if (bids.isEmpty() || plan.from() == plan.to()) {
            throw new NothingToMove();
        }
        MoveId id = MoveId.random();
        moves.insert(id, plan, why, bids, actor.id(), clock.instant());
        audit.record(act(plan, "process.moveBegun", actor)
                .with("move", id)
                .with("comment", why)
                .with("bids", bids.size()));
        return id;
    }

    /** The bid whose turn it is; empty where none is left, which ends the move, or where it was stopped. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_PUBLISHER})
    public Optional<Instance> next(MoveId id) {
        Actor actor = require();
        if (moves.status(id) != MoveReport.Status.RUNNING) {
            return Optional.empty();
        }
        Optional<Instance> next = moves.next(id);
        if (next.isEmpty() && moves.lockStatus(id) == MoveReport.Status.RUNNING) {
            moves.becomes(id, MoveReport.Status.DONE);
            audit.record(act(moves.plan(id), "process.moveEnded", actor).with("move", id));
        }
        return next;
    }

    /**
     * Moves one bid of a move, in this transaction; nothing where somebody else did meanwhile.
     *
     * @throws MoveRefused why it stays
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_PUBLISHER})
    public void moveOne(MoveId id, Instance instance) {
        require();
        progress.lock(instance.bid());
        if (moves.lockWaiting(id, instance.id())) {
            move(moves.plan(id), instance, id);
            moves.moved(id, instance.id(), clock.instant());
        }
    }

    /** Keeps why a bid stayed. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_PUBLISHER})
    public void refused(MoveId id, Instance instance, MoveRefused why) {
        Actor actor = require();
        progress.lock(instance.bid());
        if (moves.lockWaiting(id, instance.id())) {
            moves.refused(id, instance.id(), why.messageKey(), argument(why), clock.instant());
            audit.record(Act.onBid(instance.bid().value(), "process.moveRefused", role(actor))
                    .with("move", id)
                    .with("reason", argument(why)));
        }
    }

    private void move(MovePlan plan, Instance instance, @Nullable MoveId id) {
        Version from = definitions.version(plan.key(), plan.from());
        Version to = definitions.version(plan.key(), plan.to());
        migration.move(instance, from, to, plan.mapping());
        audit.record(Act.onBid(instance.bid().value(), "process.moved", role(currentUser.actor()))
                .with("process", from.name())
                .with("move", id)
                .changed("version", from.number(), to.number())
                .changed("definition", from.id(), to.id()));
    }

    /** Stops the move after the bid that is at turn. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_PUBLISHER})
    public void stop(MoveId id) {
        change(id, MoveReport.Status.RUNNING, MoveReport.Status.STOPPED, "process.moveStopped");
    }

    /** Lets a stopped move go on; {@link MoveRun} takes it again. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_PUBLISHER})
    public void resume(MoveId id) {
        change(id, MoveReport.Status.STOPPED, MoveReport.Status.RUNNING, "process.moveResumed");
    }

    private void change(MoveId id, MoveReport.Status from, MoveReport.Status to, String action) {
        Actor actor = require();
        MoveReport.Status now = moves.lockStatus(id);
        if (now == MoveReport.Status.DONE) {
            throw new NothingToMove();
        }
        if (now == from) {
            moves.becomes(id, to);
            audit.record(
                    Act.on("process", moves.plan(id).key(), action, role(actor)).with("move", id));
        }
    }

    /** How far a move is and what became of each bid. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_PUBLISHER, Roles.PROCESS_EDITOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public MoveReport report(MoveId id) {
        return moves.report(id);
    }

    /** All moves of a process, the latest first. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_PUBLISHER, Roles.PROCESS_EDITOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<MoveReport> of(String key) {
        return moves.of(key).stream().map(moves::report).toList();
    }

    private StepMapping mapping(Version from, Version to) {
        return new StepMapping(migration.outline(from), migration.outline(to));
    }

    private Actor require() {
        Actor actor = currentUser.actor();
        actor.require(
                actor.has(Role.ADMINISTRATOR) ? Role.ADMINISTRATOR : Role.PROCESS_PUBLISHER, List.of(Scope.all()));
        return actor;
    }

    private static String role(Actor actor) {
        return actor.has(Role.ADMINISTRATOR) ? Role.ADMINISTRATOR.name() : Role.PROCESS_PUBLISHER.name();
    }

    private static Act act(MovePlan plan, String action, Actor actor) {
        return Act.on("process", plan.key(), action, role(actor))
                .with("from", plan.from())
                .with("to", plan.to());
    }
}

package org.schoolcollab.workflow.dryrun;

import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.Deployment;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.workflow.DeployedDefinitions;
import org.schoolcollab.workflow.DeployedDefinitions.Version;
import org.schoolcollab.workflow.HandedOver;
import org.schoolcollab.workflow.PinnedVersions;
import org.schoolcollab.workflow.RehearsalEngine;
import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.draft.DraftId;
import org.schoolcollab.workflow.draft.ProcessDrafts;
import org.schoolcollab.workflow.gate.Outline;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Tries a draft: a made-up bid goes every path of it, by every answer that people can give and everything that can come between, in the
 * engine and on a made-up clock. What it calls are the versions that the round now open for bids takes. The engine that does it knows no module, and all is rolled back: no bid, task, money, mail or
 * definition comes of it, only the record that the draft was tried. {@link DryRuns} does the three acts in turn.
 */
@UseCase
public class DryRun {

    /** How long one transaction may take. It holds no lock that a bid waits for, but others who try take turns with it. */
    private static final long SLICE_NANOS = 10_000_000_000L;

    private static final String MAIN = "bidLifecycle";

    /** A condition on the second instalment that says nothing before their number is known. */
    private static final Pattern AFTER_MONEY = Pattern.compile("\\$\\{instalments == [12] && !?secondWaits}");

    private final ProcessDrafts drafts;
    private final DeployedDefinitions definitions;
    private final PinnedVersions pinned;
    private final Rounds rounds;
    private final RehearsalEngine engine;
    private final DataSource dataSource;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    DryRun(
            ProcessDrafts drafts,
            DeployedDefinitions definitions,
            PinnedVersions pinned,
            Rounds rounds,
            RehearsalEngine engine,
            DataSource dataSource,
            AuditTrail audit,
            CurrentUser currentUser,
            PortalClock clock) {
        this.drafts = drafts;
        this.definitions = definitions;
        this.pinned = pinned;
        this.rounds = rounds;
        this.engine = engine;
        this.dataSource = dataSource;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Makes ready to try a draft as it was saved last. One that the gate refuses is not tried.
     *
     * @throws org.schoolcollab.shared.NotFound if there is none
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER})
    @Transactional(readOnly = true)
    public Rehearsal prepare(DraftId id) {
        require();
        Draft draft = drafts.draft(id);
        return new Rehearsal(draft, drafts.problems(draft.xml()), clock.instant());
    }

    /**
     * Goes paths for some seconds, in a transaction that is rolled back.
     *
     * @return whether some are left
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER})
    public boolean goOn(Rehearsal rehearsal) {
        require();
        if (rehearsal.isOver()) {
            return false;
        }
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        long begun = System.nanoTime();
        walk(rehearsal, begun + SLICE_NANOS);
        rehearsal.took(System.nanoTime() - begun);
        return !rehearsal.isOver();
    }

    /** Makes the report of what was found, and records that the draft was tried. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER})
    public DryRunReport finish(Rehearsal rehearsal) {
        Actor actor = require();
        Draft draft = rehearsal.draft();
        DryRunReport report = rehearsal.finish();
        audit.record(Act.on("process", draft.key(), "process.tried", role(actor).name())
                .with("draft", draft.id())
                .with("hash", draft.hash())
                .with(
                        "refused",
                        report.refused().isEmpty() ? null : report.refused().size())
                .with("paths", report.paths().size())
                .with("stuck", report.count(Path.End.STUCK)));
        return report;
    }

    private void walk(Rehearsal rehearsal, long until) {
        Draft draft = rehearsal.draft();
        ProcessEngine rehearsing = engine.get();
        Map<String, String> ids = new HashMap<>();
        Map<String, Outline> outlines = new HashMap<>();
        for (Version version : standing()) {
            ids.put(version.key(), version.id());
            outlines.put(version.key(), Outline.of(Walk.bytes(definitions.bpmn(version))));
        }
        engine.learn(ids.values());
        String tried = deploy(rehearsing.getRepositoryService(), draft);
        try {
            ids.put(draft.key(), tried);
            outlines.put(draft.key(), Outline.of(Walk.bytes(draft.xml())));
            String main = ids.containsKey(MAIN) ? MAIN : draft.key();
            boolean given = asksEarly(outlines);
            World world = new World(outlines, ids, rehearsal.reached(), main, given, rehearsal.start());
            Map<String, String> keys = new HashMap<>();
            ids.forEach((key, id) -> keys.put(id, key));
            Map<String, Asked> asked = new HashMap<>();
            outlines.forEach((key, outline) -> asked.put(key, new Asked(outline, key.equals(main))));
            Actors actors = new Actors(
                    rehearsing,
                    new Actors.Script(
                            rehearsal.bid().toString(),
                            world.definitionFor(main),
                            start(rehearsal),
                            given,
                            keys,
                            outlines,
                            asked),
                    world);
            engine.on(world, () -> {
                new Walk(rehearsal, actors, world, DataSourceUtils.getConnection(dataSource), until).go();
                return tried;
            });
        } finally {
            engine.forget(Set.of(tried));
        }
    }

    /** What stands beside the draft: the versions that a bid made today takes. */
    private List<Version> standing() {
        return rounds.takingBids(clock.today())
                .map(round -> pinned.of(round.id()))
                .orElseGet(definitions::latest);
    }

    /** As of a tenant of its own, so that two who try at once do not meet at the number of a version. */
    private static String deploy(RepositoryService repository, Draft draft) {
        Deployment deployment = repository
                .createDeployment()
                .name("rehearsal")
                .tenantId("rehearsal-" + UUID.randomUUID())
                .addBytes(draft.key() + ".bpmn", Walk.bytes(draft.xml()))
                .deploy();
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment.getId())
                .singleResult()
                .getId();
    }

    /** Whether a definition asks whether the second instalment waits before it is known how many there are. */
    private static boolean asksEarly(Map<String, Outline> outlines) {
        return outlines.values().stream()
                .flatMap(outline -> outline.ways().values().stream())
                .map(Outline.Way::condition)
                .anyMatch(condition -> condition.contains("secondWaits")
                        && !AFTER_MONEY.matcher(condition.strip()).matches());
    }

    /** A round that takes bids for four weeks more, with its reports in the next March and October after that. */
    private static HandedOver.AtStart start(Rehearsal rehearsal) {
        LocalDate today = LocalDate.ofInstant(rehearsal.start(), PortalClock.LONDON);
        LocalDate closes = today.plusDays(28);
        LocalDate march = LocalDate.of(closes.plusMonths(10).getYear(), 3, 1);
        LocalDate reports = march.isAfter(closes) ? march : march.plusYears(1);
        return new HandedOver.AtStart(
                Scope.collaboration(rehearsal.bid().value()).groupOf(Role.COLLABORATION_LEAD),
                Scope.district("made-up").groupOf(Role.ADVISER),
                false,
                closes,
                reports,
                reports.withDayOfMonth(31),
                reports.withMonth(10),
                reports.withMonth(10).withDayOfMonth(31));
    }

    private Actor require() {
        Actor actor = currentUser.actor();
        actor.require(role(actor), List.of(Scope.all()));
        return actor;
    }

    private static Role role(Actor actor) {
        return List.of(Role.PROCESS_EDITOR, Role.PROCESS_PUBLISHER).stream()
                .filter(actor::has)
                .findFirst()
                .orElse(Role.ADMINISTRATOR);
    }
}

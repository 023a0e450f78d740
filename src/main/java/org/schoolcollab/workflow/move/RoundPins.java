package org.schoolcollab.workflow.move;

import jakarta.annotation.security.RolesAllowed;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.workflow.DeployedDefinitions;
import org.schoolcollab.workflow.PinnedVersions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** An administrator pins the version of a process for a round: its new bids, and what they call, take that one. */
@UseCase
public class RoundPins {

    private final JdbcClient jdbc;
    private final PinnedVersions pinned;
    private final DeployedDefinitions definitions;
    private final Rounds rounds;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    RoundPins(
            JdbcClient jdbc,
            PinnedVersions pinned,
            DeployedDefinitions definitions,
            Rounds rounds,
            AuditTrail audit,
            CurrentUser currentUser,
            PortalClock clock) {
        this.jdbc = jdbc;
        this.pinned = pinned;
        this.definitions = definitions;
        this.rounds = rounds;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** Pinned versions of a round, by the process's key. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public Map<String, Integer> of(RoundId round) {
        Map<String, Integer> found = new LinkedHashMap<>();
        jdbc.sql("select process_key, version from workflow_pin where round_id = ? order by process_key")
                .param(round.toString())
                .query(row -> {
                    found.put(row.getString(1), row.getInt(2));
                });
        return found;
    }

    /**
     * From now on the round's new bids take this version, whatever is published later. Bids under way stay as they are.
     *
     * @throws org.schoolcollab.shared.NotFound if there is no such version or round
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void pin(RoundId round, String key, int version) {
        Actor actor = require();
        String name = rounds.get(round).name();
        definitions.version(key, version);
        Integer before = pinned.number(round, key).orElse(null);
        jdbc.sql("""
                        insert into workflow_pin (round_id, process_key, version, pinned_by, pinned_at) values (?, ?, ?, ?, ?)
                        on duplicate key update version = values(version), pinned_by = values(pinned_by), pinned_at = values(pinned_at)""")
                .params(round.toString(), key, version, actor.id().toString(), Timestamp.from(clock.instant()))
                .update();
        audit.record(Act.on("process", key, "process.pinned", Roles.ADMINISTRATOR)
                .with("round", name)
                .changed("version", before, version));
    }

    /** The round's new bids take the latest version again. Nothing happens where none is pinned. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void release(RoundId round, String key) {
        require();
        String name = rounds.get(round).name();
        pinned.number(round, key).ifPresent(before -> {
            jdbc.sql("delete from workflow_pin where round_id = ? and process_key = ?")
                    .params(round.toString(), key)
                    .update();
            audit.record(Act.on("process", key, "process.unpinned", Roles.ADMINISTRATOR)
                    .with("round", name)
                    .with("before.version", before));
        });
    }

    private Actor require() {
        Actor actor = currentUser.actor();
        actor.require(Role.ADMINISTRATOR, List.of(Scope.all()));
        return actor;
    }
}

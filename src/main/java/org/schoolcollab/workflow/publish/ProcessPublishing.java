package org.schoolcollab.workflow.publish;

import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.flowable.engine.RepositoryService;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.workflow.DeployedDefinitions;
import org.schoolcollab.workflow.DeployedDefinitions.Version;
import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.draft.DraftId;
import org.schoolcollab.workflow.draft.Drafts;
import org.schoolcollab.workflow.gate.Finding;

/**
 * An editor proposes a draft; somebody else, who had no hand in it, publishes it: the gate judges it once more, the engine gets it by
 * itself, and new bids take it. The way back is an old version proposed anew.
 */
@UseCase
public class ProcessPublishing {

    /** The most characters a comment may have. */
    public static final int COMMENT_LIMIT = 2000;

    private final Drafts drafts;
    private final Publications publications;
    private final DeployedDefinitions definitions;
    private final RepositoryService repository;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    ProcessPublishing(
            Drafts drafts,
            Publications publications,
            DeployedDefinitions definitions,
            RepositoryService repository,
            AuditTrail audit,
            CurrentUser currentUser,
            PortalClock clock) {
        this.drafts = drafts;
        this.publications = publications;
        this.definitions = definitions;
        this.repository = repository;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Puts a draft before the publishers.
     *
     * @param version of the draft that is meant
     * @param comment why, kept with the version; at most {@value #COMMENT_LIMIT} characters
     * @throws NotPublishable if the gate refuses it
     * @throws PublishingRefused if it was edited since, or equals the version in use
     */
    @RolesAllowed(Roles.PROCESS_EDITOR)
    public Draft propose(DraftId id, int version, String comment) {
        Actor editor = require(Role.PROCESS_EDITOR);
        Draft draft = drafts.lockOpen(id);
        requireVersion(draft, version);
        String why = Texts.required(COMMENT_LIMIT, "comment", comment);
        requirePublishable(draft);
        drafts.propose(id, why, editor.id(), clock.instant());
        audit.record(act(draft, "process.proposed", Roles.PROCESS_EDITOR).with("comment", why));
        return drafts.get(id);
    }

    /**
     * Proposes an old version, unchanged, to be published anew.
     *
     * @throws org.schoolcollab.shared.NotFound if there is no such version
     * @throws NotPublishable if the gate would refuse it today
     */
    @RolesAllowed(Roles.PROCESS_EDITOR)
    public Draft rollBack(String key, int version, String comment) {
        Actor editor = require(Role.PROCESS_EDITOR);
        String why = Texts.required(COMMENT_LIMIT, "comment", comment);
        Draft draft = drafts.openedAgain(definitions.version(key, version), editor);
        requirePublishable(draft);
        drafts.propose(draft.id(), why, editor.id(), clock.instant());
        audit.record(act(draft, "process.rollBackProposed", Roles.PROCESS_EDITOR)
                .with("version", version)
                .with("comment", why));
        return drafts.get(draft.id());
    }

    /** Takes a proposal back, to edit the draft again. */
    @RolesAllowed(Roles.PROCESS_EDITOR)
    public void takeBack(DraftId id) {
        require(Role.PROCESS_EDITOR);
        Draft draft = lockProposed(id);
        drafts.becomes(id, Draft.Status.OPEN, null);
        audit.record(act(draft, "process.proposalTakenBack", Roles.PROCESS_EDITOR));
    }

    /**
     * Sends a proposal back to its editors.
     *
     * @param reason what to mend; at most {@value #COMMENT_LIMIT} characters
     */
    @RolesAllowed(Roles.PROCESS_PUBLISHER)
    public void sendBack(DraftId id, String reason) {
        require(Role.PROCESS_PUBLISHER);
        Draft draft = lockProposed(id);
        String why = Texts.reason(COMMENT_LIMIT, reason);
        drafts.becomes(id, Draft.Status.OPEN, why);
        audit.record(
                act(draft, "process.proposalSentBack", Roles.PROCESS_PUBLISHER).with("reason", why));
    }

    /**
     * Publishes a proposed draft: from now on new bids take it, unless their round pins a version.
     *
     * @param version of the draft that was looked at
     * @param replaces number of the version in use that it was compared with, 0 where the process is new
     * @return the new version
     * @throws PublishingRefused if this person edited it, or if draft or version in use are others than were looked at
     * @throws NotPublishable if the gate refuses it now
     */
    @RolesAllowed(Roles.PROCESS_PUBLISHER)
    public Version publish(DraftId id, int version, int replaces) {
        Actor publisher = require(Role.PROCESS_PUBLISHER);
        Draft draft = lockProposed(id);
        drafts.lockProcess(draft.key());
        if (publisher.id().equals(draft.proposedBy()) || drafts.isEditedBy(id, publisher.id())) {
            throw PublishingRefused.ownWork();
        }
        requireVersion(draft, version);
        int inUse = definitions.latest(draft.key()).map(Version::number).orElse(0);
        if (inUse != replaces) {
            throw PublishingRefused.newerVersion(inUse);
        }
        requirePublishable(draft);
        String hashBefore = definitions
                .latest(draft.key())
                .map(definitions::bpmn)
                .map(DeployedDefinitions::hash)
                .orElse(null);
        repository
                .createDeployment()
                .name(draft.name())
                .addBytes(draft.key() + ".bpmn", draft.xml().getBytes(StandardCharsets.UTF_8))
                .deploy();
        Version made = definitions.latest(draft.key()).orElseThrow();
        drafts.becomes(id, Draft.Status.PUBLISHED, null);
        publications.insert(row(draft, made, publisher));
        audit.record(act(draft, "process.published", Roles.PROCESS_PUBLISHER)
                .with("comment", draft.comment())
                .with("editor", draft.proposedByName())
                .changed("version", replaces, made.number())
                .changed("hash", hashBefore, draft.hash()));
        return made;
    }

    private Map<String, Object> row(Draft draft, Version made, Actor publisher) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", UUID.randomUUID());
        row.put("process_key", draft.key());
        row.put("version", made.number());
        row.put("definition_id", made.id());
        row.put("hash", draft.hash());
        row.put("draft_id", draft.id());
        row.put("based_on", draft.basedOn());
        row.put("rolls_back", draft.rollsBack());
        row.put("comment", Objects.requireNonNull(draft.comment()));
        row.put("edited_by", Objects.requireNonNull(draft.proposedBy()));
        row.put("published_by", publisher.id());
        Instant at = clock.instant();
        row.put("published_at", at);
        return row;
    }

    private Draft lockProposed(DraftId id) {
        Draft draft = drafts.lock(id);
        if (draft.status() != Draft.Status.PROPOSED) {
            throw PublishingRefused.notProposed();
        }
        return draft;
    }

    private static void requireVersion(Draft draft, int version) {
        if (draft.version() != version) {
            throw PublishingRefused.changed();
        }
    }

    private void requirePublishable(Draft draft) {
        List<Finding> findings =
                definitions.judge(draft.xml().getBytes(StandardCharsets.UTF_8)).findings();
        if (!findings.isEmpty()) {
            throw new NotPublishable(findings);
        }
        definitions
                .latest(draft.key())
                .filter(version -> definitions.bpmn(version).equals(draft.xml()))
                .ifPresent(version -> {
                    throw PublishingRefused.nothingChanged(version.number());
                });
    }

    private Actor require(Role role) {
        Actor actor = currentUser.actor();
        actor.require(role, List.of(Scope.all()));
        return actor;
    }

    private static Act act(Draft draft, String action, String role) {
        return Act.on("process", draft.key(), action, role)
                .with("draft", draft.id())
                .with("draftHash", draft.hash());
    }
}

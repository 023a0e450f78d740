package org.schoolcollab.workflow.draft;

import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.workflow.DeployedDefinitions;
import org.schoolcollab.workflow.DeployedDefinitions.Version;
import org.schoolcollab.workflow.gate.Finding;
import org.schoolcollab.workflow.gate.ProcessGate;
import org.springframework.transaction.annotation.Transactional;

/**
 * Editors work on drafts of process definitions. A draft may be incomplete and lead astray; it may never hold what the portal does not
 * read, nor an expression it does not know. What is published is untouched by it.
 */
@UseCase
public class ProcessDrafts {

    /** A file to download. */
    public record BpmnFile(String name, String xml) {}

    private final Drafts drafts;
    private final DeployedDefinitions definitions;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;

    ProcessDrafts(
            Drafts drafts,
            DeployedDefinitions definitions,
            AuditTrail audit,
            CurrentUser currentUser,
            PortalClock clock) {
        this.drafts = drafts;
        this.definitions = definitions;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Opens a draft from a published version.
     *
     * @throws NotFound if there is no such version
     */
    @RolesAllowed(Roles.PROCESS_EDITOR)
    public Draft open(String key, int version) {
        requireEditor();
        Version base = definitions.version(key, version);
        return insert(definitions.bpmn(base), version, "process.draftOpened");
    }

    /** Drafts under work, the latest save first. */
    @RolesAllowed({Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<Draft> drafts() {
        return drafts.underWork();
    }

    /**
     * One draft, whatever became of it.
     *
     * @throws NotFound if there is none
     */
    @RolesAllowed({Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public Draft draft(DraftId id) {
        return drafts.get(id);
    }

    /**
     * Saves the draft. Saving what is saved already changes nothing.
     *
     * @param expectedVersion the version the change was made on; that of {@link DraftConflict#theirs()} to overwrite
     * @throws DraftConflict if somebody saved meanwhile
     * @throws DraftNotOpen if it is proposed, published or discarded
     * @throws NoDraft if the portal would not keep such a definition
     * @throws AnotherProcess if it is a definition of another process
     */
    @RolesAllowed(Roles.PROCESS_EDITOR)
    public Draft save(DraftId id, int expectedVersion, String xml) {
        requireEditor();
        Draft before = drafts.lockOpen(id);
        String hash = DeployedDefinitions.hash(xml);
        if (hash.equals(before.hash())) {
            return before;
        }
        if (before.version() != expectedVersion) {
            throw new DraftConflict(before);
        }
        String key = keyOf(xml);
        if (!key.equals(before.key())) {
            throw new AnotherProcess(before.key(), key);
        }
        drafts.save(
                id, ProcessGate.name(bytes(xml)), xml, hash, currentUser.actor().id(), clock.instant());
        audit.record(act(before, "process.draftSaved")
                .with("version", before.version() + 1)
                .changed("hash", before.hash(), hash));
        return drafts.get(id);
    }

    /**
     * Keeps what could not be saved over another's as a draft of its own, based on the same version.
     *
     * @param of the draft it was edited as
     */
    @RolesAllowed(Roles.PROCESS_EDITOR)
    public Draft saveAsNew(DraftId of, String xml) {
        requireEditor();
        Draft source = drafts.get(of);
        String key = keyOf(xml);
        if (!key.equals(source.key())) {
            throw new AnotherProcess(source.key(), key);
        }
        return insert(xml, source.basedOn(), "process.draftOpened");
    }

    /**
     * Gives the draft up. It stays readable by its address and in the audit trail.
     *
     * @throws DraftConflict if somebody saved since this version
     */
    @RolesAllowed(Roles.PROCESS_EDITOR)
    public void discard(DraftId id, int expectedVersion) {
        requireEditor();
        Draft draft = drafts.lockOpen(id);
        if (draft.version() != expectedVersion) {
            throw new DraftConflict(draft);
        }
        drafts.becomes(id, Draft.Status.DISCARDED, null);
        audit.record(act(draft, "process.draftDiscarded").with("hash", draft.hash()));
    }

    /**
     * Makes a draft of a BPMN file; of a process that the portal has, based on its latest version.
     *
     * @param content the whole file, or at least one byte more than {@link ProcessGate#MOST_BYTES} of a larger one
     * @throws NoDraft if the portal would not keep such a definition
     */
    @RolesAllowed(Roles.PROCESS_EDITOR)
    public Draft importFile(byte[] content) {
        requireEditor();
        refuseUnsafe(content);
        String xml = new String(content, StandardCharsets.UTF_8);
        int base = definitions.latest(keyOf(xml)).map(Version::number).orElse(0);
        return insert(xml, base, "process.draftImported");
    }

    /** The draft as a BPMN file. */
    @RolesAllowed({Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public BpmnFile exportFile(DraftId id) {
        Draft draft = drafts.get(id);
        return new BpmnFile(draft.key() + "-draft-" + draft.version() + ".bpmn", draft.xml());
    }

    /** What keeps a definition from being published, beside the latest version of all others; empty where nothing does. */
    @RolesAllowed({Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<Finding> problems(String xml) {
        return definitions.judge(bytes(xml)).findings();
    }

    private Draft insert(String xml, int base, String action) {
        byte[] bytes = bytes(xml);
        String key = keyOf(xml);
        Draft draft = drafts.insert(key, ProcessGate.name(bytes), base, false, xml, currentUser.actor());
        audit.record(act(draft, action).with("basedOn", base).with("hash", draft.hash()));
        return draft;
    }

    private static String keyOf(String xml) {
        byte[] bytes = bytes(xml);
        refuseUnsafe(bytes);
        return ProcessGate.key(bytes).orElseThrow();
    }

    private static void refuseUnsafe(byte[] bytes) {
        List<Finding> unsafe = ProcessGate.unsafe(bytes);
        if (!unsafe.isEmpty()) {
            throw new NoDraft(unsafe);
        }
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private void requireEditor() {
        currentUser.actor().require(Role.PROCESS_EDITOR, List.of(Scope.all()));
    }

    private static Act act(Draft draft, String action) {
        return Act.on("process", draft.key(), action, Roles.PROCESS_EDITOR).with("draft", draft.id());
    }
}

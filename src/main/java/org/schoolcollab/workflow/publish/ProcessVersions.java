package org.schoolcollab.workflow.publish;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.workflow.DeployedDefinitions;
import org.schoolcollab.workflow.DeployedDefinitions.Version;
import org.schoolcollab.workflow.draft.Draft;
import org.schoolcollab.workflow.draft.DraftId;
import org.schoolcollab.workflow.draft.Drafts;
import org.springframework.transaction.annotation.Transactional;

/** The versions of each process with their history, and what differs between any two of them. */
@UseCase
public class ProcessVersions {

    /**
     * One version with its history.
     *
     * @param publication null where it came with the portal
     * @param hash SHA-256 of the definition
     * @param running how many bids are under way on it
     */
    public record Entry(Version version, @Nullable Publication publication, String hash, int running) {}

    private final DeployedDefinitions definitions;
    private final Publications publications;
    private final Drafts drafts;
    private final Standing standing;

    ProcessVersions(DeployedDefinitions definitions, Publications publications, Drafts drafts, Standing standing) {
        this.definitions = definitions;
        this.publications = publications;
        this.drafts = drafts;
        this.standing = standing;
    }

    /**
     * Every version of a process, the latest first.
     *
     * @throws NotFound if no process has this key
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public List<Entry> of(String key) {
        Map<Integer, Publication> published = publications.of(key);
        Map<String, Integer> running = standing.byVersion();
        List<Entry> entries = definitions.versions(key).stream()
                .map(version -> new Entry(
                        version,
                        published.get(version.number()),
                        DeployedDefinitions.hash(definitions.bpmn(version)),
                        running.getOrDefault(version.id(), 0)))
                .toList();
        if (entries.isEmpty()) {
            throw new NotFound();
        }
        return entries;
    }

    /**
     * The BPMN of one version.
     *
     * @throws NotFound if there is no such version
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public String bpmn(String key, int version) {
        return definitions.bpmn(definitions.version(key, version));
    }

    /**
     * What changes from one version to another, with how many bids under way on the first one it concerns.
     *
     * @throws NotFound if there is no such version
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public Difference difference(String key, int from, int to) {
        Version before = definitions.version(key, from);
        return Comparison.of(
                definitions.bpmn(before), definitions.bpmn(definitions.version(key, to)), standing.of(before));
    }

    /** What a draft changes in the version in use; everything is new where the process is. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public Difference difference(DraftId id) {
        Draft draft = drafts.get(id);
        return definitions
                .latest(draft.key())
                .map(inUse -> Comparison.of(definitions.bpmn(inUse), draft.xml(), standing.of(inUse)))
                .orElseGet(() -> Comparison.ofNew(draft.xml()));
    }

    /**
     * What differs between two definitions of which neither needs to be published, as in a conflict of saves.
     *
     * @throws IllegalArgumentException if one of them cannot be read
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.PROCESS_EDITOR, Roles.PROCESS_PUBLISHER, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public Difference between(String before, String after) {
        return Comparison.of(before, after);
    }
}

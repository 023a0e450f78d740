package org.schoolcollab.workflow.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.workflow.DeployedDefinitions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of drafts, for the use cases of drafts and of publishing; checks nobody. */
@Component
public class Drafts {

    private static final String SELECT = """
            select d.id, d.process_key, d.name, d.based_on, d.rolls_back, d.xml, d.hash, d.version, d.status, s.display_name as saved_name,
              d.saved_at, d.comment, d.proposed_by, p.display_name as proposed_name, d.proposed_at, d.sent_back
            from workflow_draft d join security_person s on s.id = d.saved_by left join security_person p on p.id = d.proposed_by
            """;

    private final JdbcClient jdbc;
    private final DeployedDefinitions definitions;
    private final PortalClock clock;

    Drafts(JdbcClient jdbc, DeployedDefinitions definitions, PortalClock clock) {
        this.jdbc = jdbc;
        this.definitions = definitions;
        this.clock = clock;
    }

    /** Drafts that are open or proposed, the latest save first. */
    List<Draft> underWork() {
        return jdbc.sql(SELECT + " where d.status in ('OPEN', 'PROPOSED') order by d.saved_at desc, d.id")
                .query(Drafts::draft)
                .list();
    }

    /**
     * A draft, whatever became of it.
     *
     * @throws NotFound if there is none
     */
    public Draft get(DraftId id) {
        return jdbc.sql(SELECT + " where d.id = ?")
                .param(id.toString())
                .query(Drafts::draft)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Like {@link #get}, and locks its row. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Draft lock(DraftId id) {
        return jdbc.sql(SELECT + " where d.id = ? for update")
                .param(id.toString())
                .query(Drafts::draft)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * Like {@link #lock}, of a draft that is being edited.
     *
     * @throws DraftNotOpen if it is proposed, published or discarded
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Draft lockOpen(DraftId id) {
        Draft draft = lock(id);
        if (draft.status() != Draft.Status.OPEN) {
            throw new DraftNotOpen(draft.status());
        }
        return draft;
    }

    /** Keeps any other draft of this process from being published at the same time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockProcess(String key) {
        jdbc.sql("select id from workflow_draft where process_key = ? and status = 'PROPOSED' order by id for update")
                .param(key)
                .query(String.class)
                .list();
    }

    /** An old version as a new draft, to be proposed unchanged. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Draft openedAgain(DeployedDefinitions.Version version, Actor by) {
        return insert(version.key(), version.name(), version.number(), true, definitions.bpmn(version), by);
    }

    Draft insert(String key, String name, int basedOn, boolean rollsBack, String xml, Actor by) {
        Draft draft = new Draft(
                DraftId.random(),
                key,
                name,
                basedOn,
                rollsBack,
                xml,
                DeployedDefinitions.hash(xml),
                1,
                Draft.Status.OPEN,
                by.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                null,
                null,
                null,
                null);
        insert(draft, by.id());
        return draft;
    }

    private void insert(Draft draft, PersonId by) {
        Timestamp at = Timestamp.from(draft.savedAt());
        jdbc.sql("""
                        insert into workflow_draft (id, process_key, name, based_on, rolls_back, xml, hash, version, status, opened_by,
                          opened_at, saved_by, saved_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        draft.id().toString(),
                        draft.key(),
                        draft.name(),
                        draft.basedOn(),
                        draft.rollsBack(),
                        draft.xml(),
                        draft.hash(),
                        draft.version(),
                        draft.status().name(),
                        by.toString(),
                        at,
                        by.toString(),
                        at)
                .update();
        editedBy(draft.id(), by);
    }

    void save(DraftId id, String name, String xml, String hash, PersonId by, Instant at) {
        jdbc.sql("""
                        update workflow_draft set name = ?, xml = ?, hash = ?, version = version + 1, rolls_back = false, saved_by = ?,
                          saved_at = ? where id = ?""")
                .params(name, xml, hash, by.toString(), Timestamp.from(at), id.toString())
                .update();
        editedBy(id, by);
    }

    private void editedBy(DraftId id, PersonId by) {
        jdbc.sql("insert into workflow_draft_editor (draft_id, person_id) values (?, ?)"
                        + " on duplicate key update person_id = person_id")
                .params(id.toString(), by.toString())
                .update();
    }

    /** Whether this person opened or saved the draft, ever. */
    public boolean isEditedBy(DraftId id, PersonId person) {
        return jdbc.sql("select count(*) from workflow_draft_editor where draft_id = ? and person_id = ?")
                        .params(id.toString(), person.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The draft waits for a publisher. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void propose(DraftId id, String comment, PersonId by, Instant at) {
        jdbc.sql("""
                        update workflow_draft set status = 'PROPOSED', comment = ?, proposed_by = ?, proposed_at = ?, sent_back = null
                        where id = ?""")
                .params(comment, by.toString(), Timestamp.from(at), id.toString())
                .update();
        editedBy(id, by);
    }

    /** The draft is edited again, is published, or given up. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void becomes(DraftId id, Draft.Status status, @Nullable String sentBack) {
        jdbc.sql("update workflow_draft set status = ?, sent_back = ? where id = ?")
                .params(Arrays.asList(status.name(), sentBack, id.toString()))
                .update();
    }

    private static Draft draft(ResultSet row, int n) throws SQLException {
        String proposedBy = row.getString("proposed_by");
        Timestamp proposedAt = row.getTimestamp("proposed_at");
        return new Draft(
                DraftId.of(row.getString("id")),
                row.getString("process_key"),
                row.getString("name"),
                row.getInt("based_on"),
                row.getBoolean("rolls_back"),
                row.getString("xml"),
                row.getString("hash"),
                row.getInt("version"),
                Draft.Status.valueOf(row.getString("status")),
                row.getString("saved_name"),
                row.getTimestamp("saved_at").toInstant(),
                row.getString("comment"),
                proposedBy == null ? null : PersonId.of(proposedBy),
                row.getString("proposed_name"),
                proposedAt == null ? null : proposedAt.toInstant(),
                row.getString("sent_back"));
    }
}

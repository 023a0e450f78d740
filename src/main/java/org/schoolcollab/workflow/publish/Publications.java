package org.schoolcollab.workflow.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import org.schoolcollab.audit.SealedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of publications: written once, sealed by the audit trail. */
@Component
class Publications {

    private final JdbcClient jdbc;
    private final SealedRows sealed;

    Publications(JdbcClient jdbc, SealedRows sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    void insert(Map<String, Object> columns) {
        sealed.insert("workflow_publication", columns);
    }

    /** Publications of one process, by the version they made. */
    Map<Integer, Publication> of(String key) {
        Map<Integer, Publication> found = new LinkedHashMap<>();
        jdbc.sql("""
                        select p.version, p.hash, p.based_on, p.rolls_back, p.comment, e.display_name as edited_name,
                          b.display_name as published_name, p.published_at
                        from workflow_publication p join security_person e on e.id = p.edited_by
                          join security_person b on b.id = p.published_by
                        where p.process_key = ? order by p.version desc""")
                .param(key)
                .query((row, n) -> new Publication(
                        row.getInt("version"),
                        row.getString("hash"),
                        row.getInt("based_on"),
                        row.getBoolean("rolls_back"),
                        row.getString("comment"),
                        row.getString("edited_name"),
                        row.getString("published_name"),
                        row.getTimestamp("published_at").toInstant()))
                .list()
                .forEach(publication -> found.put(publication.version(), publication));
        return found;
    }
}

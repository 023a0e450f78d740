package org.schoolcollab.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.schoolcollab.audit.AuditQueries.Entry;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Turns rows of audit_record into entries. */
@Component
class AuditRows {

    static final String SELECT =
            "select id, at, person_name, role, action, subject_type, subject_id, bid_id, details, stream, position, hash from audit_record";

    private final ObjectMapper json;

    AuditRows(ObjectMapper json) {
        this.json = json;
    }

    Entry entry(ResultSet row, int n) throws SQLException {
        String bid = row.getString("bid_id");
        return new Entry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("person_name"),
                row.getString("role"),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                bid == null ? null : UUID.fromString(bid),
                json.readValue(row.getString("details"), new TypeReference<Map<String, String>>() {}),
                row.getString("stream"),
                row.getLong("position"),
                row.getString("hash"));
    }
}

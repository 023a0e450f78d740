package org.schoolcollab.audit;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.UseCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Reads the audit trail. */
@UseCase
public class AuditQueries {

    /** One record, newest first in lists. Times in UTC; {@code position} counts within its stream, {@code hash} is its own. */
    public record Entry(
            long id,
            Instant at,
            String personName,
            String role,
            String action,
            String subjectType,
            String subjectId,
            @Nullable UUID bidId,
            Map<String, String> details,
            String stream,
            long position,
            String hash) {}

    /**
     * What to show; a null means all. {@code person} is found in the person's name, {@code text} in names, ids and details.
     *
     * @param from first moment, in
     * @param to last moment, out
     */
    public record Filter(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String action,
            @Nullable String person,
            @Nullable String text) {}

    private final JdbcClient jdbc;
    private final AuditRows rows;

    AuditQueries(JdbcClient jdbc, AuditRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** A page of records, newest first, older than {@code before} where given (the id of the last one seen). */
    @RolesAllowed({Roles.AUDITOR, Roles.ADMINISTRATOR})
    @Transactional(readOnly = true)
    public List<Entry> page(Filter filter, @Nullable Long before, int size) {
        StringBuilder sql = new StringBuilder(AuditRows.SELECT + " where 1 = 1");
        List<Object> params = new ArrayList<>();
        if (before != null) {
            sql.append(" and id < ?");
            params.add(before);
        }
        if (filter.from() != null) {
            sql.append(" and at >= ?");
            params.add(java.sql.Timestamp.from(filter.from()));
        }
        if (filter.to() != null) {
            sql.append(" and at < ?");
            params.add(java.sql.Timestamp.from(filter.to()));
        }
        if (filter.action() != null) {
            sql.append(" and action = ?");
            params.add(filter.action());
        }
        contains(sql, params, "person_name", filter.person());
        contains(sql, params, "concat_ws(' ', person_name, subject_id, details)", filter.text());
        sql.append(" order by id desc limit ").append(Math.clamp(size, 1, 500));
        return jdbc.sql(sql.toString()).params(params).query(rows::entry).list();
    }

    private static void contains(StringBuilder sql, List<Object> params, String where, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            sql.append(" and locate(lower(?), lower(").append(where).append(")) > 0");
            params.add(text.strip());
        }
    }

    /** The actions that occur in the trail, for the filter. */
    @RolesAllowed({Roles.AUDITOR, Roles.ADMINISTRATOR})
    @Transactional(readOnly = true)
    public List<String> actions() {
        return jdbc.sql("select distinct action from audit_record order by action")
                .query(String.class)
                .list();
    }
}

package org.schoolcollab.bid.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.PlanDraft;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Keeps the draft of each bid's plan as one document: read and written whole, whatever its size, by one statement each. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PlanStore {

    /**
     * A draft as it is stored.
     *
     * @param version counts the saves
     * @param last who saved it, and when
     */
    public record Stored(int version, PlanFields fields, PlanTraces traces, PlanTraces.Trace last) {}

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    PlanStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A new bid's empty plan. */
    public void begin(BidId bid, PersonId by, Instant now) {
        jdbc.sql(
                        "insert into bid_plan (bid_id, version, content, traces, saved_at, saved_by) values (?, 1, ?, ?, ?, ?)")
                .params(
                        bid.toString(),
                        json.writeValueAsString(PlanFields.empty()),
                        json.writeValueAsString(PlanTraces.none()),
                        Timestamp.from(now),
                        by.toString())
                .update();
    }

    /** @throws NotFound if the bid has no plan */
    public PlanDraft load(BidId bid) {
        Stored stored = read(bid);
        return stored.fields().draft(stored.version());
    }

    /** @throws NotFound if the bid has no plan */
    public Stored read(BidId bid) {
        return jdbc.sql("select version, content, traces, saved_by, saved_at from bid_plan where bid_id = ?")
                .param(bid.toString())
                .query((row, n) -> stored(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getInt("version"),
                json.readValue(row.getString("content"), PlanFields.class),
                json.readValue(row.getString("traces"), PlanTraces.class),
                new PlanTraces.Trace(
                        row.getString("saved_by"), row.getTimestamp("saved_at").toInstant()));
    }

    /** Names of people by id. */
    public Map<String, String> names(Set<String> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select id, display_name from security_person where id in (:people)")
                .param("people", people)
                .query(row -> {
                    names.put(row.getString("id"), row.getString("display_name"));
                });
        return names;
    }

    /** Puts these fields in place of a draft that was read under the lock of its bid. */
    public void replace(BidId bid, PlanFields fields, PlanTraces traces, PersonId by, Instant now) {
        jdbc.sql("""
                        update bid_plan set content = ?, traces = ?, version = version + 1, saved_at = ?, saved_by = ?
                        where bid_id = ?""")
                .params(
                        json.writeValueAsString(fields),
                        json.writeValueAsString(traces),
                        Timestamp.from(now),
                        by.toString(),
                        bid.toString())
                .update();
    }
}

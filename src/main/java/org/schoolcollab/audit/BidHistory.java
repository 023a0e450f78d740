package org.schoolcollab.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolcollab.audit.AuditQueries.Entry;
import org.schoolcollab.security.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The records of one bid, oldest first, for its history. Not a use case: whoever shows it has checked that the person may see the bid. */
@Component
public class BidHistory {

    private final JdbcClient jdbc;
    private final AuditRows rows;

    BidHistory(JdbcClient jdbc, AuditRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    public List<Entry> of(UUID bidId) {
        return jdbc.sql(AuditRows.SELECT + " where bid_id = ? order by id")
                .param(bidId.toString())
                .query(rows::entry)
                .list();
    }

    /**
     * In which role a person did something to the bid, whatever they are today: of their acts of this name the first one that was
     * recorded at this moment or after it. Empty where there is none.
     *
     * @param action like {@link Act#action}
     * @param done when it was done, in UTC; an act is recorded after it is done
     */
    @Transactional(readOnly = true)
    public Optional<String> roleIn(UUID bidId, String action, PersonId person, Instant done) {
        return jdbc.sql("""
                        select role from audit_record where bid_id = ? and action = ? and person_id = ? and at >= ?
                        order by id limit 1""")
                .params(bidId.toString(), action, person.toString(), Timestamp.from(done))
                .query(String.class)
                .optional();
    }
}

package org.schoolcollab.audit;

import java.util.List;
import java.util.UUID;
import org.schoolcollab.audit.AuditQueries.Entry;
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
}

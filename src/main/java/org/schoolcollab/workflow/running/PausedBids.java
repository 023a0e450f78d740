package org.schoolcollab.workflow.running;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.security.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which bids are paused, by whom and why. Not a use case: whoever shows it has checked that the person may see the bid. */
@Component
public class PausedBids {

    /** @param by name of who paused it */
    public record Pause(String reason, String by, Instant at) {}

    private final JdbcClient jdbc;

    PausedBids(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The pause of a bid; empty where it goes on. */
    @Transactional(readOnly = true)
    public Optional<Pause> of(BidId bid) {
        return jdbc.sql("""
                        select w.reason, p.display_name, w.paused_at from workflow_pause w
                          join security_person p on p.id = w.paused_by where w.bid_id = ?""")
                .param(bid.toString())
                .query((row, n) -> new Pause(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .optional();
    }

    void insert(BidId bid, String reason, PersonId by, Instant at) {
        jdbc.sql("insert into workflow_pause (bid_id, reason, paused_by, paused_at) values (?, ?, ?, ?)")
                .params(bid.toString(), reason, by.toString(), Timestamp.from(at))
                .update();
    }

    void delete(BidId bid) {
        jdbc.sql("delete from workflow_pause where bid_id = ?")
                .param(bid.toString())
                .update();
    }
}

package org.schoolcollab.board.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.SealedRows;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.security.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where it is kept that a board sent a bid back or passed it on. */
@Component
public class Referrals {

    /** One of them. */
    public record Kept(
            String kind,
            String fromArea,
            @Nullable String toArea,
            String words,
            PersonId by,
            String byName,
            Instant at) {

        public boolean isDeferral() {
            return "DEFERRED".equals(kind);
        }
    }

    private final JdbcClient jdbc;
    private final SealedRows sealed;

    Referrals(JdbcClient jdbc, SealedRows sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void deferred(BidSummary bid, String questions, PersonId by, Instant now) {
        add(bid, "DEFERRED", null, questions, by, now);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void passed(BidSummary bid, String toArea, String reason, PersonId by, Instant now) {
        add(bid, "PASSED", toArea, reason, by, now);
    }

    private void add(BidSummary bid, String kind, @Nullable String toArea, String words, PersonId by, Instant now) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", UUID.randomUUID());
        row.put("bid_id", bid.id());
        row.put("revision", bid.revision());
        row.put("kind", kind);
        row.put("from_area", bid.boardAreaCode());
        row.put("to_area", toArea);
        row.put("words", words);
        row.put("referred_by", by);
        row.put("referred_at", now);
        sealed.insert("board_referral", row);
    }

    /** Newest first, with the names of areas. */
    @Transactional(readOnly = true)
    public List<Kept> of(BidId bid) {
        return jdbc.sql("""
                        select r.kind, f.name as from_name, t.name as to_name, r.words, r.referred_by, p.display_name, r.referred_at
                        from board_referral r join security_person p on p.id = r.referred_by
                          join establishment_area f on f.code = r.from_area
                          left join establishment_area t on t.code = r.to_area
                        where r.bid_id = ? order by r.referred_at desc, r.id""")
                .param(bid.toString())
                .query((row, n) -> new Kept(
                        row.getString("kind"),
                        row.getString("from_name"),
                        row.getString("to_name"),
                        row.getString("words"),
                        PersonId.of(row.getString("referred_by")),
                        row.getString("display_name"),
                        row.getTimestamp("referred_at").toInstant()))
                .list();
    }
}

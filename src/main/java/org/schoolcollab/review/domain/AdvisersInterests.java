package org.schoolcollab.review.domain;

import org.schoolcollab.bid.BidId;
import org.schoolcollab.review.DeclaredInterests;
import org.schoolcollab.security.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Interests that advisers declared. */
@Component
class AdvisersInterests implements DeclaredInterests {

    private final JdbcClient jdbc;

    AdvisersInterests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean has(BidId bid, PersonId person) {
        return jdbc.sql("select count(*) from review_interest where bid_id = ? and person_id = ?")
                        .params(bid.toString(), person.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}

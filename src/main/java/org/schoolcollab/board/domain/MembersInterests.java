package org.schoolcollab.board.domain;

import org.schoolcollab.bid.BidId;
import org.schoolcollab.review.DeclaredInterests;
import org.schoolcollab.security.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Interests that members of boards declared, before a ballot or on one. */
@Component
class MembersInterests implements DeclaredInterests {

    private final JdbcClient jdbc;

    MembersInterests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean has(BidId bid, PersonId person) {
        return jdbc.sql("""
                        select (select count(*) from board_ballot_member m join board_ballot b on b.id = m.ballot_id
                                where b.bid_id = :bid and m.person_id = :person and m.interest = 'DECLARED')
                          + (select count(*) from board_interest where bid_id = :bid and person_id = :person)""")
                        .param("bid", bid.toString())
                        .param("person", person.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}

package org.schoolcollab.board;

import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.PartTakers;
import org.schoolcollab.security.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever opened or ended a ballot on a bid, voted on it, gave the casting vote or referred it holds no other side of its checks. */
@Component
class Voters implements PartTakers {

    private final JdbcClient jdbc;

    Voters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean tookPart(BidId bid, PersonId person) {
        return jdbc
                .sql("""
                        select count(*) from board_ballot b left join board_vote v on v.ballot_id = b.id and v.person_id = :person
                        where b.bid_id = :bid and (v.id is not null or b.casting_by = :person or b.opened_by = :person
                          or b.ended_by = :person)
                        union all
                        select count(*) from board_referral where bid_id = :bid and referred_by = :person""")
                .param("bid", bid.toString())
                .param("person", person.toString())
                .query(Integer.class)
                .list()
                .stream()
                .anyMatch(found -> found > 0);
    }
}

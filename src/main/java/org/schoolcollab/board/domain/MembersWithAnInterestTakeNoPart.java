package org.schoolcollab.board.domain;

import java.util.Optional;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.review.Interest;
import org.schoolcollab.review.InterestsFollowFromData;
import org.schoolcollab.security.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The policy that keeps a person out of a decision (rule 1 of the domain): an interest follows from data as it is now, or was declared,
 * before a ballot or on one.
 */
@Component
public class MembersWithAnInterestTakeNoPart {

    private final InterestsFollowFromData fromData;
    private final JdbcClient jdbc;

    MembersWithAnInterestTakeNoPart(InterestsFollowFromData fromData, JdbcClient jdbc) {
        this.fromData = fromData;
        this.jdbc = jdbc;
    }

    /** Why this person takes no part in the decision on this bid; empty where nothing is known against it. */
    @Transactional(readOnly = true)
    public Optional<Interest> of(PersonId person, BidSummary bid) {
        return fromData.of(person, bid).or(() -> declared(person, bid));
    }

    private Optional<Interest> declared(PersonId person, BidSummary bid) {
        int declared = jdbc.sql("""
                        select (select count(*) from board_ballot_member m join board_ballot b on b.id = m.ballot_id
                                where b.bid_id = :bid and m.person_id = :person and m.interest = 'DECLARED')
                          + (select count(*) from board_interest where bid_id = :bid and person_id = :person)""")
                .param("bid", bid.id().toString())
                .param("person", person.toString())
                .query(Integer.class)
                .single();
        return declared > 0 ? Optional.of(Interest.DECLARED) : Optional.empty();
    }
}

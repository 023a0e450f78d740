package org.schoolcollab.board;

import java.util.Optional;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.ConditionsOfAward;
import org.schoolcollab.bid.InstalmentsOfAward;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On what terms a board agreed a bid, from the recorded decision: none of its conditions is as good as any. */
@Component
@Order(0)
class TermsOfDecision implements ConditionsOfAward, InstalmentsOfAward {

    private final JdbcClient jdbc;

    TermsOfDecision(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> conditionsOf(BidId bid) {
        return jdbc.sql("select conditions from board_decision where bid_id = ? and outcome = 'APPROVED'")
                .param(bid.toString())
                .query(String.class)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Integer> firstPercentOf(BidId bid) {
        return jdbc.sql("""
                        select first_percent from board_decision
                        where bid_id = ? and outcome = 'APPROVED' and first_percent is not null""").param(bid.toString()).query(Integer.class).optional();
    }
}

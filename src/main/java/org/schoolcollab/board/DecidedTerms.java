package org.schoolcollab.board;

import java.util.Optional;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.DecisionTerms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the terms of an award from the recorded decision. */
@Component
class DecidedTerms implements DecisionTerms {

    private final JdbcClient jdbc;

    DecidedTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Terms> of(BidId bid) {
        return jdbc.sql("select conditions, first_percent from board_decision where bid_id = ? and outcome = 'APPROVED'")
                .param(bid.toString())
                .query((row, n) -> {
                    int percent = row.getInt("first_percent");
                    return new Terms(row.getString("conditions"), row.wasNull() ? null : percent);
                })
                .optional();
    }
}

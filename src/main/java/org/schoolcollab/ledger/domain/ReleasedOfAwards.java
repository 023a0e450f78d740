package org.schoolcollab.ledger.domain;

import java.util.Optional;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.ReleasedMoney;
import org.schoolcollab.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the case page what is released of its award. */
@Component
class ReleasedOfAwards implements ReleasedMoney {

    private final JdbcClient jdbc;

    ReleasedOfAwards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Money> releasedOf(BidId bid) {
        return sum("released_pence", bid);
    }

    @Override
    public Optional<Money> returnedOf(BidId bid) {
        return sum("returned_pence + clawed_back_pence", bid);
    }

    private Optional<Money> sum(String pence, BidId bid) {
        return jdbc.sql("select " + pence + " from ledger_award where bid_id = ?")
                .param(bid.toString())
                .query(Long.class)
                .optional()
                .map(Money::ofPence);
    }
}

package org.schoolcollab.bid;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.schoolcollab.shared.Money;

/**
 * Sums over bids.
 *
 * @param count how many bids
 * @param recommended of those that have a recommendation
 * @param agreed of those that a board agreed
 */
public record BidSums(int count, Money requested, Money guide, Money matched, Money recommended, Money agreed) {

    static final String SELECT = """
            select count(*), coalesce(sum(b.requested_pence), 0), coalesce(sum(b.guide_pence), 0), coalesce(sum(b.matched_pence), 0),
              coalesce(sum(b.recommended_pence), 0), coalesce(sum(b.agreed_pence), 0)
            from bid_bid b join collaboration_collaboration c on c.id = b.collaboration_id""";

    static BidSums row(ResultSet row, int n) throws SQLException {
        return new BidSums(
                row.getInt(1),
                Money.ofPence(row.getLong(2)),
                Money.ofPence(row.getLong(3)),
                Money.ofPence(row.getLong(4)),
                Money.ofPence(row.getLong(5)),
                Money.ofPence(row.getLong(6)));
    }
}

package org.schoolcollab.ledger.domain;

/** How a payment leads to what it was paid for, for all who read both. */
public final class PaidFor {

    /**
     * Payments {@code r} with their instalment {@code i}, award {@code w}, bid {@code b}, round {@code n}, collaboration {@code c} and
     * area {@code a}; {@code v} is the reversal, null where the payment stands.
     */
    public static final String FROM = """
            from ledger_release r
              join ledger_instalment i on i.id = r.instalment_id
              join ledger_award w on w.id = i.award_id
              join bid_bid b on b.id = w.bid_id
              join programme_round n on n.id = b.round_id
              join collaboration_collaboration c on c.id = b.collaboration_id
              join establishment_area a on a.code = b.area_code
              left join ledger_reversal v on v.release_id = r.id
            """;

    private PaidFor() {}
}

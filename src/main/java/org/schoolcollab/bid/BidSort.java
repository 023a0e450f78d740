package org.schoolcollab.bid;

/** What lists of bids are sorted by; bids that are equal in it, by name and id. */
public enum BidSort {
    COLLABORATION("c.name"),
    ROUND("r.name"),
    AREA("a.name"),
    STATUS("field(b.status, 'DRAFTING', 'RETURNED', 'IN_REVIEW', 'BEFORE_BOARD', 'AWARDED', 'IN_DELIVERY', 'CLOSED',"
            + " 'REFUSED', 'WITHDRAWN')"),
    REQUESTED("b.requested_pence"),
    RECOMMENDED("coalesce(b.recommended_pence, -1)"),
    AGREED("coalesce(b.agreed_pence, -1)"),
    SUBMITTED("coalesce(b.submitted_at, '9999-12-31')");

    private final String sql;

    BidSort(String sql) {
        this.sql = sql;
    }

    String orderBy(boolean descending) {
        return " order by " + sql + (descending ? " desc" : "") + ", c.name, b.id";
    }
}

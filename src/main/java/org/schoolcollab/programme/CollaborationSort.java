package org.schoolcollab.programme;

/** What the list of collaborations is sorted by; those equal in it, by name. */
public enum CollaborationSort {
    NAME("c.name"),
    AREA("coalesce(a.name, '~')"),
    DISTRICT("coalesce(d.name, '~')"),
    CONTINUING("field(c.continuing, 'YES', 'NO', 'TBC', 'NA')"),
    SCHOOLS("schools"),
    SHARE("good_tenths"),
    MONEY("pence");

    private final String sql;

    CollaborationSort(String sql) {
        this.sql = sql;
    }

    String orderBy(boolean descending) {
        return " order by " + sql + (descending ? " desc" : "") + ", c.name, c.id";
    }
}

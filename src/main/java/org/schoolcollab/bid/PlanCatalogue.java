package org.schoolcollab.bid;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The priorities (§10, §23, §24) and activities (§26) that plans choose from. Published facts: checks nobody. */
@Component
public class PlanCatalogue {

    public enum Kind {
        PRIORITY,
        ACTIVITY
    }

    /**
     * One entry.
     *
     * @param source the paragraph of the report, e.g. {@code §26}
     */
    public record Entry(String code, Kind kind, String label, String source) {}

    private final JdbcClient jdbc;

    PlanCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the report. */
    @Transactional(readOnly = true)
    public List<Entry> entries(Kind kind) {
        return jdbc.sql("select code, kind, label, source from bid_catalogue where kind = ? order by position")
                .param(kind.name())
                .query((row, n) -> new Entry(
                        row.getString("code"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("label"),
                        row.getString("source")))
                .list();
    }

    /** Labels by code. */
    @Transactional(readOnly = true)
    public Map<String, String> labels(Kind kind) {
        return entries(kind).stream().collect(Collectors.toMap(Entry::code, Entry::label));
    }
}

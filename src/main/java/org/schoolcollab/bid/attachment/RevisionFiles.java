package org.schoolcollab.bid.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.schoolcollab.audit.SealedRows;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.PlanFile;
import org.schoolcollab.shared.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The files that a plan had when it was kept. With what a plan was once submitted can be opened for good. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RevisionFiles {

    static final String COLUMNS = "a.id, a.bid_id, a.name, a.kind, a.size, a.sha256, p.display_name, a.added_at";

    /** Files as a, who added them as p, and their removal as r. */
    static final String FROM = """
            from bid_attachment a join security_person p on p.id = a.added_by
              left join bid_attachment_removal r on r.attachment_id = a.id""";

    private static final String OLDEST_FIRST = " order by a.added_at, a.id";

    /** Whether revision v had file a. Of a revision from before files were kept with it, the moments say so. */
    private static final String HAD = """
            (exists (select 1 from bid_plan_revision_file f
                where f.bid_id = v.bid_id and f.number = v.number and f.attachment_id = a.id)
              or (a.added_at <= v.kept_at and (r.removed_at is null or r.removed_at > v.kept_at)
                and not exists (select 1 from bid_plan_revision_school s
                  where s.bid_id = v.bid_id and s.number = v.number)))""";

    /** Whether file a is there, or the plan was submitted with it. */
    private static final String OPENS = """
            (r.attachment_id is null or exists (
                select 1 from bid_plan_revision v where v.bid_id = a.bid_id and v.kind = 'SUBMITTED' and""" + HAD + "))";

    private final SealedRows sealed;
    private final JdbcClient jdbc;

    RevisionFiles(SealedRows sealed, JdbcClient jdbc) {
        this.sealed = sealed;
        this.jdbc = jdbc;
    }

    /** Keeps with a revision which files the plan has now. The caller has locked the bid and records the act afterwards. */
    public void keep(BidId bid, int number) {
        List<Map<String, Object>> rows = new ArrayList<>();
        now(bid).forEach(one -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("bid_id", bid);
            row.put("number", number);
            row.put("attachment_id", one.file().id());
            row.put("sha256", one.file().sha256());
            rows.add(row);
        });
        sealed.insertAll("bid_plan_revision_file", rows);
    }

    /** The files that the plan has now, the oldest first. */
    public List<PlanFile> now(BidId bid) {
        return jdbc.sql("select " + COLUMNS + " " + FROM + " where a.bid_id = ? and r.attachment_id is null"
                        + OLDEST_FIRST)
                .param(bid.toString())
                .query((row, n) -> new PlanFile(attachment(row, n), true))
                .list();
    }

    /** The files of each revision by its number, the oldest first; revisions without one are left out. */
    public Map<Integer, List<PlanFile>> kept(BidId bid) {
        Map<Integer, List<PlanFile>> kept = new LinkedHashMap<>();
        jdbc.sql("select v.number, " + COLUMNS + "," + OPENS + " as opens "
                        + FROM + " join bid_plan_revision v on v.bid_id = a.bid_id where a.bid_id = ? and" + HAD
                        + OLDEST_FIRST)
                .param(bid.toString())
                .query((row, n) -> kept.computeIfAbsent(row.getInt("number"), number -> new ArrayList<>())
                        .add(new PlanFile(attachment(row, n), row.getBoolean("opens"))))
                .list();
        return kept;
    }

    /**
     * A file that may be read: it is there, or the plan was submitted with it.
     *
     * @throws NotFound if there is none
     */
    Attachment readable(UUID id) {
        return jdbc.sql("select " + COLUMNS + " " + FROM + " where a.id = ? and" + OPENS)
                .param(id.toString())
                .query(RevisionFiles::attachment)
                .optional()
                .orElseThrow(NotFound::new);
    }

    static Attachment attachment(ResultSet row, int n) throws SQLException {
        return new Attachment(
                UUID.fromString(row.getString("id")),
                BidId.of(row.getString("bid_id")),
                row.getString("name"),
                FileKind.valueOf(row.getString("kind")),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("display_name"),
                row.getTimestamp("added_at").toInstant());
    }
}

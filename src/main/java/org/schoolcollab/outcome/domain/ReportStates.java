package org.schoolcollab.outcome.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.outcome.OutcomeProcess.Kind;
import org.schoolcollab.outcome.ReportState;
import org.schoolcollab.outcome.ReportStatus;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.ChangedMeanwhile;
import org.schoolcollab.shared.PortalClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The states of the reports. The bid's row is locked by whoever changes one. */
@Component
public class ReportStates {

    private final JdbcClient jdbc;
    private final PortalClock clock;

    ReportStates(JdbcClient jdbc, PortalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static String table(Kind kind) {
        return kind == Kind.MARCH ? "outcome_march_report" : "outcome_october_report";
    }

    public ReportState of(BidId bid, Kind kind) {
        return jdbc.sql("select r.*, s.display_name as submitter, d.display_name as decider from " + table(kind)
                        + " r left join security_person s on s.id = r.submitted_by"
                        + " left join security_person d on d.id = r.decided_by where r.bid_id = ?")
                .param(bid.toString())
                .query(ReportStates::row)
                .optional()
                .orElseGet(ReportState::blank);
    }

    /**
     * Counts a save of the draft with this version.
     *
     * @throws ChangedMeanwhile if somebody has saved since it was read
     */
    void saved(BidId bid, Kind kind, int version) {
        Timestamp now = Timestamp.from(clock.instant());
        if (of(bid, kind).version() != version) {
            throw new ChangedMeanwhile();
        }
        if (version == 0) {
            jdbc.sql("insert into " + table(kind) + " (bid_id, status, saved_at, version) values (?, 'DRAFT', ?, 1)")
                    .params(bid.toString(), now)
                    .update();
        } else {
            jdbc.sql("update " + table(kind) + " set version = version + 1, saved_at = ? where bid_id = ?")
                    .params(now, bid.toString())
                    .update();
        }
    }

    public void submitted(BidId bid, Kind kind, PersonId by, boolean late) {
        of(bid, kind).requireWithLead();
        jdbc.sql("update " + table(kind) + " set status = ?, late = ?, submitted_by = ?, submitted_at = ?,"
                        + " decided_by = null, decided_at = null where bid_id = ?")
                .params(
                        ReportStatus.SUBMITTED.name(),
                        late,
                        by.toString(),
                        Timestamp.from(clock.instant()),
                        bid.toString())
                .update();
    }

    public void decided(BidId bid, Kind kind, ReportStatus decision, PersonId by, String reason) {
        of(bid, kind).requireWithAdviser();
        jdbc.sql("update " + table(kind)
                        + " set status = ?, decided_by = ?, decided_at = ?, return_reason = ? where bid_id = ?")
                .params(decision.name(), by.toString(), Timestamp.from(clock.instant()), reason, bid.toString())
                .update();
    }

    private static ReportState row(ResultSet row, int n) throws SQLException {
        return new ReportState(
                ReportStatus.valueOf(row.getString("status")),
                row.getInt("version"),
                row.getBoolean("late"),
                row.getString("submitter"),
                instant(row, "submitted_at"),
                row.getString("decider"),
                instant(row, "decided_at"),
                row.getString("return_reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}

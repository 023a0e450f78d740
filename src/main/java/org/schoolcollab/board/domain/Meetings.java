package org.schoolcollab.board.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.SealedRows;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.board.Attendance;
import org.schoolcollab.board.Meeting;
import org.schoolcollab.board.MeetingId;
import org.schoolcollab.board.MeetingKind;
import org.schoolcollab.board.MeetingStatus;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.shared.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where meetings and who came to them are kept. */
@Component
public class Meetings {

    private static final String SELECT = """
            select m.*, a.name as area_name from board_meeting m join establishment_area a on a.code = m.area_code""";

    private final JdbcClient jdbc;
    private final SealedRows sealed;

    Meetings(JdbcClient jdbc, SealedRows sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public Meeting get(MeetingId id) {
        return one(id, "");
    }

    /** The meeting with its row locked until the transaction ends. Bids are locked before it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Meeting lock(MeetingId id) {
        return one(id, " for update");
    }

    private Meeting one(MeetingId id, String lock) {
        return jdbc.sql(SELECT + " where m.id = ?" + lock)
                .param(id.toString())
                .query(Meetings::meeting)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The meetings of these areas, the latest first. */
    @Transactional(readOnly = true)
    public List<Meeting> of(Collection<String> areas) {
        if (areas.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + " where m.area_code in (:areas) order by m.starts_at desc, m.id")
                .param("areas", areas)
                .query(Meetings::meeting)
                .list();
    }

    /** The meeting on whose agenda a bid was put last. */
    @Transactional(readOnly = true)
    public Optional<Meeting> of(BidId bid) {
        return jdbc.sql(SELECT + """
                         join board_meeting_item i on i.meeting_id = m.id
                        where i.bid_id = ? order by i.on_agenda is null, m.starts_at desc, m.id limit 1""")
                .param(bid.toString())
                .query(Meetings::meeting)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Meeting meeting, PersonId by, Instant now) {
        jdbc.sql("""
                        insert into board_meeting (id, area_code, kind, starts_at, closes_at, place, status, planned_by, planned_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        meeting.id().toString(),
                        meeting.areaCode(),
                        meeting.kind().name(),
                        Timestamp.from(meeting.startsAt()),
                        timestamp(meeting.closesAt()),
                        meeting.place(),
                        meeting.status().name(),
                        by.toString(),
                        Timestamp.from(now)))
                .update();
    }

    /** Another date, place or closing time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(Meeting meeting) {
        jdbc.sql("update board_meeting set kind = ?, starts_at = ?, closes_at = ?, place = ? where id = ?")
                .params(Arrays.asList(
                        meeting.kind().name(),
                        Timestamp.from(meeting.startsAt()),
                        timestamp(meeting.closesAt()),
                        meeting.place(),
                        meeting.id().toString()))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void opened(MeetingId id, PersonId by, Instant now) {
        jdbc.sql("update board_meeting set status = 'OPEN', opened_by = ?, opened_at = ? where id = ?")
                .params(by.toString(), Timestamp.from(now), id.toString())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void closed(MeetingId id, PersonId by, Instant now) {
        jdbc.sql("update board_meeting set status = 'CLOSED', closed_by = ?, closed_at = ? where id = ?")
                .params(by.toString(), Timestamp.from(now), id.toString())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void signed(MeetingId id) {
        jdbc.sql("update board_meeting set status = 'SIGNED' where id = ?")
                .param(id.toString())
                .update();
    }

    /** Who came: as noted, and present whoever voted, whatever was noted of them. */
    @Transactional(readOnly = true)
    public Map<PersonId, Attendance> attendance(MeetingId id) {
        Map<PersonId, Attendance> found = new LinkedHashMap<>();
        jdbc.sql("select person_id, attendance from board_attendance where meeting_id = ?")
                .param(id.toString())
                .query(row -> {
                    found.put(PersonId.of(row.getString("person_id")), Attendance.valueOf(row.getString("attendance")));
                });
        voters(id).forEach(voter -> found.put(voter, Attendance.PRESENT));
        return found;
    }

    /**
     * Who voted, or broke a tie, on a ballot that was opened in this meeting: while the bid was on its agenda and neither decided, sent
     * back nor passed to another board. Nobody does in a vote in writing.
     */
    @Transactional(readOnly = true)
    public Set<PersonId> voters(MeetingId id) {
        return new LinkedHashSet<>(jdbc.sql("""
                        with held as (
                          select b.id, b.casting_by
                          from board_meeting m
                            join board_meeting_item i on i.meeting_id = m.id
                            join board_ballot b on b.bid_id = i.bid_id and b.opened_at >= m.opened_at
                              and (i.settled_at is null or b.opened_at <= i.settled_at)
                          where m.id = ? and m.kind = 'MEETING')
                        select v.person_id from held join board_vote v on v.ballot_id = held.id
                        union select casting_by from held where casting_by is not null""")
                .param(id.toString())
                .query((row, n) -> PersonId.of(row.getString(1)))
                .list());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void note(MeetingId id, PersonId person, Attendance attendance, Instant now) {
        jdbc.sql("""
                        insert into board_attendance (meeting_id, person_id, attendance, recorded_at) values (?, ?, ?, ?)
                        on duplicate key update attendance = value(attendance), recorded_at = value(recorded_at)""")
                .params(id.toString(), person.toString(), attendance.name(), Timestamp.from(now))
                .update();
    }

    /** Signed minutes. */
    public record Signed(String content, String sha256, String by, Instant at) {}

    @Transactional(readOnly = true)
    public Optional<Signed> minutes(MeetingId id) {
        return jdbc.sql("""
                        select m.content, m.sha256, p.display_name, m.signed_at
                        from board_minutes m join security_person p on p.id = m.signed_by where m.meeting_id = ?""")
                .param(id.toString())
                .query((row, n) -> new Signed(
                        row.getString("content"),
                        row.getString("sha256"),
                        row.getString("display_name"),
                        row.getTimestamp("signed_at").toInstant()))
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void keepMinutes(MeetingId id, String content, String sha256, PersonId by, Instant now) {
        sealed.insert(
                "board_minutes",
                Map.of("meeting_id", id, "content", content, "sha256", sha256, "signed_by", by, "signed_at", now));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static Meeting meeting(ResultSet row, int n) throws SQLException {
        Timestamp closes = row.getTimestamp("closes_at");
        return new Meeting(
                MeetingId.of(row.getString("id")),
                row.getString("area_code"),
                row.getString("area_name"),
                MeetingKind.valueOf(row.getString("kind")),
                row.getTimestamp("starts_at").toInstant(),
                closes == null ? null : closes.toInstant(),
                row.getString("place"),
                MeetingStatus.valueOf(row.getString("status")));
    }
}

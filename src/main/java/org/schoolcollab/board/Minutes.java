package org.schoolcollab.board;

import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.board.domain.AgendaRefused;
import org.schoolcollab.board.domain.Meetings;
import org.schoolcollab.board.domain.MinutesWriter;
import org.schoolcollab.paper.Paper;
import org.schoolcollab.paper.PaperPrinter;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shared.UseCase;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** The minutes of a meeting: made from what was recorded, signed by the chair, and from then on as they were signed. */
@UseCase
public class Minutes {

    /**
     * Minutes to read.
     *
     * @param signedBy null until they are signed
     * @param sha256 of the signed content, in hexadecimal; null until they are signed
     * @param intact whether the content still has the hash with which it was signed
     * @param maySign whether the person who reads may sign them
     */
    public record Shown(
            Meeting meeting,
            Paper paper,
            @Nullable String signedBy,
            @Nullable Instant signedAt,
            @Nullable String sha256,
            boolean intact,
            boolean maySign) {}

    private final Meetings meetings;
    private final MinutesWriter writer;
    private final PaperPrinter printer;
    private final RunsMeetings runs;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PortalClock clock;
    private final ObjectMapper json;

    Minutes(
            Meetings meetings,
            MinutesWriter writer,
            PaperPrinter printer,
            RunsMeetings runs,
            AuditTrail audit,
            CurrentUser currentUser,
            PortalClock clock,
            ObjectMapper json) {
        this.meetings = meetings;
        this.writer = writer;
        this.printer = printer;
        this.runs = runs;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
        this.json = json;
    }

    /**
     * The minutes of a meeting that is closed: the draft until they are signed, then what was signed.
     *
     * @throws AgendaRefused before the meeting is closed
     */
    @RolesAllowed({Roles.BOARD_MEMBER, Roles.BOARD_CHAIR, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public Shown of(MeetingId id) {
        Meeting meeting = readable(id);
        Optional<Meetings.Signed> signed = meetings.minutes(id);
        return signed.map(kept -> new Shown(
                        meeting,
                        json.readValue(kept.content(), Paper.class),
                        kept.by(),
                        kept.at(),
                        kept.sha256(),
                        kept.sha256().equals(sha256(kept.content())),
                        false))
                .orElseGet(() -> new Shown(
                        meeting, writer.write(meeting), null, null, null, true, runs.may(meeting.areaCode())));
    }

    /** The same as tagged PDF. */
    @RolesAllowed({Roles.BOARD_MEMBER, Roles.BOARD_CHAIR, Roles.ADMINISTRATOR, Roles.AUDITOR})
    @Transactional(readOnly = true)
    public byte[] pdf(MeetingId id) {
        return printer.print(of(id).paper());
    }

    /**
     * Signs the minutes; their content is kept with its hash and nothing of the meeting changes any more.
     *
     * @throws AgendaRefused before the meeting is closed, and a second time
     */
    @RolesAllowed({Roles.BOARD_CHAIR, Roles.BOARD_MEMBER})
    public void sign(MeetingId id) {
        Role role = runs.require(meetings.get(id).areaCode());
        Meeting meeting = meetings.lock(id);
        if (meeting.status() != MeetingStatus.CLOSED) {
            throw AgendaRefused.meetingIs(meeting.status());
        }
        String content = json.writeValueAsString(writer.write(meeting));
        String hash = sha256(content);
        meetings.keepMinutes(id, content, hash, currentUser.actor().id(), clock.instant());
        meetings.signed(id);
        audit.record(MeetingPlanning.act(meeting, "board.minutesSigned", role).with("sha256", hash));
    }

    private Meeting readable(MeetingId id) {
        Meeting meeting = meetings.get(id);
        MeetingQueries.requireReader(currentUser.actor(), meeting.areaCode());
        if (meeting.isBeforeClose()) {
            throw AgendaRefused.meetingIs(meeting.status());
        }
        return meeting;
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

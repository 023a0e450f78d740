package org.schoolcollab.board.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.board.EnvelopePicture;
import org.schoolcollab.board.Meeting;
import org.schoolcollab.board.MeetingConduct;
import org.schoolcollab.board.MeetingId;
import org.schoolcollab.board.MeetingKind;
import org.schoolcollab.board.MeetingOnScreen;
import org.schoolcollab.board.MeetingPlanning;
import org.schoolcollab.board.MeetingQueries;
import org.schoolcollab.board.MeetingStatus;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Refusals;

/** One meeting: the envelope, the agenda, who is there. */
@Route("meetings/:meetingId")
@RolesAllowed({Roles.BOARD_MEMBER, Roles.BOARD_CHAIR, Roles.ADMINISTRATOR, Roles.AUDITOR})
public class MeetingView extends MeetingPage {

    private final transient MeetingQueries meetings;
    private final transient MeetingPlanning planning;
    private final transient MeetingConduct conduct;
    private final Div content = new Div();
    private final Map<String, EnvelopeBar> envelopes = new LinkedHashMap<>();
    private ErrorSummary errors = new ErrorSummary();
    private @Nullable AgendaTable agenda;
    private @Nullable MeetingId id;

    MeetingView(MeetingQueries meetings, MeetingPlanning planning, MeetingConduct conduct) {
        this.meetings = meetings;
        this.planning = planning;
        this.conduct = conduct;
        content.addClassName("stack");
        add(content);
    }

    @Override
    void open(MeetingId meeting, BeforeEnterEvent event) {
        id = meeting;
        show();
    }

    private void show() {
        MeetingOnScreen shown = meetings.meeting(Objects.requireNonNull(id));
        Meeting meeting = shown.meeting();
        title(MeetingWords.title(this, meeting));
        subtitle(subtitle(shown));
        errors = new ErrorSummary();
        actions(new MeetingSteps(this, shown, planning, conduct, errors, this::show).buttons());
        content.removeAll();
        envelopes.clear();
        Facts facts = new Facts()
                .fact(getTranslation("board.meetings.status"), MeetingWords.badge(this, meeting.status()))
                .fact(getTranslation("board.meetings.when"), MeetingWords.when(this, meeting));
        if (shown.runs() && shown.early() && meeting.status() == MeetingStatus.PLANNED) {
            facts.fact(getTranslation("board.meeting.opens"), Dates.day(meeting.day()));
        }
        content.add(errors, facts);
        shown.envelopes().forEach(this::addEnvelope);
        agenda = new AgendaTable(shown, planning, this::show, this::moveEnvelopes, this::moved);
        content.add(agenda);
        if (shown.runs() && meeting.isBeforeClose()) {
            content.add(new WaitingBids(meetings.waiting(meeting.id()), meeting, planning, this::show));
        }
        if (meeting.kind() == MeetingKind.MEETING) {
            content.add(new AttendanceList(shown, conduct, errors, this::count, this::show));
        }
    }

    private void moved(BidId bid, boolean up) {
        show();
        Objects.requireNonNull(agenda).focusMover(bid, up);
    }

    /** Says anew how many are present. */
    private void count() {
        subtitle(subtitle(meetings.meeting(Objects.requireNonNull(id))));
    }

    private void addEnvelope(EnvelopePicture picture) {
        EnvelopeBar bar = new EnvelopeBar(picture);
        envelopes.put(picture.areaCode() + picture.roundName(), bar);
        content.add(bar);
    }

    /** An amount on the list changed: the pictures follow, the list stays as it is. */
    private void moveEnvelopes() {
        for (EnvelopePicture picture :
                meetings.meeting(Objects.requireNonNull(id)).envelopes()) {
            EnvelopeBar bar = envelopes.get(picture.areaCode() + picture.roundName());
            if (bar != null) {
                bar.showList(picture.list());
            }
        }
    }

    private String subtitle(MeetingOnScreen shown) {
        int quorum = shown.rule().quorumOf(shown.members().size());
        return shown.meeting().kind() == MeetingKind.MEETING
                ? getTranslation(
                        "board.meeting.subtitle",
                        shown.present(),
                        shown.members().size(),
                        quorum,
                        shown.items().size(),
                        shown.decided())
                : getTranslation(
                        "board.meeting.subtitle.written",
                        shown.members().size(),
                        quorum,
                        shown.items().size(),
                        shown.decided());
    }

    /** A card with a heading. */
    static Section card(String heading) {
        Section card = new Section(new H2(heading));
        card.addClassNames("card", "stack");
        return card;
    }

    /** Runs a step and says why where it is refused. */
    static void attempt(Component owner, Runnable step) {
        try {
            step.run();
        } catch (BusinessRuleViolation refused) {
            Refusals.show(owner, refused);
        }
    }
}

package org.schoolcollab.board.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import org.schoolcollab.board.Attendance;
import org.schoolcollab.board.Meeting;
import org.schoolcollab.board.MeetingConduct;
import org.schoolcollab.board.MeetingOnScreen;
import org.schoolcollab.board.MeetingOnScreen.Member;
import org.schoolcollab.board.MeetingStatus;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Refusals;

/** Who came and who sent apologies; noted by whoever runs the meeting. Whoever voted was present. */
class AttendanceList extends Section {

    private final transient Meeting meeting;
    private final transient MeetingConduct conduct;
    private final ErrorSummary errors;
    private final transient Runnable noted;
    private final transient Runnable refresh;

    /**
     * @param errors where gaps are named, each with the way to its field here
     * @param noted after one choice: the list stays as it is, so that the keyboard stays in it
     * @param refresh where the list has to be made anew
     */
    AttendanceList(
            MeetingOnScreen shown, MeetingConduct conduct, ErrorSummary errors, Runnable noted, Runnable refresh) {
        this.errors = errors;
        this.noted = noted;
        this.meeting = shown.meeting();
        this.conduct = conduct;
        this.refresh = refresh;
        addClassNames("card", "stack");
        String name = getTranslation("board.attendance.title");
        add(new H2(name));
        DataTable table = new DataTable(
                name,
                Column.text(getTranslation("board.ballot.member")),
                Column.text(getTranslation("board.attendance.attendance")));
        shown.members().forEach(member -> table.row(new Span(member.name()), attendance(member, shown.runs())));
        add(table);
        boolean open = shown.members().stream().anyMatch(member -> member.attendance() == null);
        if (shown.runs() && meeting.status() == MeetingStatus.OPEN && open) {
            add(new Button(
                    getTranslation("board.attendance.rest"), e -> MeetingView.attempt(this, this::noteTheRestAbsent)));
        }
    }

    private void noteTheRestAbsent() {
        conduct.noteTheRestAbsent(meeting.id());
        Refusals.done(getTranslation("board.attendance.restDone"));
        refresh.run();
    }

    private Component attendance(Member member, boolean runs) {
        if (member.voted()) {
            return new Span(getTranslation("board.attendance.voted"));
        }
        if (runs && meeting.status() != MeetingStatus.SIGNED) {
            return choice(member);
        }
        Attendance noted = member.attendance();
        if (member.me() && meeting.status() == MeetingStatus.PLANNED && noted == null) {
            return new Button(
                    getTranslation("board.attendance.send"),
                    e -> MeetingView.attempt(this, () -> {
                        note(member, Attendance.APOLOGIES);
                        refresh.run();
                    }));
        }
        return new Span(
                noted == null ? getTranslation("board.attendance.none") : getTranslation("enum.Attendance." + noted));
    }

    private Select<Attendance> choice(Member member) {
        Select<Attendance> choice = new Select<>();
        choice.setAriaLabel(getTranslation("board.attendance.of", member.name()));
        choice.setPlaceholder(getTranslation("board.attendance.none"));
        if (meeting.status() == MeetingStatus.PLANNED) {
            choice.setItems(Attendance.APOLOGIES);
        } else {
            choice.setItems(Attendance.values());
        }
        choice.setItemLabelGenerator(value -> getTranslation("enum.Attendance." + value));
        if (member.attendance() != null) {
            choice.setValue(member.attendance());
        }
        choice.addValueChangeListener(e -> note(choice, member));
        errors.register("attendance." + member.person(), choice);
        return choice;
    }

    private void note(Select<Attendance> choice, Member member) {
        if (choice.getValue() == null) {
            return;
        }
        try {
            note(member, choice.getValue());
            choice.setInvalid(false);
            noted.run();
        } catch (BusinessRuleViolation refused) {
            Refusals.show(this, refused);
            refresh.run();
        }
    }

    private void note(Member member, Attendance attendance) {
        conduct.note(meeting.id(), member.person(), attendance);
    }
}

package org.schoolcollab.board.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import java.util.ArrayList;
import java.util.List;
import org.schoolcollab.board.Meeting;
import org.schoolcollab.board.MeetingConduct;
import org.schoolcollab.board.MeetingId;
import org.schoolcollab.board.MeetingOnScreen;
import org.schoolcollab.board.MeetingPlanning;
import org.schoolcollab.board.MeetingStatus;
import org.schoolcollab.establishment.Area;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Refusals;

/** What whoever runs a meeting can do with it: change it, open it on its day, close it; and the way to its minutes. */
record MeetingSteps(
        Component page,
        MeetingOnScreen shown,
        MeetingPlanning planning,
        MeetingConduct conduct,
        ErrorSummary errors,
        Runnable refresh) {

    Component[] buttons() {
        Meeting meeting = shown.meeting();
        List<Component> buttons = new ArrayList<>();
        if (!meeting.isBeforeClose()) {
            buttons.add(new Anchor(
                    MeetingWords.address(meeting.id()) + "/minutes", page.getTranslation("board.meeting.minutes")));
        }
        if (shown.runs() && meeting.status() == MeetingStatus.PLANNED) {
            if (!shown.early()) {
                buttons.add(ItemView.primary(page.getTranslation("board.meeting.open"), () -> openMeeting()));
            }
            buttons.add(new Button(page.getTranslation("board.meeting.change"), e -> change(meeting)));
        }
        if (shown.runs() && meeting.status() == MeetingStatus.OPEN) {
            buttons.add(ItemView.primary(page.getTranslation("board.meeting.close"), () -> closeMeeting()));
        }
        return buttons.toArray(Component[]::new);
    }

    private void openMeeting() {
        MeetingId meeting = shown.meeting().id();
        new CheckDialog(
                        page.getTranslation("board.meeting.open"),
                        new Facts()
                                .fact(
                                        page.getTranslation("board.meeting.items"),
                                        Integer.toString(shown.items().size())),
                        page.getTranslation("board.meeting.open.next"),
                        page.getTranslation("board.meeting.open"),
                        () -> {
                            conduct.open(meeting);
                            Refusals.done(page.getTranslation("board.meeting.opened"));
                            refresh.run();
                        })
                .open();
    }

    private void closeMeeting() {
        MeetingId meeting = shown.meeting().id();
        try {
            conduct.checkMayClose(meeting);
        } catch (ValidationFailed failed) {
            errors.show(failed.problems());
            return;
        } catch (BusinessRuleViolation refused) {
            Refusals.show(page, refused);
            return;
        }
        int open = shown.items().size() - shown.decided();
        new CheckDialog(
                        page.getTranslation("board.meeting.close"),
                        new Facts()
                                .fact(page.getTranslation("board.meeting.decided"), Integer.toString(shown.decided()))
                                .fact(page.getTranslation("board.meeting.notDecided"), Integer.toString(open)),
                        page.getTranslation("board.meeting.close.next"),
                        page.getTranslation("board.meeting.close"),
                        () -> {
                            conduct.close(meeting);
                            Refusals.done(page.getTranslation("board.meeting.closed"));
                            refresh.run();
                        })
                .open();
    }

    private void change(Meeting meeting) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(page.getTranslation("board.meeting.change"));
        MeetingForm form = new MeetingForm(List.of(Area.valueOf(meeting.areaCode())), meeting);
        dialog.add(form);
        Button save = ItemView.primary(
                page.getTranslation("board.meeting.change.save"),
                () -> form.read(draft -> {
                    planning.change(meeting.id(), draft);
                    dialog.close();
                    Refusals.done(page.getTranslation("board.meeting.changed"));
                    refresh.run();
                }));
        dialog.getFooter().add(new Button(page.getTranslation("shell.back"), e -> dialog.close()), save);
        dialog.open();
    }
}

package org.schoolcollab.board.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Objects;
import org.schoolcollab.board.MeetingId;
import org.schoolcollab.board.Minutes;
import org.schoolcollab.paper.PaperOnScreen;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Refusals;

/** The minutes of a meeting to read, to download and to sign. */
@Route("meetings/:meetingId/minutes")
@RolesAllowed({Roles.BOARD_MEMBER, Roles.BOARD_CHAIR, Roles.ADMINISTRATOR, Roles.AUDITOR})
public class MinutesView extends MeetingPage {

    private final transient Minutes minutes;
    private final Div content = new Div();

    MinutesView(Minutes minutes) {
        this.minutes = minutes;
        content.addClassName("stack");
        add(content);
    }

    @Override
    void open(MeetingId id, BeforeEnterEvent event) {
        show(id);
    }

    private void show(MeetingId id) {
        content.removeAll();
        actions();
        Minutes.Shown shown;
        try {
            shown = minutes.of(id);
        } catch (AccessRefused | NotFound refused) {
            throw refused;
        } catch (BusinessRuleViolation notYet) {
            title(getTranslation("board.meeting.minutes"));
            Paragraph why = new Paragraph(Refusals.sentence(this, notYet));
            why.addClassName("notice");
            content.add(why, new Anchor(MeetingWords.address(id), getTranslation("board.minutes.toMeeting")));
            return;
        }
        title(shown.paper().title());
        Instant signedAt = shown.signedAt();
        subtitle(
                signedAt == null
                        ? getTranslation("board.minutes.draft")
                        : getTranslation(
                                "board.minutes.signed",
                                Objects.requireNonNull(shown.signedBy()),
                                Dates.moment(signedAt)));
        if (shown.maySign()) {
            actions(ItemView.primary(getTranslation("board.minutes.sign"), () -> sign(shown)));
        }
        if (!shown.intact()) {
            Paragraph broken = new Paragraph(getTranslation("board.minutes.broken"));
            broken.addClassNames("notice", "notice-warn");
            content.add(broken);
        }
        Div links = new Div(
                PaperOnScreen.download(
                        getTranslation("board.paper.pdf"),
                        "minutes-" + shown.meeting().areaName().toLowerCase(java.util.Locale.ROOT) + ".pdf",
                        () -> minutes.pdf(id)),
                new Anchor(MeetingWords.address(id), getTranslation("board.minutes.toMeeting")));
        links.addClassName("item-ways");
        content.add(links, PaperOnScreen.card(shown.paper()));
        String hash = shown.sha256();
        if (hash != null) {
            Paragraph line = new Paragraph(getTranslation("board.minutes.hash", hash));
            line.addClassNames("hint", "hash");
            content.add(line);
        }
    }

    private void sign(Minutes.Shown shown) {
        MeetingId id = shown.meeting().id();
        new CheckDialog(
                        getTranslation("board.minutes.sign"),
                        new Facts()
                                .fact(
                                        getTranslation("board.meetings.meeting"),
                                        MeetingWords.title(this, shown.meeting())),
                        getTranslation("board.minutes.sign.next"),
                        getTranslation("board.minutes.sign"),
                        () -> {
                            minutes.sign(id);
                            Refusals.done(getTranslation("board.minutes.done"));
                            show(id);
                        })
                .open();
    }
}

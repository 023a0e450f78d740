package org.schoolcollab.board.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.AgendaItem;
import org.schoolcollab.board.BallotState;
import org.schoolcollab.board.EnvelopePicture;
import org.schoolcollab.board.MeetingId;
import org.schoolcollab.board.MeetingOnScreen;
import org.schoolcollab.board.MeetingQueries;
import org.schoolcollab.board.MeetingStatus;
import org.schoolcollab.board.Referral;
import org.schoolcollab.review.Interest;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.NotFound;
import org.schoolcollab.shell.Facts;

/** One item of an agenda on a page for the projector, with the way to the next. What was voted stays hidden until the count. */
@Route("meetings/:meetingId/items/:number")
@RolesAllowed({Roles.BOARD_MEMBER, Roles.BOARD_CHAIR, Roles.ADMINISTRATOR, Roles.AUDITOR})
public class ItemView extends MeetingPage {

    private static final int LOOK_EVERY_MS = 3_000;

    private final transient MeetingQueries meetings;
    private final transient ItemSteps steps;
    private final Div content = new Div();
    private @Nullable MeetingId meeting;
    private int number;
    private @Nullable String lastSeen;
    private @Nullable Registration poll;

    ItemView(MeetingQueries meetings, ItemSteps steps) {
        this.meetings = meetings;
        this.steps = steps;
        addClassName("projector");
        content.addClassName("stack");
        add(content);
    }

    @Override
    void open(MeetingId id, BeforeEnterEvent event) {
        meeting = id;
        number = event.getRouteParameters().getInteger("number").orElseThrow(NotFound::new);
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().setPollInterval(LOOK_EVERY_MS);
        poll = event.getUI().addPollListener(e -> look());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (poll != null) {
            poll.remove();
        }
    }

    /** Shows the item anew where somebody else has moved it on; what is being typed here is left alone otherwise. */
    private void look() {
        MeetingOnScreen shown = meetings.meeting(Objects.requireNonNull(meeting));
        if (!seen(shown, item(shown)).equals(lastSeen)) {
            show();
        }
    }

    private static String seen(MeetingOnScreen shown, AgendaItem item) {
        return shown.meeting().status() + " " + item.outcome() + " " + item.ballot() + " " + item.interests() + " "
                + item.leads();
    }

    private AgendaItem item(MeetingOnScreen shown) {
        if (number < 1 || number > shown.items().size()) {
            throw new NotFound();
        }
        return shown.items().get(number - 1);
    }

    private void show() {
        MeetingOnScreen shown = meetings.meeting(Objects.requireNonNull(meeting));
        AgendaItem item = item(shown);
        lastSeen = seen(shown, item);
        BidSummary bid = item.bid();
        title(getTranslation("board.agenda.item", item.number(), bid.collaborationName()));
        subtitle(getTranslation(
                "board.item.subtitle",
                MeetingWords.title(this, shown.meeting()),
                bid.districtName(),
                bid.memberCount(),
                bid.roundName()));
        content.removeAll();
        EnvelopePicture picture = shown.envelopes().stream()
                .filter(envelope -> envelope.areaCode().equals(bid.areaCode())
                        && envelope.roundName().equals(bid.roundName()))
                .findFirst()
                .orElseThrow(NotFound::new);
        EnvelopeBar envelope = new EnvelopeBar(picture);
        Money rest = item.isOpen() ? picture.list().minus(item.asks()) : picture.list();
        if (item.isOpen()) {
            envelope.show(item.asks(), rest);
        }
        content.add(ways(shown, item), facts(item), envelope);
        Interest mine = item.mine();
        if (mine != null) {
            Paragraph aside = new Paragraph(getTranslation("error.board.interest." + mine));
            aside.addClassName("notice");
            content.add(aside);
            steps.ofWhoTakesNoPart(item, this::show).ifPresent(content::add);
            return;
        }
        content.add(decision(item));
        if (item.isOpen() && shown.meeting().status() == MeetingStatus.OPEN) {
            content.add(steps.of(item, amount -> envelope.show(amount, rest), this::show));
        } else if (item.isOpen()) {
            content.add(steps.beforeTheMeeting(item, this::show));
        }
    }

    private Nav ways(MeetingOnScreen shown, AgendaItem item) {
        Nav nav = new Nav();
        nav.addClassName("item-ways");
        nav.getElement().setAttribute("aria-label", getTranslation("board.item.ways"));
        MeetingId id = shown.meeting().id();
        if (item.number() > 1) {
            nav.add(new Anchor(MeetingWords.address(id, item.number() - 1), getTranslation("board.item.previous")));
        }
        nav.add(new Anchor(
                MeetingWords.address(id),
                getTranslation("board.item.list", item.number(), shown.items().size())));
        if (item.number() < shown.items().size()) {
            nav.add(new Anchor(MeetingWords.address(id, item.number() + 1), getTranslation("board.item.next")));
        }
        return nav;
    }

    private Section facts(AgendaItem item) {
        BidSummary bid = item.bid();
        Div figures = new Div(
                figure("board.requested", bid.requested()),
                figure("board.guide", bid.guide()),
                figure("board.agenda.recommended", Objects.requireNonNullElse(bid.recommended(), bid.requested())));
        figures.addClassName("figures");
        Section card = new Section(
                figures,
                new Facts().fact(getTranslation("board.agenda.interests"), MeetingWords.interests(this, item)));
        card.addClassNames("card", "stack");
        card.getElement().setAttribute("aria-label", getTranslation("board.item.facts"));
        if (item.mine() == null) {
            card.add(new Anchor(BidPage.address(bid.id()), getTranslation("board.item.papers")));
        }
        return card;
    }

    private Div figure(String key, Money amount) {
        Span number = new Span(amount.format());
        number.addClassName("number");
        Div figure = new Div(number, new Span(getTranslation(key)));
        figure.addClassName("figure");
        return figure;
    }

    private Section decision(AgendaItem item) {
        Section card = new Section(new H2(getTranslation("board.agenda.decision")), MeetingWords.badge(this, item));
        card.addClassNames("card", "stack");
        card.getElement().setAttribute("aria-live", "polite");
        Referral.Shortage shortage = item.shortage();
        if (item.isOpen() && shortage != null) {
            Paragraph few =
                    new Paragraph(getTranslation("board.item.shortage", shortage.eligible(), shortage.quorum()));
            few.addClassNames("notice", "notice-warn");
            card.add(few);
        }
        BallotState ballot = item.ballot();
        if (ballot != null) {
            BallotParts.addTo(card, ballot);
        }
        if (!item.words().isEmpty()) {
            Paragraph words = new Paragraph(item.words());
            words.addClassName("own-words");
            card.add(words);
        }
        return card;
    }

    /** A button for the main step. */
    static Button primary(String words, Runnable step) {
        Button button = new Button(words, e -> step.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }
}

package org.schoolcollab.board.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.BidSummary;
import org.schoolcollab.board.AgendaItem;
import org.schoolcollab.board.BallotState;
import org.schoolcollab.board.Meeting;
import org.schoolcollab.board.MeetingOnScreen;
import org.schoolcollab.board.MeetingPlanning;
import org.schoolcollab.board.MeetingStatus;
import org.schoolcollab.board.Referral;
import org.schoolcollab.shared.InvalidMoney;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.MoneyField;

/** The agenda as a table; who runs the meeting orders it and tries out amounts. */
class AgendaTable extends Section {

    private final transient MeetingOnScreen shown;
    private final transient Meeting meeting;
    private final transient MeetingPlanning planning;
    private final transient Runnable refresh;
    private final transient Runnable amountsChanged;
    private final transient BiConsumer<BidId, Boolean> moved;
    private final boolean runs;
    private final transient Map<BidId, List<Button>> movers = new HashMap<>();

    /** @param moved after an item was moved, told which one and whether upwards */
    AgendaTable(
            MeetingOnScreen shown,
            MeetingPlanning planning,
            Runnable refresh,
            Runnable amountsChanged,
            BiConsumer<BidId, Boolean> moved) {
        this.moved = moved;
        this.shown = shown;
        this.meeting = shown.meeting();
        this.planning = planning;
        this.refresh = refresh;
        this.amountsChanged = amountsChanged;
        this.runs = shown.runs() && meeting.isBeforeClose();
        getElement().setAttribute("aria-label", getTranslation("board.agenda"));
        if (shown.items().isEmpty()) {
            addClassName("card");
            Paragraph empty = new Paragraph(getTranslation(runs ? "board.agenda.empty.runs" : "board.agenda.empty"));
            empty.addClassName("empty");
            add(empty);
            return;
        }
        addClassNames("card", "flush", "agenda");
        List<Column> columns = new ArrayList<>(List.of(
                Column.text(getTranslation("board.agenda.bid")),
                Column.number(getTranslation("board.requested")),
                Column.number(getTranslation("board.guide")),
                Column.number(getTranslation("board.agenda.recommended")),
                Column.text(getTranslation("board.agenda.interests")),
                Column.text(getTranslation("board.agenda.decision"))));
        if (runs) {
            columns.add(Column.text(getTranslation("board.agenda.order")));
        }
        DataTable table = new DataTable(getTranslation("board.agenda"), columns.toArray(Column[]::new));
        AgendaItem next = nextItem();
        for (AgendaItem item : shown.items()) {
            NativeTableRow row = table.row(cells(item));
            row.setClassName("selected", next != null && item.number() == next.number());
        }
        add(table);
    }

    /** The item that is decided now: the first open one of an open meeting. */
    private @Nullable AgendaItem nextItem() {
        return meeting.status() != MeetingStatus.OPEN
                ? null
                : shown.items().stream().filter(AgendaItem::isOpen).findFirst().orElse(null);
    }

    private Component[] cells(AgendaItem item) {
        BidSummary bid = item.bid();
        List<Component> cells = new ArrayList<>(List.of(
                name(item),
                new Span(bid.requested().format()),
                new Span(bid.guide().format()),
                recommended(item),
                interests(item),
                decision(item)));
        if (runs) {
            cells.add(item.isOpen() ? order(item) : new Span());
        }
        return cells.toArray(Component[]::new);
    }

    private Div name(AgendaItem item) {
        BidSummary bid = item.bid();
        Anchor link = new Anchor(
                MeetingWords.address(meeting.id(), item.number()),
                getTranslation("board.agenda.item", item.number(), bid.collaborationName()));
        Span where = new Span(getTranslation("board.agenda.where", bid.districtName(), bid.memberCount()));
        where.addClassName("hint");
        Div cell = new Div(link, where);
        cell.addClassName("two-lines");
        return cell;
    }

    private Component recommended(AgendaItem item) {
        String recommended = Objects.requireNonNullElse(
                        item.bid().recommended(), item.bid().requested())
                .format();
        if (!runs || !item.isOpen() || isVoting(item)) {
            return new Span(recommended);
        }
        MoneyField amount = new MoneyField("");
        amount.setAriaLabel(getTranslation("board.agenda.amountFor", item.bid().collaborationName()));
        amount.setMoney(item.asks());
        amount.setValueChangeMode(ValueChangeMode.LAZY);
        amount.addClassName("agenda-amount");
        amount.addValueChangeListener(e -> {
            try {
                planning.propose(meeting.id(), item.bid().id(), amount.money());
                amountsChanged.run();
            } catch (InvalidMoney invalid) {
                // The field says what is wrong with it.
                amount.setInvalid(true);
            }
        });
        Span adviser = new Span(getTranslation("board.agenda.byAdviser", recommended));
        adviser.addClassName("hint");
        Div cell = new Div(amount, adviser);
        cell.addClassName("two-lines");
        return cell;
    }

    private static boolean isVoting(AgendaItem item) {
        BallotState ballot = item.ballot();
        return ballot != null && !ballot.isClosed();
    }

    private Component interests(AgendaItem item) {
        Div cell = new Div(new Span(MeetingWords.interests(this, item)));
        cell.addClassName("two-lines");
        Referral.Shortage shortage = item.shortage();
        if (shortage != null) {
            Span few = new Span(getTranslation("board.item.shortage", shortage.eligible(), shortage.quorum()));
            few.addClassName("warning");
            cell.add(few);
        }
        return cell;
    }

    private Component decision(AgendaItem item) {
        Div cell = new Div(MeetingWords.badge(this, item));
        cell.addClassName("two-lines");
        String votes = MeetingWords.votes(this, item);
        if (!votes.isEmpty()) {
            Span small = new Span(votes);
            small.addClassName("hint");
            cell.add(small);
        }
        return cell;
    }

    private Div order(AgendaItem item) {
        String name = item.bid().collaborationName();
        Button up = small("↑", getTranslation("board.agenda.up", name), () -> move(item, true));
        Button down = small("↓", getTranslation("board.agenda.down", name), () -> move(item, false));
        up.setEnabled(item.number() > 1);
        down.setEnabled(item.number() < shown.items().size());
        Button off = small("✕", getTranslation("board.agenda.off", name), () -> {
            planning.takeOff(meeting.id(), item.bid().id());
            refresh.run();
        });
        off.setEnabled(!isVoting(item));
        movers.put(item.bid().id(), List.of(up, down));
        Div cell = new Div(up, down, off);
        cell.addClassName("agenda-order");
        return cell;
    }

    private void move(AgendaItem item, boolean up) {
        planning.move(meeting.id(), item.bid().id(), up);
        moved.accept(item.bid().id(), up);
    }

    /** Puts the keyboard back on the button that moved the item, or on the other one at the end of the list. */
    void focusMover(BidId bid, boolean up) {
        List<Button> both = movers.getOrDefault(bid, List.of());
        (up ? both : both.reversed())
                .stream().filter(Button::isEnabled).findFirst().ifPresent(Button::focus);
    }

    private Button small(String sign, String name, Runnable step) {
        Button button = new Button(sign, e -> MeetingView.attempt(this, step));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(name);
        button.setTooltipText(name);
        return button;
    }
}

package org.schoolcollab.board.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.schoolcollab.board.BoardRules;
import org.schoolcollab.board.Meeting;
import org.schoolcollab.board.MeetingQueries;
import org.schoolcollab.board.RulesOfTheBoard;
import org.schoolcollab.establishment.Area;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Facts;
import org.schoolcollab.shell.Page;

/** The meetings of the boards on which a person sits, and how each of these boards decides. */
@Route("meetings")
@Menu(order = 45, title = "board.meetings.menu")
@RolesAllowed({Roles.BOARD_MEMBER, Roles.BOARD_CHAIR, Roles.ADMINISTRATOR, Roles.AUDITOR})
public class MeetingsView extends Page implements BeforeEnterObserver {

    private final transient MeetingQueries meetings;
    private final transient RulesOfTheBoard rules;
    private final transient People people;
    private final transient CurrentUser currentUser;
    private final Div content = new Div();

    MeetingsView(MeetingQueries meetings, RulesOfTheBoard rules, People people, CurrentUser currentUser) {
        this.meetings = meetings;
        this.rules = rules;
        this.people = people;
        this.currentUser = currentUser;
        title(getTranslation("board.meetings.title"));
        content.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!meetings.areasToPlan().isEmpty()) {
            Button plan = new Button(
                    getTranslation("board.meetings.plan"),
                    e -> getUI().ifPresent(ui -> ui.navigate(PlanMeetingView.class)));
            plan.addThemeVariants(ButtonVariant.PRIMARY);
            actions(plan);
        }
        show();
    }

    private void show() {
        content.removeAll();
        List<Meeting> all = meetings.all();
        Section list = new Section(new H2(getTranslation("board.meetings.list")));
        list.addClassNames("card", "stack");
        if (all.isEmpty()) {
            Paragraph empty = new Paragraph(getTranslation("board.meetings.empty"));
            empty.addClassName("empty");
            list.add(empty);
        } else {
            list.add(table(all));
        }
        content.add(list);
        meetings.areas().forEach(area -> content.add(rules(area)));
    }

    private DataTable table(List<Meeting> all) {
        DataTable table = new DataTable(
                getTranslation("board.meetings.list"),
                Column.text(getTranslation("board.meetings.meeting")),
                Column.text(getTranslation("board.meetings.when")),
                Column.text(getTranslation("board.meetings.status")));
        for (Meeting meeting : all) {
            Anchor link = new Anchor(MeetingWords.address(meeting.id()), MeetingWords.title(this, meeting));
            table.row(link, new Span(MeetingWords.when(this, meeting)), MeetingWords.badge(this, meeting.status()));
        }
        return table;
    }

    private Section rules(Area area) {
        BoardRules board = rules.of(area.name());
        String passTo = board.passTo();
        Facts facts = new Facts()
                .fact(
                        getTranslation("board.rules.quorum"),
                        getTranslation(
                                "board.rules.quorum.value",
                                board.counting().quorumPercent(),
                                board.counting().fewest()))
                .fact(
                        getTranslation("board.rules.majority"),
                        getTranslation("enum.Majority." + board.counting().majority()))
                .fact(getTranslation("board.rules.viceChair"), viceChair(board))
                .fact(
                        getTranslation("board.rules.passTo"),
                        passTo == null
                                ? getTranslation("board.rules.passTo.none")
                                : getTranslation(
                                        "board.rules.passTo.board",
                                        Area.valueOf(passTo).displayName()));
        Section card = new Section(new H2(getTranslation("board.rules.title", area.displayName())), facts);
        card.addClassNames("card", "stack");
        if (currentUser.actor().has(Role.ADMINISTRATOR)) {
            card.add(new Button(
                    getTranslation("board.rules.change", area.displayName()),
                    e -> new RulesDialog(area, board, rules, this::show).open()));
        }
        return card;
    }

    private String viceChair(BoardRules board) {
        return board.viceChair() == null
                ? getTranslation("board.rules.viceChair.none")
                : people.find(board.viceChair())
                        .map(People.Person::displayName)
                        .orElse(getTranslation("board.rules.viceChair.none"));
    }
}

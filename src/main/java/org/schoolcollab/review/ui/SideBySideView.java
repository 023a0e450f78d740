package org.schoolcollab.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidFilter;
import org.schoolcollab.bid.BidPage;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidSort;
import org.schoolcollab.programme.Rounds;
import org.schoolcollab.review.Rubric;
import org.schoolcollab.review.SideBySide;
import org.schoolcollab.review.SideBySide.Row;
import org.schoolcollab.review.SideBySide.Table;
import org.schoolcollab.security.CurrentUser;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Downloads;
import org.schoolcollab.shell.Page;
import org.schoolcollab.shell.StatusBadge;

/** An area's bids in one table, with their sums, to compare and to take along as a file. */
@Route("compare")
@Menu(order = 35, title = "review.side.menu")
@RolesAllowed({
    Roles.ADVISER,
    Roles.BOARD_MEMBER,
    Roles.BOARD_CHAIR,
    Roles.FINANCE_OFFICER,
    Roles.FINANCE_APPROVER,
    Roles.ADMINISTRATOR,
    Roles.AUDITOR
})
public class SideBySideView extends Page implements BeforeEnterObserver {

    private static final String NOTHING = "–";

    private final transient SideBySide sideBySide;
    private final SideBySideFilters filters;
    private final Div content = new Div();

    SideBySideView(SideBySide sideBySide, BidQueries bids, Rounds rounds, CurrentUser currentUser) {
        this.sideBySide = sideBySide;
        title(getTranslation("review.side.title"));
        subtitle(getTranslation("review.side.subtitle"));
        if (currentUser.actor().has(Role.ADVISER) || currentUser.actor().has(Role.ADMINISTRATOR)) {
            actions(new Anchor("absences", getTranslation("review.side.absences")));
        }
        filters = new SideBySideFilters(rounds.all(), bids.areas(), bids.districts(), this::toAddress);
        content.addClassName("stack");
        add(filters, content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filters.read(event.getLocation().getQueryParameters());
        show();
    }

    private void toAddress() {
        getUI().ifPresent(ui -> ui.navigate(SideBySideView.class, filters.parameters()));
    }

    private void show() {
        content.removeAll();
        BidFilter filter = filters.value();
        BidSort sort = filters.sort();
        boolean descending = filters.descending();
        Table table = sideBySide.table(filter, sort, descending);
        Paragraph found =
                new Paragraph(getTranslation("review.side.found", table.sums().count()));
        found.getElement().setAttribute("role", "status");
        found.addClassName("hint");
        content.add(found);
        if (table.rows().isEmpty()) {
            Paragraph empty = new Paragraph(getTranslation("review.side.empty"));
            empty.addClassName("empty");
            content.add(empty);
            return;
        }
        Section card = new Section(table(table));
        card.addClassName("card");
        card.getElement().setAttribute("aria-label", getTranslation("review.side.title"));
        content.add(card);
        Rubric rubric = table.commonRubric();
        if (rubric != null) {
            content.add(legend(rubric));
        }
        Div files = new Div(
                Downloads.link(
                        getTranslation("review.side.csv"),
                        "bids.csv",
                        "text/csv;charset=utf-8",
                        () -> SideBySideFile.of(this, sideBySide.table(filter, sort, descending))
                                .csv()),
                Downloads.link(
                        getTranslation("review.side.xlsx"),
                        "bids.xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        () -> SideBySideFile.of(this, sideBySide.table(filter, sort, descending))
                                .xlsx("Bids")));
        files.addClassName("buttons");
        content.add(files);
    }

    private DataTable table(Table bids) {
        DataTable table = new DataTable(
                getTranslation("review.side.title"),
                Column.text(getTranslation("review.side.bid")),
                Column.number(getTranslation("review.side.schools")),
                Column.number(getTranslation("review.side.requested")),
                Column.number(getTranslation("review.side.guide")),
                Column.number(getTranslation("review.side.recommended")),
                Column.number(getTranslation("review.side.scores")),
                Column.number(getTranslation("review.side.agreed")),
                Column.text(getTranslation("review.side.history")));
        table.addClassName("side-by-side");
        table.stacked();
        bids.rows().forEach(row -> table.row(cells(row)));
        table.sums(
                new Span(getTranslation("review.side.sum", bids.sums().count())),
                new Span(),
                withMatched(bids.sums().requested(), bids.sums().matched()),
                new Span(bids.sums().guide().format()),
                new Span(bids.sums().recommended().format()),
                new Span(),
                new Span(bids.sums().agreed().format()),
                new Span());
        return table;
    }

    private Component[] cells(Row row) {
        Div name = new Div(
                new Anchor(BidPage.address(row.bid().id(), "review"), row.bid().collaborationName()));
        Div where = new Div(new Span(row.bid().districtName() + ", " + row.bid().roundName()));
        where.addClassName("hint");
        StatusBadge status = new StatusBadge(
                getTranslation("enum.BidStatus." + row.bid().status().name()), StatusBadge.Tone.NEUTRAL);
        return new Component[] {
            new Div(name, where, status),
            schools(row),
            withMatched(row.bid().requested(), row.bid().matched()),
            new Span(row.bid().guide().format()),
            recommended(row),
            scores(row),
            amount(row.bid().agreed()),
            new Span(
                    row.past().isEmpty()
                            ? NOTHING
                            : row.past().stream()
                                    .map(past -> getTranslation("review.side.past", past.round(), past.amount()))
                                    .collect(Collectors.joining(", ")))
        };
    }

    /** How many schools; opened, which. */
    private Component schools(Row row) {
        UnorderedList names = new UnorderedList();
        row.schools().forEach(school -> names.add(new ListItem(school)));
        NativeDetails schools = new NativeDetails(
                getTranslation("review.side.schools.of", row.bid().memberCount()), names);
        schools.addClassName("side-schools");
        return schools;
    }

    /** What is asked for, and below it what the schools bring themselves. */
    private Component withMatched(Money requested, Money matched) {
        Div below = new Div(new Span(getTranslation("review.side.matched", matched)));
        below.addClassName("hint");
        return new Div(new Div(new Span(requested.format())), below);
    }

    /** What is recommended and, where it is less, by how much. */
    private Component recommended(Row row) {
        Money less = row.lessThanRequested();
        if (less == null || less.isZero()) {
            return amount(row.bid().recommended());
        }
        Div difference = new Div(new Span(getTranslation("review.side.less", less)));
        difference.addClassName("hint");
        return new Div(new Div(amount(row.bid().recommended())), difference);
    }

    private Component scores(Row row) {
        SideBySide.Scores scores = row.scores();
        if (scores == null) {
            return new Span(NOTHING);
        }
        Div each = new Div(new Span(scores.given().stream().map(String::valueOf).collect(Collectors.joining(" · "))));
        each.addClassNames("hint", "each-score");
        return new Div(
                new Div(new Span(getTranslation(
                        "review.side.score", scores.sum(), scores.rubric().topSum()))),
                each);
    }

    private static Span amount(@Nullable Money amount) {
        return new Span(amount == null ? NOTHING : amount.format());
    }

    private Div legend(Rubric rubric) {
        OrderedList list = new OrderedList();
        rubric.scores().forEach(criterion -> list.add(new ListItem(CriterionWords.ofScore(this, criterion))));
        Div legend = new Div(new Paragraph(getTranslation("review.side.legend")), list);
        legend.addClassName("hint");
        return legend;
    }
}

package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.schoolcollab.bid.MemberSchool;
import org.schoolcollab.bid.MemberSchools;
import org.schoolcollab.bid.SchoolShares.Line;
import org.schoolcollab.bid.SchoolShares.Seen;
import org.schoolcollab.shared.InvalidMoney;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.DataTable;
import org.schoolcollab.shell.DataTable.Column;
import org.schoolcollab.shell.Dates;
import org.schoolcollab.shell.ErrorSummary;

/** The table of member schools in which the lead types shares and pledges, with what they come to. */
final class ShareFields extends Div {

    private record Row(MemberSchool school, AmountInput share, AmountInput pledge, Div consent) {}

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final transient Consumer<MemberSchool> takeOut;
    private final Paragraph shares = new Paragraph();
    private final Paragraph pledges = new Paragraph();
    private final transient Runnable worked;
    private transient MemberSchools members;

    /** @param worked told whenever the person has typed something */
    ShareFields(MemberSchools members, ErrorSummary errors, Consumer<MemberSchool> takeOut, Runnable worked) {
        this.worked = worked;
        this.members = members;
        this.takeOut = takeOut;
        addClassName("stack");
        DataTable table = new DataTable(
                getTranslation("bid.schools.title"),
                Column.text(getTranslation("bid.schools.school")),
                Column.text(getTranslation("bid.schools.phase")),
                Column.number(getTranslation("bid.schools.guideOf")),
                Column.text(getTranslation("bid.schools.share")),
                Column.text(getTranslation("bid.schools.pledge")),
                Column.text(getTranslation("bid.schools.consent")));
        table.addClassName("school-table");
        table.stacked();
        for (MemberSchool school : members.schools()) {
            AmountInput share = input("bid.schools.share.of", school, school.share());
            AmountInput pledge = input("bid.schools.pledge.of", school, school.pledge());
            errors.register(share(school), share.field());
            errors.register(pledge(school), pledge.field());
            Div consent = new Div();
            fill(consent, school);
            rows.put(school.id().toString(), new Row(school, share, pledge, consent));
            table.row(
                    who(school),
                    new Span(getTranslation("enum.Phase." + school.phase().name())),
                    new Span(school.guide().format()),
                    share,
                    pledge,
                    consent);
        }
        for (Paragraph total : List.of(shares, pledges)) {
            total.addClassName("part-total");
            total.getElement().setAttribute("role", "status");
        }
        errors.register("schools.shares", table);
        errors.register("schools.pledges", table);
        errors.register("schools.consents", table);
        add(table, shares, pledges);
        showTotals();
    }

    private Component who(MemberSchool school) {
        Span since = new Span(getTranslation("bid.schools.memberSince", Dates.day(school.since())));
        since.addClassName("hint");
        Div cell = new Div(SchoolWords.name(school), since);
        cell.addClassName("school-name");
        return cell;
    }

    private void fill(Div cell, MemberSchool school) {
        cell.removeAll();
        Div words = SchoolWords.consent(school);
        if (!school.lead()) {
            Button button = new Button(getTranslation("bid.schools.takeOut"), e -> takeOut.accept(school));
            button.setAriaLabel(getTranslation("bid.schools.takeOut.of", school.name()));
            words.add(button);
        }
        cell.add(words);
    }

    private AmountInput input(String key, MemberSchool school, Money amount) {
        return new AmountInput(getTranslation(key, school.name()), amount, () -> {
            worked.run();
            showTotals();
        });
    }

    private static String share(MemberSchool school) {
        return "share." + school.id();
    }

    private static String pledge(MemberSchool school) {
        return "pledge." + school.id();
    }

    /** Puts amounts into the fields; nothing is saved. */
    void put(List<Line> lines) {
        lines.forEach(line -> {
            Row row = rows.get(line.school().toString());
            if (row != null) {
                row.share().put(line.share());
                row.pledge().put(line.pledge());
            }
        });
        showTotals();
    }

    /** Shows what is saved now and keeps what was typed; answers false where the schools are others, and then does nothing. */
    boolean follow(MemberSchools now) {
        List<String> ids =
                now.schools().stream().map(school -> school.id().toString()).toList();
        if (!ids.equals(List.copyOf(rows.keySet()))) {
            return false;
        }
        members = now;
        for (MemberSchool school : now.schools()) {
            Row row = Objects.requireNonNull(rows.get(school.id().toString()));
            row.share().follow(school.share(), school.put());
            row.pledge().follow(school.pledge(), school.put());
            if (!row.school().equals(school)) {
                fill(row.consent(), school);
                rows.put(school.id().toString(), new Row(school, row.share(), row.pledge(), row.consent()));
            }
        }
        showTotals();
        return true;
    }

    /** Goes on with what was typed in another table, for the schools that this one has too. */
    void goOnFrom(ShareFields other) {
        other.rows.forEach((school, before) -> {
            Row row = rows.get(school);
            if (row != null) {
                row.share().goOnFrom(before.share(), row.school().put());
                row.pledge().goOnFrom(before.pledge(), row.school().put());
            }
        });
        showTotals();
    }

    /** What was typed; every amount that is none goes to the problems, and so does every one that waits for a choice. */
    List<Line> lines(List<Problem> problems) {
        List<Line> lines = new ArrayList<>();
        rows.values().forEach(row -> {
            MemberSchool school = row.school();
            Money share = read(row.share(), share(school), school.name(), problems);
            Money pledge = read(row.pledge(), pledge(school), school.name(), problems);
            lines.add(new Line(
                    school.id(),
                    share,
                    pledge,
                    new Seen(row.share().seen(), row.pledge().seen())));
        });
        return lines;
    }

    private static Money read(AmountInput input, String name, String school, List<Problem> problems) {
        if (input.isUndecided()) {
            problems.add(Problem.of(name, "error.bid.schools.choose", school));
            return input.seen();
        }
        try {
            Money money = input.field().money();
            return money == null ? Money.ZERO : money;
        } catch (InvalidMoney invalid) {
            problems.add(Problem.of(
                    name, "error.bid.schools.amount", school, input.field().getValue()));
            return input.seen();
        }
    }

    /** Where amounts wait for a choice. */
    List<Problem> undecided() {
        List<Problem> problems = new ArrayList<>();
        rows.values().forEach(row -> {
            String school = row.school().name();
            if (row.share().isUndecided()) {
                problems.add(Problem.of(share(row.school()), "error.bid.schools.choose", school));
            }
            if (row.pledge().isUndecided()) {
                problems.add(Problem.of(pledge(row.school()), "error.bid.schools.choose", school));
            }
        });
        return problems;
    }

    /** Whether what stands in the fields differs from what is saved. */
    boolean isChanged() {
        return rows.values().stream()
                .anyMatch(row -> row.share().isChanged() || row.pledge().isChanged());
    }

    private void showTotals() {
        show(shares, "bid.schools.shares", Row::share, members.requested());
        show(pledges, "bid.schools.pledges", Row::pledge, members.matched());
        getElement().setAttribute("data-changed", isChanged());
    }

    private void show(Paragraph total, String key, Function<Row, AmountInput> which, Money goal) {
        Money sum = rows.values().stream()
                .map(which)
                .map(input -> Objects.requireNonNullElse(input.typed(), Money.ZERO))
                .reduce(Money.ZERO, Money::plus);
        if (sum.isMoreThan(goal)) {
            total.setText(getTranslation(key + ".over", sum, goal, sum.minus(goal)));
        } else if (goal.isMoreThan(sum)) {
            total.setText(getTranslation(key + ".under", sum, goal, goal.minus(sum)));
        } else {
            total.setText(getTranslation(key + ".right", sum));
        }
    }
}

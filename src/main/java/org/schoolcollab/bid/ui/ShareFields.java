package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
import org.schoolcollab.shell.MoneyField;

/** The table of member schools in which the lead types shares and pledges, with what they come to. */
final class ShareFields extends Div {

    private record Fields(MemberSchool school, MoneyField share, MoneyField pledge) {}

    private final Map<String, Fields> fields = new LinkedHashMap<>();
    private final MemberSchools members;
    private final Paragraph shares = new Paragraph();
    private final Paragraph pledges = new Paragraph();

    ShareFields(MemberSchools members, ErrorSummary errors, Consumer<MemberSchool> takeOut) {
        this.members = members;
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
            MoneyField share = field("bid.schools.share.of", school, school.share());
            MoneyField pledge = field("bid.schools.pledge.of", school, school.pledge());
            errors.register("share." + school.id(), share);
            errors.register("pledge." + school.id(), pledge);
            fields.put(school.id().toString(), new Fields(school, share, pledge));
            table.row(
                    who(school),
                    new Span(getTranslation("enum.Phase." + school.phase().name())),
                    new Span(school.guide().format()),
                    share,
                    pledge,
                    consent(school, takeOut));
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

    private Div consent(MemberSchool school, Consumer<MemberSchool> takeOut) {
        Div cell = SchoolWords.consent(school);
        if (!school.lead()) {
            cell.add(button(school, takeOut));
        }
        return cell;
    }

    private Button button(MemberSchool school, Consumer<MemberSchool> takeOut) {
        Button button = new Button(getTranslation("bid.schools.takeOut"), e -> takeOut.accept(school));
        button.setAriaLabel(getTranslation("bid.schools.takeOut.of", school.name()));
        return button;
    }

    private MoneyField field(String key, MemberSchool school, Money amount) {
        MoneyField field = new MoneyField("");
        field.setAriaLabel(getTranslation(key, school.name()));
        field.setMoney(amount.isZero() ? null : amount);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(e -> showTotals());
        return field;
    }

    /** Puts amounts into the fields; nothing is saved. */
    void put(List<Line> lines) {
        lines.forEach(line -> {
            Fields row = fields.get(line.school().toString());
            if (row != null) {
                row.share().setMoney(line.share().isZero() ? null : line.share());
                row.pledge().setMoney(line.pledge().isZero() ? null : line.pledge());
            }
        });
        showTotals();
    }

    /** What was typed; every amount that is none goes to the problems. */
    List<Line> lines(List<Problem> problems) {
        List<Line> lines = new ArrayList<>();
        fields.values().forEach(row -> {
            MemberSchool school = row.school();
            Money share = read(row.share(), "share." + school.id(), school.name(), problems);
            Money pledge = read(row.pledge(), "pledge." + school.id(), school.name(), problems);
            lines.add(new Line(school.id(), share, pledge, new Seen(school.share(), school.pledge())));
        });
        return lines;
    }

    private static Money read(MoneyField field, String name, String school, List<Problem> problems) {
        try {
            Money money = field.money();
            return money == null ? Money.ZERO : money;
        } catch (InvalidMoney invalid) {
            problems.add(Problem.of(name, "error.bid.schools.amount", school, field.getValue()));
            return Money.ZERO;
        }
    }

    /** Whether what stands in the fields differs from what is saved. */
    boolean isChanged() {
        return fields.values().stream()
                .anyMatch(row -> !typed(row.share()).equals(row.school().share())
                        || !typed(row.pledge()).equals(row.school().pledge()));
    }

    private void showTotals() {
        show(
                shares,
                "bid.schools.shares",
                fields.values().stream().map(Fields::share).toList(),
                members.requested());
        show(
                pledges,
                "bid.schools.pledges",
                fields.values().stream().map(Fields::pledge).toList(),
                members.matched());
    }

    private void show(Paragraph total, String key, List<MoneyField> typed, Money goal) {
        Money sum = typed.stream().map(ShareFields::typed).reduce(Money.ZERO, Money::plus);
        if (sum.isMoreThan(goal)) {
            total.setText(getTranslation(key + ".over", sum, goal, sum.minus(goal)));
        } else if (goal.isMoreThan(sum)) {
            total.setText(getTranslation(key + ".under", sum, goal, goal.minus(sum)));
        } else {
            total.setText(getTranslation(key + ".right", sum));
        }
    }

    private static Money typed(MoneyField field) {
        try {
            return field.getValue().isBlank() ? Money.ZERO : Money.parse(field.getValue());
        } catch (InvalidMoney unfinished) {
            return Money.ZERO;
        }
    }
}

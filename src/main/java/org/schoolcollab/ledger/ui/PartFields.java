package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.schoolcollab.ledger.AcceptedShares.Part;
import org.schoolcollab.ledger.AwardOffer.School;
import org.schoolcollab.shared.InvalidMoney;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.schoolcollab.shell.ErrorSummary;
import org.schoolcollab.shell.MoneyField;

/** One amount for each school, and what they come to together while they are typed. */
final class PartFields extends Section {

    private final String name;
    private final Money goal;
    private final Map<School, MoneyField> fields = new LinkedHashMap<>();
    private final Paragraph total = new Paragraph();

    /**
     * @param name {@code share} or {@code pledge}: of message keys and of the fields in problems
     * @param goal what the amounts should come to
     */
    PartFields(String name, List<School> schools, Money goal, ErrorSummary errors) {
        this.name = name;
        this.goal = goal;
        addClassName("part-fields");
        getElement().setAttribute("aria-label", getTranslation("ledger.acceptance." + name + ".title"));
        Div grid = new Div();
        grid.addClassName("part-grid");
        for (School school : schools) {
            MoneyField field = new MoneyField(getTranslation(
                    school.lead() ? "ledger.acceptance." + name + ".lead" : "ledger.acceptance." + name + ".of",
                    school.name()));
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.addValueChangeListener(e -> showTotal());
            fields.put(school, field);
            errors.register(name + "." + school.id(), field);
            grid.add(field);
        }
        total.addClassName("part-total");
        total.getElement().setAttribute("role", "status");
        errors.register(name + "s", grid);
        add(grid, total);
        showTotal();
    }

    /** Puts these amounts; schools without one get nothing. */
    void put(List<Part> parts) {
        fields.forEach((school, field) -> field.setMoney(parts.stream()
                .filter(part ->
                        part.school().equals(school.id()) && part.amount().isPositive())
                .map(Part::amount)
                .findFirst()
                .orElse(null)));
        showTotal();
    }

    /** What was typed, schools without an amount left out; every amount that is none goes to the problems. */
    List<Part> parts(List<Problem> problems) {
        List<Part> parts = new ArrayList<>();
        fields.forEach((school, field) -> {
            try {
                Money money = field.money();
                if (money != null && !money.isZero()) {
                    parts.add(new Part(school.id(), money));
                }
            } catch (InvalidMoney invalid) {
                problems.add(Problem.of(name + "." + school.id(), invalid.messageKey(), invalid.arguments()));
            }
        });
        return parts;
    }

    /** Each school with its amount, for the question before the step. */
    String inWords(List<Part> parts) {
        List<String> words = new ArrayList<>();
        for (Part part : parts) {
            fields.keySet().stream()
                    .filter(school -> school.id().equals(part.school()))
                    .forEach(school ->
                            words.add(school.name() + ": " + part.amount().format()));
        }
        return String.join(", ", words);
    }

    private void showTotal() {
        Money sum = Money.ZERO;
        for (MoneyField field : fields.values()) {
            sum = sum.plus(typed(field));
        }
        String key = "ledger.acceptance." + name + ".total";
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

package org.schoolcollab.bid;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.domain.TypedNumber;
import org.schoolcollab.shared.InvalidMoney;
import org.schoolcollab.shared.Money;

/**
 * A plan as its lead has typed it so far, valid or not. Numbers and amounts are text here; {@link Plan} holds their values.
 *
 * @param version of the draft that was read; saving refuses when somebody else has saved since
 * @param skillsAuditDone whether the schools have looked at their strengths and gaps (§27)
 * @param support what they commission from outside and from whom (§28)
 * @param variance why the request is above the guide amount
 * @param matchedAmount what the schools put in from their own budgets, in pounds as typed (§44)
 * @param matchedBy which schools pledge it
 */
public record PlanDraft(
        int version,
        List<Item> priorities,
        List<Item> activities,
        List<Target> targets,
        List<BudgetLine> budget,
        boolean skillsAuditDone,
        String support,
        String variance,
        String matchedAmount,
        String matchedBy) {

    /** Characters that fit a long text. */
    public static final int LONG_TEXT = 2_000;

    /** Characters that fit a short text. */
    public static final int SHORT_TEXT = 200;

    /** Characters that fit a number or an amount. */
    public static final int NUMBER_TEXT = 50;

    /**
     * A priority or an activity: from the catalogue by code, or in own words.
     *
     * @param id null for one that is new
     * @param code of the {@link PlanCatalogue}, null for own words
     */
    public record Item(@Nullable UUID id, @Nullable String code, String words) {

        public static Item ofCatalogue(String code) {
            return new Item(null, code, "");
        }

        public static Item ofWords(String words) {
            return new Item(null, null, words);
        }
    }

    /**
     * What is to be reached.
     *
     * @param measure what is measured, e.g. pupils at level 4 or above in writing, percent
     * @param about the pupils or schools it is about (§15, §31)
     * @param baseline the value now, as typed
     * @param value the value to be reached, as typed
     */
    public record Target(
            @Nullable UUID id,
            String measure,
            String about,
            String baseline,
            String value,
            @Nullable LocalDate by) {}

    /** One line of the budget; the amount in pounds as typed. */
    public record BudgetLine(@Nullable UUID id, @Nullable BudgetCategory category, String description, String amount) {

        /** The amount where the text is one. */
        public Optional<Money> money() {
            return moneyIn(amount);
        }
    }

    /** A plan with nothing in it. */
    public static PlanDraft empty() {
        return new PlanDraft(0, List.of(), List.of(), List.of(), List.of(), false, "", "", "", "");
    }

    /** What is asked for: the sum of all budget lines whose amount can be read. */
    public Money requested() {
        return budget.stream().flatMap(line -> line.money().stream()).reduce(Money.ZERO, Money::plus);
    }

    /** The matched funding where it can be read, else nothing. */
    public Money matched() {
        return moneyIn(matchedAmount).orElse(Money.ZERO);
    }

    /** This draft with another version. */
    public PlanDraft withVersion(int other) {
        return new PlanDraft(
                other,
                priorities,
                activities,
                targets,
                budget,
                skillsAuditDone,
                support,
                variance,
                matchedAmount,
                matchedBy);
    }

    /** The amount that the text means, if it is one. */
    public static Optional<Money> moneyIn(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(Money.parse(typed));
        } catch (InvalidMoney notAnAmount) {
            return Optional.empty();
        }
    }

    /** Whether the text is a number with at most two decimals. */
    public static boolean isNumber(String typed) {
        return TypedNumber.read(typed).isPresent();
    }
}

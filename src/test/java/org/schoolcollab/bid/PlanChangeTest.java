package org.schoolcollab.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.PlanChange.Field;
import org.schoolcollab.bid.PlanDraft.BudgetLine;
import org.schoolcollab.bid.PlanDraft.Item;
import org.schoolcollab.bid.PlanDraft.Target;

/** A plan as fields, and what differs between two. */
class PlanChangeTest {

    private static final UUID TARGET = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID LINE = UUID.fromString("00000000-0000-0000-0000-000000000002");
    private static final UUID ITEM = UUID.fromString("00000000-0000-0000-0000-000000000003");

    private static PlanDraft plan(String value, String amount, List<Item> priorities) {
        return new PlanDraft(
                3,
                priorities,
                List.of(),
                List.of(new Target(TARGET, "Writing", "Year 6", "70", value, LocalDate.of(2015, 7, 31))),
                List.of(new BudgetLine(LINE, BudgetCategory.TRAINING, "Two days", amount)),
                true,
                "A Teaching School",
                "",
                "500",
                "Both schools");
    }

    @Test
    void aPlanComesBackFromItsFieldsAsItWas() {
        PlanDraft plan = plan("75", "1000", List.of(new Item(ITEM, "attainment", ""), new Item(LINE, null, "Reading")));
        assertThat(PlanFields.of(plan).draft(3)).isEqualTo(plan);
    }

    @Test
    void anEmptyPlanComesBackToo() {
        assertThat(PlanFields.of(PlanDraft.empty()).draft(0)).isEqualTo(PlanDraft.empty());
    }

    @Test
    void twoOfTheSameDoNotDiffer() {
        PlanFields plan = PlanFields.of(plan("75", "1000", List.of()));
        assertThat(PlanChange.between(plan, plan)).isEmpty();
    }

    @Test
    void namesEachFieldThatDiffersAtItsLine() {
        List<PlanChange> changes = PlanChange.between(
                PlanFields.of(plan("75", "1000", List.of())), PlanFields.of(plan("80", "1200.50", List.of())));
        assertThat(changes).extracting(PlanChange::kind).containsOnly(PlanChange.Kind.CHANGED);
        assertThat(changes)
                .flatExtracting(PlanChange::fields)
                .containsExactly(new Field("value", "75", "80"), new Field("amount", "1000", "1200.50"));
    }

    @Test
    void aLineIsAddedOrRemovedWithAllThatIsTypedInIt() {
        PlanFields without = PlanFields.of(plan("75", "1000", List.of()));
        PlanFields with = PlanFields.of(plan("75", "1000", List.of(new Item(ITEM, null, "Reading"))));
        assertThat(PlanChange.between(without, with)).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(PlanChange.Kind.ADDED);
            assertThat(change.fields()).containsExactly(new Field("words", "", "Reading"));
        });
        assertThat(PlanChange.between(with, without)).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(PlanChange.Kind.REMOVED);
            assertThat(change.line().field("words")).isEqualTo("Reading");
        });
    }
}

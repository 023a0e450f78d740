package org.schoolcollab.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcollab.ledger.DueCondition;
import org.schoolcollab.programme.Round;
import org.schoolcollab.programme.RoundId;
import org.schoolcollab.shared.Money;

class InstalmentPlanTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 33, 50, 60, 67, 99, 100})
    void thePartsOfEveryAmountAddUpToThePenny(int percent) {
        for (long pence = 1; pence <= 10_001; pence++) {
            Money award = Money.ofPence(pence);
            List<InstalmentPlan.Part> parts =
                    InstalmentPlan.of(award, round(percent, true)).parts();
            assertThat(parts.stream().map(InstalmentPlan.Part::amount).reduce(Money.ZERO, Money::plus))
                    .as("%s at %s %%", award, percent)
                    .isEqualTo(award);
            assertThat(parts)
                    .hasSizeBetween(1, 2)
                    .allMatch(part -> part.amount().isPositive());
        }
    }

    @Test
    void theFirstPartIsRoundedDownAndTheSecondTakesTheRest() {
        List<InstalmentPlan.Part> parts =
                InstalmentPlan.of(Money.ofPence(4_200_001), round(60, true)).parts();

        assertThat(parts.get(0).amount()).isEqualTo(Money.ofPence(2_520_000));
        assertThat(parts.get(1).amount()).isEqualTo(Money.ofPence(1_680_001));
    }

    @Test
    void theSecondPartWaitsForTheMarchReportOnlyWhereTheRoundSaysSo() {
        assertThat(InstalmentPlan.of(Money.ofPounds(10), round(60, true))
                        .parts()
                        .get(1)
                        .condition())
                .isEqualTo(DueCondition.AFTER_MARCH_REPORT);
        assertThat(InstalmentPlan.of(Money.ofPounds(10), round(60, false))
                        .parts()
                        .get(1)
                        .condition())
                .isEqualTo(DueCondition.AFTER_FIRST_RELEASE);
    }

    @Test
    void anAwardReleasedAtOnceHasOneInstalment() {
        assertThat(InstalmentPlan.of(Money.ofPounds(10), round(100, true)).parts())
                .singleElement()
                .satisfies(part -> assertThat(part.condition()).isEqualTo(DueCondition.ON_AWARD));
    }

    private static Round round(int firstPercent, boolean march) {
        return new Round(
                RoundId.random(),
                "2014/15",
                Round.Status.OPEN,
                null,
                null,
                Money.ofPounds(7000),
                Money.ofPounds(12000),
                50,
                firstPercent,
                march,
                null,
                null,
                null,
                null);
    }
}
